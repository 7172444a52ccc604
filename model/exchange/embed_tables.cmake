# Writes a C++ file that holds the tables of corpora/exchange as string constants, so that the program reads nothing at run time.
# Usage: cmake -DFOLDER=corpora/exchange -DOUTPUT=exchange_data.cpp -P embed_tables.cmake
cmake_minimum_required(VERSION 3.25)

set(code "// Generated from corpora/exchange by embed_tables.cmake.\n#include \"model/exchange/exchange_data.hpp\"\n\nnamespace kwalign::model {\n")
foreach(name isced-f isced-f-codes levels languages countries)
  file(READ "${FOLDER}/${name}.tsv" text)
  string(FIND "${text}" ")kwalign\"" clash)
  if(NOT clash EQUAL -1)
    message(FATAL_ERROR "${name}.tsv holds the characters that end a raw string")
  endif()
  string(REPLACE "-" "_" variable "${name}")
  string(APPEND code "\nconst std::string_view ${variable}_table = R\"kwalign(${text})kwalign\";\n")
endforeach()
file(WRITE "${OUTPUT}" "${code}\n}  // namespace kwalign::model\n")
