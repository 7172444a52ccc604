cmake_minimum_required(VERSION 3.25)

# Loads one page in headless Chromium.
#   MODE check      a copy of the page with CHECK appended as a second script; the page's policy would rightly refuse that, so the copy has none.
#                   The check writes its verdict into the document.
#   MODE untouched  the page as it is; its own script must have run and nothing else.
#   MODE print      the page as PDF; the texts inside closed details must be in it.
if(NOT CHROMIUM)
  message("skipped: no Chromium found")
  return()
endif()
if(MODE STREQUAL "print" AND NOT PDFTOTEXT)
  message("skipped: no pdftotext found")
  return()
endif()

file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${WORK}/profile")
set(page "${PAGE}")
if(MODE STREQUAL "check")
  # Not through file(READ) and REPLACE: brackets and semicolons in the page would suffer as a list.
  set(page "${WORK}/page.html")
  file(READ "${PAGE}" text)
  file(READ "${CHECK}" check)
  string(REPLACE "http-equiv=\"Content-Security-Policy\"" "name=\"policy-removed-for-the-check\"" text "${text}")
  string(REPLACE "</body>" "<script>${check}</script></body>" text "${text}")
  file(WRITE "${page}" "${text}")
endif()

# Every complaint of the browser comes out on standard error: a refused style, a script that fails, something it tried to load.
set(options --enable-logging=stderr --v=0 --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-dev-shm-usage
  "--user-data-dir=${WORK}/profile" "--window-size=${WIDTH},1400" --virtual-time-budget=4000)
if(MODE STREQUAL "print")
  list(APPEND options --no-pdf-header-footer "--print-to-pdf=${WORK}/page.pdf")
else()
  list(APPEND options --dump-dom)
endif()
execute_process(COMMAND "${CHROMIUM}" ${options} "file://${page}" OUTPUT_VARIABLE dom ERROR_VARIABLE log RESULT_VARIABLE status TIMEOUT 100)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "Chromium failed (${status}): ${log}")
endif()

function(expect text what)
  string(FIND "${dom}" "${text}" found)
  if(found EQUAL -1)
    message(FATAL_ERROR "missing: ${what}")
  endif()
endfunction()

string(REGEX MATCHALL "[^\n]*CONSOLE[^\n]*" complaints "${log}")
if(complaints)
  message(FATAL_ERROR "the browser's console says: ${complaints}")
endif()

if(MODE STREQUAL "check")
  string(REGEX MATCH "<pre id=\"verdict\">[^<]*</pre>" verdict "${dom}")
  message("${verdict}")
  expect("<pre id=\"verdict\">all checks hold" "the check's consent")
elseif(MODE STREQUAL "untouched")
  expect("13 of 13 rows shown" "the count that the page's script writes")
  expect("<title>&lt;b&gt;Title&lt;/b&gt; \"quoted\" &amp; more</title>" "the title, unchanged by any text of the table")
else()
  execute_process(COMMAND "${PDFTOTEXT}" -layout "${WORK}/page.pdf" - OUTPUT_VARIABLE dom COMMAND_ERROR_IS_FATAL ANY)
  expect("Varundab seadme seadistuse enne muudatust." "a statement inside closed details")
  expect("Koostab lühijuhendi." "a statement inside closed details")
  expect("not agreed" "the boxes to tick")
  string(FIND "${dom}" "Open all details" found)
  if(NOT found EQUAL -1)
    message(FATAL_ERROR "the filter is printed")
  endif()
endif()
