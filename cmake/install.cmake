# Installation and the Debian package. What runs it every night and serves it lies in packaging/.
include(GNUInstallDirs)
if(NOT TARGET handbok)
  return()  # nothing to install from a fuzzing build
endif()
# Graphviz keeps its layout engine out of the loader's path.
set_target_properties(handbok PROPERTIES INSTALL_RPATH_USE_LINK_PATH ON)
install(TARGETS handbok RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY themes DESTINATION ${CMAKE_INSTALL_DATADIR}/handbok)

# systemd reads usr/lib and lib alike, which on Debian 12 are one folder.
install(DIRECTORY packaging/systemd/ DESTINATION lib/systemd/system)
install(DIRECTORY DESTINATION ${CMAKE_INSTALL_FULL_SYSCONFDIR}/handbok)

set(HANDBOK_DOC_DIR ${CMAKE_INSTALL_DATADIR}/doc/handbok)
install(DIRECTORY content packaging/nginx packaging/apache packaging/iis
  DESTINATION ${HANDBOK_DOC_DIR}/examples)
install(FILES packaging/handbook.conf packaging/handbok.cron
  DESTINATION ${HANDBOK_DOC_DIR}/examples)
install(DIRECTORY docs/manual DESTINATION ${HANDBOK_DOC_DIR})
install(FILES CHANGELOG.md docs/checks.md docs/content-format.md docs/document-life.md
  docs/publishing.md docs/running.md DESTINATION ${HANDBOK_DOC_DIR})
install(FILES LICENSE DESTINATION ${HANDBOK_DOC_DIR} RENAME copyright)

set(CPACK_PACKAGE_VENDOR "Handbok")
set(CPACK_PACKAGE_CONTACT "the Handbok maintainers")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS adduser)  # postinst makes the user that publishes
# pandoc reads Word files, ssh-keygen checks signatures, git fetches the sources.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "git, nginx | httpd, openssh-client, pandoc")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${PROJECT_SOURCE_DIR}/packaging/debian/postinst
  ${PROJECT_SOURCE_DIR}/packaging/debian/prerm
  ${PROJECT_SOURCE_DIR}/packaging/debian/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_STRIP_FILES ON)
include(CPack)
