#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"

namespace handbok {

/// One thing that happened.
struct AtomEntry {
  std::string id;  ///< a URI that is the same each time that the entry is written
  std::string title;
  std::string href;  ///< may be relative to the feed's own address
  Date on;
  std::string summary;  ///< plain text; may be empty
};

/// News to be read by a feed reader.
struct AtomFeed {
  std::string id;
  std::string title;
  std::string author;
  std::string language;            ///< "sv"
  std::string href;                ///< of the page with the same news
  std::string self;                ///< of the feed
  std::vector<AtomEntry> entries;  ///< newest first
};

/// The feed as RFC 4287 wants it. A day is written as its beginning in UTC; a feed without entries
/// was updated on 1 January 1970. Control characters, which XML has no way to write, become blanks.
std::string write_atom(const AtomFeed& feed);

}  // namespace handbok
