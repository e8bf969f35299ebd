#pragma once

#include <cstdint>

#include "base/date.hpp"

namespace handbok {

/// The calendar day in Sweden at `unix_seconds`: CET, and CEST from the last Sunday of March to the
/// last Sunday of October at 01:00 UTC (directive 2000/84/EC). Needs no time-zone database.
Date stockholm_day(std::int64_t unix_seconds);

/// False if SOURCE_DATE_EPOCH is set to something else than seconds from 1970 on, or to a moment
/// that no handbook is built for (milliseconds are seconds of a far millennium).
bool is_epoch_sensible();

/// Today in Sweden: SOURCE_DATE_EPOCH if it is set to a number, else the machine's clock.
Date today();

/// Seconds since 1970: SOURCE_DATE_EPOCH if it is set, else the machine's clock. Throws IoError if
/// that is no number of seconds before the year 10000.
std::int64_t unix_seconds_now();

/// Milliseconds since some fixed moment, for measuring spans.
std::int64_t milliseconds_now();

}  // namespace handbok
