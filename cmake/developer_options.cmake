# Flags for our own targets only: strict for developers, quiet for those who just build.
add_library(handbok_dev_options INTERFACE)

if(HANDBOK_DEV)
  target_compile_definitions(handbok_dev_options INTERFACE _GLIBCXX_ASSERTIONS)
endif()
if(HANDBOK_STRICT)
  target_compile_options(handbok_dev_options INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wcast-qual -Wcast-align -Wnon-virtual-dtor -Woverloaded-virtual -Wdouble-promotion
    -Wformat=2 -Wimplicit-fallthrough -Wmissing-declarations -Wundef -Wextra-semi
    $<$<BOOL:${HANDBOK_UNITY}>:-Wno-shadow>  # of what a neighbour keeps to itself
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wduplicated-branches;-Wlogical-op;-Wuseless-cast;-Wsuggest-override>)
  # What g++ only believes it sees once it has optimised is told and stops nobody.
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_BUILD_TYPE STREQUAL Release)
    target_compile_options(handbok_dev_options INTERFACE -Wno-error=maybe-uninitialized
      -Wno-error=restrict -Wno-error=array-bounds -Wno-error=stringop-overflow
      -Wno-error=stringop-overread -Wno-error=free-nonheap-object -Wno-error=dangling-pointer)
  endif()
endif()

if(HANDBOK_SANITIZE)
  target_compile_options(handbok_dev_options INTERFACE
    -fsanitize=${HANDBOK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(handbok_dev_options INTERFACE -fsanitize=${HANDBOK_SANITIZE})
endif()
