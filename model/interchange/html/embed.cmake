# Writes a C++ file that holds the style sheets and the script as string constants, so that the program reads nothing at run time
# and both can be read, linted and changed as what they are.
# Usage: cmake -DSTYLE=table.css -DPAPER=paper.css -DSCRIPT=table.js -DOUTPUT=assets.cpp -P embed.cmake
cmake_minimum_required(VERSION 3.25)

foreach(required STYLE PAPER SCRIPT OUTPUT)
  if(NOT DEFINED ${required})
    message(FATAL_ERROR "embed.cmake needs -D${required}=...")
  endif()
endforeach()

file(READ "${STYLE}" style)
file(READ "${PAPER}" paper)
file(READ "${SCRIPT}" script)
foreach(text IN ITEMS "${style}" "${paper}" "${script}")
  string(FIND "${text}" ")kwalign\"" clash)
  if(NOT clash EQUAL -1)
    message(FATAL_ERROR "an asset holds the characters that end a raw string")
  endif()
endforeach()
string(FIND "${style}${paper}${script}" "</" closing)
if(NOT closing EQUAL -1)
  message(FATAL_ERROR "an asset holds '</', which would end its element in the page")
endif()

# The program that lays out paper does not know variables everywhere: there the names give way to their values.
set(on_paper "${style}")
string(REGEX MATCHALL "\n  --[a-z-]+: #[0-9a-f]+" variables "${style}")
foreach(variable IN LISTS variables)
  string(REGEX REPLACE "\n  (--[a-z-]+): (#[0-9a-f]+)" "\\1" name "${variable}")
  string(REGEX REPLACE "\n  (--[a-z-]+): (#[0-9a-f]+)" "\\2" value "${variable}")
  string(REPLACE "var(${name})" "${value}" on_paper "${on_paper}")
  string(REPLACE "var(${name})" "${value}" paper "${paper}")
endforeach()
set(paper "${on_paper}\n${paper}")

file(WRITE "${OUTPUT}" "// Generated from table.css, paper.css and table.js by embed.cmake.\n"
  "#include \"model/interchange/html/assets.hpp\"\n\n"
  "namespace kwalign::model {\n\n"
  "const std::string_view table_style = R\"kwalign(\n${style})kwalign\";\n\n"
  "const std::string_view paper_style = R\"kwalign(\n${paper})kwalign\";\n\n"
  "const std::string_view table_script = R\"kwalign(\n${script})kwalign\";\n\n"
  "}  // namespace kwalign::model\n")
