// The one place where Catch2's main is compiled; version 3 has it in its library.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
