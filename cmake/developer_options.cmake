# Flags for our own targets only: strict for developers, quiet for those who just build.
add_library(handbok_dev_options INTERFACE)

if(HANDBOK_DEV OR HANDBOK_FUZZ)
  target_compile_definitions(handbok_dev_options INTERFACE _GLIBCXX_ASSERTIONS)
  target_compile_options(handbok_dev_options INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wcast-qual -Wcast-align -Wnon-virtual-dtor -Woverloaded-virtual -Wdouble-promotion
    -Wformat=2 -Wimplicit-fallthrough -Wmissing-declarations -Wundef -Wextra-semi
    $<$<BOOL:${HANDBOK_UNITY}>:-Wno-shadow>  # of what a neighbour keeps to itself
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wduplicated-branches;-Wlogical-op;-Wuseless-cast;-Wsuggest-override>)
endif()

if(HANDBOK_SANITIZE)
  # RelWithDebInfo sets NDEBUG; a sanitized program is run to find bugs, so assertions stay on.
  target_compile_options(handbok_dev_options INTERFACE
    -fsanitize=${HANDBOK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -UNDEBUG
    -O1 -g1  # compiles in half the time and still names lines
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)  # false alarms under the sanitizers
  target_link_options(handbok_dev_options INTERFACE -fsanitize=${HANDBOK_SANITIZE})
endif()
