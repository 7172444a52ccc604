# What needs both the recognition of text and the language data.
if(NOT TARGET kwalign_ingest)
  return()
endif()
target_sources(kwalign_ingest PRIVATE ocr/readability.cpp ocr/recognise_pages.cpp repair/repair_lines.cpp repair/word_knowledge.cpp repair/word_repair.cpp)
target_sources(kwalign_ingest PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ocr/recognition_options.hpp)
target_link_libraries(kwalign_ingest PRIVATE kwalign::ocr)
