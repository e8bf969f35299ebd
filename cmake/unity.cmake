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
  foreach(line IN LISTS lines)
    string(REGEX MATCH "^([0-9]+) (.+)$" _ "${line}")
    set_source_files_properties(${CMAKE_MATCH_2} PROPERTIES UNITY_GROUP group${CMAKE_MATCH_1})
  endforeach()
  # clang-tidy looks for its settings where the groups lie, which is below the folder of the build.
  if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/.clang-tidy)
    configure_file(.clang-tidy .clang-tidy COPYONLY)
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()
