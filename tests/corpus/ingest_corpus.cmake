if(NOT TARGET kwalign_ingest)
  return()
endif()
find_package(nlohmann_json 3.11 REQUIRED)
kwalign_unit_test(ingest_corpus_test
  SOURCES ingest_document_test.cpp ingest_sample_test.cpp ingest_truth_test.cpp corpus_files.cpp
  LINK kwalign::ingest kwalign::codec nlohmann_json::nlohmann_json
  LABELS corpus)

# Takes minutes: recognition of whole documents.
kwalign_unit_test(scan_corpus_test
  SOURCES ingest_scan_test.cpp corpus_files.cpp
  LINK scan_maker kwalign::ingest kwalign::text nlohmann_json::nlohmann_json
  LABELS slow)
