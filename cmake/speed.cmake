# What makes building faster and changes nothing of what is built.

# A compiler's answers are kept between checkouts; a machine without ccache builds as well.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 CCACHE_PCH_EXTSUM=1
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE})
endif()

find_program(MOLD mold)
if(MOLD AND HANDBOK_DEV)
  add_link_options(-fuse-ld=mold)
endif()

# clang keeps instantiated templates in a precompiled header, which halves the time of a file. g++
# does not and gains nothing.
function(handbok_precompile target)
  if(NOT HANDBOK_DEV OR HANDBOK_UNITY OR NOT CMAKE_CXX_COMPILER_ID STREQUAL Clang)
    return()
  endif()
  target_precompile_headers(${target} PRIVATE ${ARGN})
  target_compile_options(${target} PRIVATE -fpch-instantiate-templates
    "SHELL:-Xclang -fno-pch-timestamp")
  # A precompiled header holds paths of its checkout. ccache takes this digest of what it is made
  # from instead, so that another checkout gets the same answers.
  set(headers ${PROJECT_SOURCE_DIR}/src/standard.hpp)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${headers})
  execute_process(COMMAND ${CMAKE_CXX_COMPILER} -std=c++20 -E -P -x c++ ${headers}
    OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
  string(REPLACE ${PROJECT_SOURCE_DIR} "" shown "${ARGN}")
  string(SHA256 digest "${CMAKE_CXX_COMPILER_VERSION} ${CMAKE_CXX_FLAGS_DEBUG} ${HANDBOK_SANITIZE} ${shown} ${text}")
  file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${target}.dir/cmake_pch.hxx.pch.sum ${digest})
endfunction()
