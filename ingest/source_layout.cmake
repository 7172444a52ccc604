find_package(PkgConfig REQUIRED)
pkg_check_modules(POPPLER_CPP REQUIRED IMPORTED_TARGET poppler-cpp)

# Bytes to pages to lines.
kwalign_library(layout
  SOURCES layout/box_lines.cpp layout/furniture.cpp layout/layout.cpp layout/line_text.cpp layout/page_words.cpp layout/region_cuts.cpp
          layout/running_heads.cpp layout/text_lines.cpp pdf/pdf_reader.cpp source/byte_source.cpp text/encoding.cpp
  HEADERS layout/layout.hpp layout/line.hpp page.hpp source/byte_source.hpp
  LINK kwalign::model
  PRIVATE_LINK kwalign::text kwalign::codec PkgConfig::POPPLER_CPP)
