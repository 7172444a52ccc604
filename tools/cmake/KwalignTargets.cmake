# Helpers for the project's libraries: one call says name, sources and public headers.

find_program(KWALIGN_CCACHE ccache)
if(KWALIGN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Precompiled headers are cached only if ccache may overlook their times and macros.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime;${KWALIGN_CCACHE}")
endif()

option(KWALIGN_PRECOMPILE "Compile the standard library's headers once for each library" ON)

# kwalign_precompile(TARGET HEADER...): precompiles headers where it is worth it.
function(kwalign_precompile target)
  get_target_property(sources ${target} SOURCES)
  list(LENGTH sources count)
  if(NOT KWALIGN_PRECOMPILE OR count LESS 4)
    return()
  endif()
  target_precompile_headers(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tools/cmake/standard_headers.hpp" ${ARGN})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND KWALIGN_CCACHE)
    target_compile_options(${target} PRIVATE -fpch-preprocess)
  endif()
  # From a precompiled header GCC 12 warns of its own strings' innards (GCC bug 105329).
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${target} PRIVATE -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread)
  endif()
endfunction()

# Warnings are for this project's own code only, so they live in a target that is linked privately and not exported.
add_library(kwalign_warnings INTERFACE)
if(KWALIGN_DEVELOPER_MODE)
  target_compile_options(kwalign_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow
                         -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual)
endif()

# kwalign_library(NAME SOURCES ... HEADERS ... [PRIVATE_HEADERS ...] [LINK ...] [PRIVATE_LINK ...])
#   HEADERS are public: installed under include/kwalign and each compiled alone by all_verify_interface_header_sets.
function(kwalign_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;HEADERS;LINK;PRIVATE_LINK")
  add_library(kwalign_${name} STATIC ${arg_SOURCES})
  add_library(kwalign::${name} ALIAS kwalign_${name})
  set_target_properties(kwalign_${name} PROPERTIES EXPORT_NAME ${name} VERIFY_INTERFACE_HEADER_SETS ON
                        POSITION_INDEPENDENT_CODE ON CXX_EXTENSIONS OFF)
  target_compile_features(kwalign_${name} PUBLIC cxx_std_20)
  target_sources(kwalign_${name} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${arg_HEADERS})
  target_include_directories(kwalign_${name} PUBLIC "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>")
  target_link_libraries(kwalign_${name} PUBLIC ${arg_LINK} PRIVATE ${arg_PRIVATE_LINK} $<BUILD_INTERFACE:kwalign_warnings>)
  kwalign_precompile(kwalign_${name})
  install(TARGETS kwalign_${name} EXPORT kwalignTargets ARCHIVE COMPONENT development
          FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/kwalign" COMPONENT development)
  set_property(GLOBAL APPEND PROPERTY kwalign_libraries kwalign_${name})
endfunction()
