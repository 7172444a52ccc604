kwalign_unit_test(layout_test
  SOURCES layout_page.cpp layout_columns_test.cpp layout_furniture_test.cpp layout_join_test.cpp layout_line_test.cpp
          layout_pdf_test.cpp pdf_salvage_test.cpp layout_source_test.cpp layout_table_test.cpp layout_text_columns_test.cpp layout_text_test.cpp mojibake_test.cpp
          office_docx_test.cpp office_files.cpp office_test.cpp
  LINK kwalign::layout)
