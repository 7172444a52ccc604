# Writes a C++ file that holds the style sheet and the script as string constants, so that the program reads nothing at run time
# and both can be read, linted and changed as what they are.
# Usage: cmake -DSTYLE=table.css -DSCRIPT=table.js -DOUTPUT=assets.cpp -P embed.cmake
cmake_minimum_required(VERSION 3.25)

foreach(required STYLE SCRIPT OUTPUT)
  if(NOT DEFINED ${required})
    message(FATAL_ERROR "embed.cmake needs -D${required}=...")
  endif()
endforeach()

file(READ "${STYLE}" style)
file(READ "${SCRIPT}" script)
foreach(text IN ITEMS "${style}" "${script}")
  string(FIND "${text}" ")kwalign\"" clash)
  if(NOT clash EQUAL -1)
    message(FATAL_ERROR "an asset holds the characters that end a raw string")
  endif()
endforeach()
string(FIND "${style}${script}" "</" closing)
if(NOT closing EQUAL -1)
  message(FATAL_ERROR "an asset holds '</', which would end its element in the page")
endif()

file(WRITE "${OUTPUT}" "// Generated from table.css and table.js by embed.cmake.\n"
  "#include \"model/interchange/html/assets.hpp\"\n\n"
  "namespace kwalign::model {\n\n"
  "const std::string_view table_style = R\"kwalign(\n${style})kwalign\";\n\n"
  "const std::string_view table_script = R\"kwalign(\n${script})kwalign\";\n\n"
  "}  // namespace kwalign::model\n")
