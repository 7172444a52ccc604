# What users import brings libraries of its own: XML and RDF readers.
find_package(LibXml2 2.9 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(SERD REQUIRED IMPORTED_TARGET GLOBAL serd-0>=0.30)
target_sources(kwalign_align PRIVATE
  imported/concepts.cpp imported/csv_rows.cpp imported/esco.cpp imported/import_text.cpp imported/rdf_turtle.cpp imported/rdf_xml.cpp
  imported/skos.cpp imported/tbx.cpp imported/term_file.cpp imported/term_import.cpp imported/user_data.cpp imported/xml_reader.cpp lexicon/merge_imported.cpp
  lexicon/word_coverage.cpp translation/table_set.cpp)
target_sources(kwalign_align PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES imported/concepts.hpp
               imported/term_import.hpp imported/user_data.hpp lexicon/word_coverage.hpp translation/table_set.hpp)
target_link_libraries(kwalign_align PRIVATE kwalign::codec LibXml2::LibXml2 PkgConfig::SERD)
