# Compiles a target's files in groups, which takes a fraction of the time: the headers cost more
# than the code. For the presets that compile everything once (sanitizers, clang-tidy); the others
# compile file by file, so that a missing #include is still found and an edit rebuilds one file.
function(handbok_compile_in_groups target)
  if(NOT HANDBOK_UNITY)
    return()
  endif()
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  get_target_property(sources ${target} SOURCES)
  execute_process(
    COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/tools/unity_groups.py
            ${CMAKE_CURRENT_SOURCE_DIR} ${sources}
    OUTPUT_VARIABLE lines OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  string(REPLACE "\n" ";" lines "${lines}")
  set(fuzzed "")
  foreach(line IN LISTS lines)
    string(REGEX MATCH "^([0-9]+) (.+)$" _ "${line}")
    set(group group${CMAKE_MATCH_1})
    set_source_files_properties(${CMAKE_MATCH_2} PROPERTIES UNITY_GROUP ${group})
    if(CMAKE_MATCH_2 MATCHES "^(base|load|markdown|text|word)/")
      list(APPEND fuzzed ${group})
    endif()
  endforeach()
  if(HANDBOK_SANITIZE MATCHES "fuzzer")
    handbok_count_branches(${target} "${fuzzed}")
  endif()
  # clang-tidy looks for its settings where the groups lie, which is below the folder of the build.
  if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/.clang-tidy)
    configure_file(.clang-tidy .clang-tidy COPYONLY)
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

# Only the groups of what fuzz targets drive count their branches for them: in all the rest that would
# cost a sixth of the compiler's time, and more of the tests'. The file's name has its digest, since
# ccache does not look into it.
function(handbok_count_branches target groups)
  list(REMOVE_DUPLICATES groups)
  list(TRANSFORM groups REPLACE "(.+)" "src:*/Unity/unity_\\1_cxx.cxx\n")
  list(JOIN groups "" lines)
  string(CONCAT lines "src:-\n" "${lines}" "fun:*\n")
  string(MD5 digest "${lines}")
  file(RELATIVE_PATH folder ${CMAKE_BINARY_DIR} ${CMAKE_CURRENT_BINARY_DIR})
  file(CONFIGURE OUTPUT counted-${digest}.txt CONTENT "${lines}" @ONLY)
  target_compile_options(${target} PRIVATE -fsanitize-coverage-allowlist=${folder}/counted-${digest}.txt)
endfunction()
