# Documents and workbooks of office programs. libarchive and libxml2's reader are seen by one file pair each.
find_package(LibXml2 2.9 REQUIRED)
pkg_check_modules(LIBARCHIVE REQUIRED IMPORTED_TARGET libarchive)

target_sources(kwalign_layout PRIVATE
  office/block_text.cpp office/docx_numbering.cpp office/docx_reader.cpp office/docx_styles.cpp office/list_number.cpp office/odt_lists.cpp
  office/odt_reader.cpp office/odt_styles.cpp office/office_package.cpp office/office_text.cpp office/open_xml_package.cpp
  office/xlsx_reader.cpp office/xml_reader.cpp office/zip_archive.cpp)
target_link_libraries(kwalign_layout PRIVATE LibXml2::LibXml2 PkgConfig::LIBARCHIVE)
