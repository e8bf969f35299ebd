#pragma once
// Catch2 3 by the name and with the words of Catch2 2, which the tests are written for.
#include <catch2/catch_all.hpp>

using Catch::Approx;
