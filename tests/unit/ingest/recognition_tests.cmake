if(NOT TARGET kwalign_ingest)
  return()
endif()

# Scans made from PDF files, for the tests and for trying things by hand.
find_package(PkgConfig REQUIRED)
pkg_check_modules(LEPTONICA REQUIRED IMPORTED_TARGET lept)
add_library(scan_maker STATIC ${PROJECT_SOURCE_DIR}/tests/support/scan_maker.cpp)
target_include_directories(scan_maker PUBLIC "${PROJECT_SOURCE_DIR}")
target_link_libraries(scan_maker PUBLIC kwalign::ocr PRIVATE kwalign::layout PkgConfig::LEPTONICA kwalign_warnings)
add_executable(make_scan ${PROJECT_SOURCE_DIR}/tests/support/make_scan.cpp)
target_link_libraries(make_scan PRIVATE scan_maker kwalign_warnings)

kwalign_unit_test(recognition_test
  SOURCES recognition_test.cpp repair_test.cpp scanned_pages_test.cpp
  LINK scan_maker kwalign::ingest kwalign::ocr kwalign::text)
