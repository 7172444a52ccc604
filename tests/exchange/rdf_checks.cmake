# The formats made of RDF and XML, checked by other people's programs; each check is skipped where its program or schema is absent.
add_executable(rdf_samples rdf_samples.cpp)
target_include_directories(rdf_samples PRIVATE "${PROJECT_SOURCE_DIR}")
target_link_libraries(rdf_samples PRIVATE kwalign::ingest kwalign::exchange kwalign_warnings)

set(rdf_exports "${CMAKE_CURRENT_BINARY_DIR}/rdf")
set(rdf_modules "${CMAKE_BINARY_DIR}/node" CACHE PATH "Folder with node_modules for the SHACL test")
add_test(NAME "sample documents are written as RDF and XML"
         COMMAND rdf_samples "${PROJECT_SOURCE_DIR}/corpora/templates" "${rdf_exports}" "${PROJECT_SOURCE_DIR}/corpora/samples" "${KWALIGN_SHARED}/seeds")
set_tests_properties("sample documents are written as RDF and XML" PROPERTIES FIXTURES_SETUP rdf_exports LABELS exchange)

# The validator comes from the npm registry, for the tests only; without node, npm or a registry in reach both tests say so and are skipped.
add_test(NAME "the SHACL validator is there" COMMAND bash "${CMAKE_CURRENT_SOURCE_DIR}/rdf_install_shacl.sh" "${rdf_modules}")
set_tests_properties("the SHACL validator is there" PROPERTIES SKIP_RETURN_CODE 77 LABELS exchange TIMEOUT 300)

# rdf_check(NAME SCRIPT ARGUMENTS...): over the invented standards, single documents and all documents with their links.
function(rdf_check name script)
  foreach(kind exports rdf documents)
    set(test "${name}, ${kind}")
    add_test(NAME "${test}" COMMAND "${CMAKE_CURRENT_SOURCE_DIR}/${script}" ${ARGN} "${CMAKE_CURRENT_BINARY_DIR}/${kind}")
    set_tests_properties("${test}" PROPERTIES FIXTURES_REQUIRED "sample_exports;rdf_exports;document_exports" SKIP_RETURN_CODE 77 LABELS exchange)
  endforeach()
endfunction()
rdf_check("LOQ XML fits the published schema" rdf_check_xml.sh "${KWALIGN_SHARED}/schemas/elm-loq")
rdf_check("LOQ as RDF conforms to the published shapes" rdf_check_shacl.sh "${rdf_modules}" "${KWALIGN_SHARED}/schemas/elm-loq")
rdf_check("RDF is read by rapper" rdf_check_syntax.sh)
foreach(kind exports rdf documents)
  set_tests_properties("LOQ as RDF conforms to the published shapes, ${kind}" PROPERTIES DEPENDS "the SHACL validator is there" TIMEOUT 600)
endforeach()
