# What cmake --install adds to the targets' own rules: data, CMake and pkg-config descriptions of the libraries, documents.
include(CMakePackageConfigHelpers)

set(data_folder "${CMAKE_INSTALL_DATADIR}/kwalign")  # where tools/app/data_folder looks, seen from the program
foreach(folder align language lexicon samples templates translation)
  if(EXISTS "${PROJECT_SOURCE_DIR}/corpora/${folder}")
    install(DIRECTORY "${PROJECT_SOURCE_DIR}/corpora/${folder}" DESTINATION "${data_folder}")
  endif()
endforeach()

set(config_folder "${CMAKE_INSTALL_LIBDIR}/cmake/kwalign")
configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/kwalignConfig.cmake.in" "${PROJECT_BINARY_DIR}/kwalignConfig.cmake"
                              INSTALL_DESTINATION "${config_folder}" PATH_VARS data_folder)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/kwalignConfigVersion.cmake" COMPATIBILITY SameMajorVersion)
install(FILES "${PROJECT_BINARY_DIR}/kwalignConfig.cmake" "${PROJECT_BINARY_DIR}/kwalignConfigVersion.cmake" DESTINATION "${config_folder}"
        COMPONENT development)
install(EXPORT kwalignTargets NAMESPACE kwalign:: DESTINATION "${config_folder}" COMPONENT development)

# Static libraries: pkg-config must name them all, users before what they use.
get_property(libraries GLOBAL PROPERTY kwalign_libraries)
list(REVERSE libraries)
list(TRANSFORM libraries PREPEND "-l")
list(JOIN libraries " " KWALIGN_PKGCONFIG_LIBRARIES)
file(RELATIVE_PATH KWALIGN_PKGCONFIG_TO_PREFIX "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
configure_file("${CMAKE_CURRENT_LIST_DIR}/kwalign.pc.in" "${PROJECT_BINARY_DIR}/kwalign.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/kwalign.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT development)

install(FILES "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/CHANGELOG.md" "${PROJECT_SOURCE_DIR}/LICENSE"
        DESTINATION "${CMAKE_INSTALL_DOCDIR}")
