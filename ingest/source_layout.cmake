# Bytes to pages to lines. Poppler is seen by pdf/ alone.
find_package(PkgConfig REQUIRED)
pkg_check_modules(POPPLER_CPP REQUIRED IMPORTED_TARGET poppler-cpp)
pkg_check_modules(POPPLER REQUIRED IMPORTED_TARGET poppler)

kwalign_library(layout
  SOURCES source/byte_source.cpp source/media_type.cpp
          pdf/page_pictures.cpp pdf/pdf_file.cpp pdf/pdf_reader.cpp pdf/pdf_salvage.cpp pdf/pdf_words.cpp
          text/encoding.cpp text/entities.cpp text/html_tag.cpp text/html_text.cpp text/mojibake.cpp text/text_reader.cpp text/utf8.cpp
          layout/clean_text.cpp layout/columns.cpp layout/dump.cpp layout/join.cpp layout/layout.cpp layout/line_breaks.cpp layout/line_spacing.cpp
          layout/markup.cpp layout/page_blocks.cpp layout/page_furniture.cpp layout/page_layout.cpp layout/page_text.cpp
          layout/repetition.cpp layout/rows.cpp layout/table_rows.cpp layout/table_zone.cpp layout/text_columns.cpp layout/text_layout.cpp layout/text_shape.cpp
  HEADERS page.hpp ocr/picture.hpp pdf/page_pictures.hpp pdf/pdf_reader.hpp source/byte_source.hpp layout/dump.hpp layout/join.hpp layout/layout.hpp layout/line.hpp layout/page_text.hpp
  LINK kwalign::model
  PRIVATE_LINK kwalign::text kwalign::codec PkgConfig::POPPLER PkgConfig::POPPLER_CPP)
