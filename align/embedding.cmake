# Sentence vectors from a server, on request only.
find_package(CURL 7.85 REQUIRED)
target_sources(kwalign_align PRIVATE embedding/embedding_client.cpp embedding/hear_vectors.cpp embedding/http_post.cpp embedding/sentence_vectors.cpp)
target_sources(kwalign_align PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES embedding/embedding_client.hpp embedding/sentence_vectors.hpp)
target_link_libraries(kwalign_align PRIVATE CURL::libcurl)
