# Pictures of pages to words. Tesseract and Leptonica are seen by one file pair each.
pkg_check_modules(TESSERACT REQUIRED IMPORTED_TARGET tesseract)
pkg_check_modules(LEPTONICA REQUIRED IMPORTED_TARGET lept)

kwalign_library(ocr
  SOURCES ocr/page_text.cpp ocr/read_picture.cpp ocr/straighten.cpp ocr/text_recogniser.cpp
  HEADERS ocr/page_text.hpp ocr/read_picture.hpp ocr/straighten.hpp ocr/text_recogniser.hpp
  LINK kwalign::model kwalign::layout
  PRIVATE_LINK PkgConfig::TESSERACT PkgConfig::LEPTONICA gomp)
