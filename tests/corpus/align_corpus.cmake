if(NOT TARGET kwalign_align OR NOT TARGET kwalign_app)
  return()
endif()
kwalign_unit_test(align_corpus_test
  SOURCES align_gold_test.cpp
  LINK kwalign::app kwalign::ingest kwalign::align kwalign::store
  LABELS corpus)
