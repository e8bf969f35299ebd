# Installation and the Debian package.
include(GNUInstallDirs)
if(NOT TARGET handbok)
  return()  # nothing to install from a fuzzing build
endif()
# Graphviz keeps its layout engine out of the loader's path.
set_target_properties(handbok PROPERTIES INSTALL_RPATH_USE_LINK_PATH ON)
install(TARGETS handbok RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY themes DESTINATION ${CMAKE_INSTALL_DATADIR}/handbok)
install(DIRECTORY content DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/handbok/examples)
install(FILES LICENSE CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/handbok)

set(CPACK_PACKAGE_VENDOR "Handbok")
set(CPACK_PACKAGE_CONTACT "the Handbok maintainers")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_STRIP_FILES ON)
include(CPack)
