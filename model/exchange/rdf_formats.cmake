# The formats made of RDF or XML; they bring libraries of their own.
find_package(LibXml2 2.9 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(SERD REQUIRED IMPORTED_TARGET serd-0>=0.30)

set(exchange_tables "${CMAKE_CURRENT_BINARY_DIR}/exchange_data.cpp")
set(exchange_corpora "${PROJECT_SOURCE_DIR}/corpora/exchange")
add_custom_command(OUTPUT "${exchange_tables}"
  COMMAND "${CMAKE_COMMAND}" "-DFOLDER=${exchange_corpora}" "-DOUTPUT=${exchange_tables}" -P "${CMAKE_CURRENT_SOURCE_DIR}/embed_tables.cmake"
  DEPENDS "${exchange_corpora}/isced-f.tsv" "${exchange_corpora}/isced-f-codes.tsv" "${exchange_corpora}/levels.tsv" "${exchange_corpora}/languages.tsv"
          "${exchange_corpora}/countries.tsv" embed_tables.cmake
  COMMENT "Embedding the tables for exports" VERBATIM)

target_sources(kwalign_exchange PRIVATE
  alignment_exporter.cpp clean_text.cpp ctdl_exporter.cpp link_losses.cpp loq_head.cpp loq_outcomes.cpp loq_plan.cpp loq_rdf.cpp loq_vocabulary.cpp
  loq_xml.cpp rdf_jsonld.cpp rdf_turtle.cpp skos_exporter.cpp standard_losses.cpp xml_stream.cpp "${exchange_tables}")
target_link_libraries(kwalign_exchange PRIVATE LibXml2::LibXml2 PkgConfig::SERD)
