# Installation and the Debian package. What runs it every night and serves it lies in packaging/.
include(GNUInstallDirs)
# Graphviz keeps its layout engine out of the loader's path.
set_target_properties(handbok PROPERTIES INSTALL_RPATH_USE_LINK_PATH ON)
install(TARGETS handbok RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY law themes DESTINATION ${CMAKE_INSTALL_DATADIR}/handbok)
if(EXISTS ${PROJECT_SOURCE_DIR}/starter)  # what `init` begins from
  install(DIRECTORY starter DESTINATION ${CMAKE_INSTALL_DATADIR}/handbok)
endif()

# What the program says of itself, for man and the shells. Not made for tests.
if(NOT HANDBOK_DEV)
  set(HANDBOK_REFERENCE ${PROJECT_BINARY_DIR}/reference)
  file(MAKE_DIRECTORY ${HANDBOK_REFERENCE}/sv)
  add_custom_command(
    OUTPUT ${HANDBOK_REFERENCE}/handbok.1.gz ${HANDBOK_REFERENCE}/sv/handbok.1.gz
      ${HANDBOK_REFERENCE}/handbok ${HANDBOK_REFERENCE}/_handbok ${HANDBOK_REFERENCE}/handbok.fish
    COMMAND handbok --lang en man | gzip -9n > ${HANDBOK_REFERENCE}/handbok.1.gz
    COMMAND handbok --lang sv man | gzip -9n > ${HANDBOK_REFERENCE}/sv/handbok.1.gz
    COMMAND handbok --lang sv completion bash > ${HANDBOK_REFERENCE}/handbok
    COMMAND handbok --lang sv completion zsh > ${HANDBOK_REFERENCE}/_handbok
    COMMAND handbok --lang sv completion fish > ${HANDBOK_REFERENCE}/handbok.fish
    DEPENDS handbok)
  add_custom_target(handbok_reference ALL DEPENDS ${HANDBOK_REFERENCE}/handbok.1.gz)
  install(FILES ${HANDBOK_REFERENCE}/handbok.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${HANDBOK_REFERENCE}/sv/handbok.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/sv/man1)
  install(FILES ${HANDBOK_REFERENCE}/handbok
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${HANDBOK_REFERENCE}/_handbok
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
  install(FILES ${HANDBOK_REFERENCE}/handbok.fish
    DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()

# systemd reads usr/lib and lib alike, which on Debian 12 are one folder.
install(DIRECTORY packaging/systemd/ DESTINATION lib/systemd/system)
install(DIRECTORY DESTINATION ${CMAKE_INSTALL_FULL_SYSCONFDIR}/handbok)

set(HANDBOK_DOC_DIR ${CMAKE_INSTALL_DATADIR}/doc/handbok)
install(DIRECTORY content packaging/nginx packaging/apache packaging/iis packaging/forge
  DESTINATION ${HANDBOK_DOC_DIR}/examples)
install(FILES packaging/handbook.conf packaging/handbok.cron
  DESTINATION ${HANDBOK_DOC_DIR}/examples)
install(DIRECTORY docs/manual DESTINATION ${HANDBOK_DOC_DIR})
install(FILES CHANGELOG.md docs/checks.md docs/content-format.md docs/document-life.md
  docs/letters.md docs/publishing.md docs/running.md DESTINATION ${HANDBOK_DOC_DIR})
install(FILES LICENSE DESTINATION ${HANDBOK_DOC_DIR} RENAME copyright)

set(CPACK_PACKAGE_VENDOR "Handbok")
set(CPACK_PACKAGE_CONTACT "Handbok maintainers <maintainers@handbok.example>")
set(CPACK_PACKAGE_DESCRIPTION
"Markdown and TOML, with the decisions about them, become a static site that
shows what is in force each day, keeps every revision and says what is wrong.
A publication is whole or not at all, and what was published can be proved.
Units for a nightly job and configurations of nginx, Apache and IIS are here.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS adduser)  # postinst makes the user that publishes
# chromium writes PDFs, pandoc reads Word files, pdftotext PDFs, ssh-keygen checks signatures, git fetches the sources.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "chromium, git, nginx | httpd, openssh-client, pandoc, poppler-utils")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${PROJECT_SOURCE_DIR}/packaging/debian/postinst
  ${PROJECT_SOURCE_DIR}/packaging/debian/prerm
  ${PROJECT_SOURCE_DIR}/packaging/debian/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_STRIP_FILES ON)
include(CPack)
