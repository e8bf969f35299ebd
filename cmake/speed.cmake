# What makes building faster and changes nothing of what is built.

# A compiler's answers are kept between checkouts; a machine without ccache builds as well.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE})
endif()

find_program(MOLD mold)
if(MOLD AND HANDBOK_DEV)
  add_link_options(-fuse-ld=mold)
endif()

# clang keeps instantiated templates in a precompiled header, which halves the time of a file. g++
# does not and gains nothing.
function(handbok_precompile target)
  if(HANDBOK_DEV AND NOT HANDBOK_UNITY AND CMAKE_CXX_COMPILER_ID STREQUAL Clang)
    target_precompile_headers(${target} PRIVATE ${ARGN})
    target_compile_options(${target} PRIVATE -fpch-instantiate-templates
      "SHELL:-Xclang -fno-pch-timestamp")
  endif()
endfunction()
