# The staged program works without any help from the environment, and what belongs to it is where it belongs.
cmake_minimum_required(VERSION 3.25)

foreach(file "${DATADIR}/bash-completion/completions/kwalign" "${DATADIR}/fish/vendor_completions.d/kwalign.fish"
        "${DATADIR}/zsh/site-functions/_kwalign" "${DATADIR}/doc/kwalign/LICENSE" "${DATADIR}/kwalign/templates" "${DATADIR}/kwalign/lexicon" "${DATADIR}/kwalign/lexicon.image"
        "${MANDIR}/man1/kwalign.1" "${MANDIR}/man1/kwalign-ingest.1" "${MANDIR}/man5/kwalign-gold.5")
  if(NOT EXISTS "${PREFIX}/${file}")
    message(SEND_ERROR "${PREFIX}/${file} is missing")
  endif()
endforeach()

file(REMOVE_RECURSE "${SCRATCH}")
file(MAKE_DIRECTORY "${SCRATCH}")
foreach(command "ingest;-v;${SAMPLE}" "list" "lexicon;check")
  execute_process(COMMAND "${CMAKE_COMMAND}" -E env --unset=KWALIGN_DATA --unset=KWALIGN_STORE "${PREFIX}/bin/kwalign" ${command}
                  WORKING_DIRECTORY "${SCRATCH}" OUTPUT_VARIABLE out ERROR_VARIABLE err RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    message(SEND_ERROR "kwalign ${command}: exit status ${status}\n${out}${err}")
  endif()
  string(APPEND all "${err}")
endforeach()
if(NOT all MATCHES "data ${PREFIX}/${DATADIR}/kwalign")
  message(SEND_ERROR "the installed program took its data from elsewhere:\n${all}")
endif()

# No path of the source tree is left in what is installed, where only build trees may know it.
file(STRINGS "${PREFIX}/bin/kwalign" traces REGEX "${SOURCE}/corpora")
if(traces)
  message(SEND_ERROR "the installed program knows the source tree: ${traces}")
endif()
