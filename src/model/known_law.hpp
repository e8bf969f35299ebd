#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "model/law.hpp"

namespace handbok {

/// How sure the pack of law is of what it says: read in the statute, seen on public pages, or
/// neither.
enum class LawConfidence : std::uint8_t { high, medium, low };

/// A clause that has another number in the statute that replaced its own.
struct KnownMove {
  std::string number;  ///< of the statute it came from: "SFS 2001:453"
  std::string ref;     ///< there: "14:3"
  std::string to;      ///< here: "27:2"
};

/// How far the sections of a chapter went when they were read.
struct KnownChapter {
  std::string chapter;   ///< "3", "9 a"; empty in a statute without chapters
  int last_section = 0;  ///< the highest number, letters left out
};

/// A statute as the pack of law knows it. What is empty is not known; that is never the same as
/// "there is none".
struct KnownStatute {
  std::string number;  ///< "SFS 2017:30", "HSLF-FS 2017:40"
  std::string title;
  std::string short_name;
  SourceKind kind = SourceKind::act;
  std::optional<Date> in_force_from;
  std::optional<Date> repealed_on;  ///< first day without force
  std::vector<std::string>
      replaced_by;                     ///< numbers; without repealed_on: repealed, the day unknown
  std::vector<KnownMove> moved;        ///< where clauses of earlier statutes are now
  std::vector<KnownChapter> chapters;  ///< in their order
  std::optional<Date> seen_on;         ///< the day of the wording that was read
  LawConfidence confidence = LawConfidence::high;
  std::string note;  ///< where it was seen, or what somebody should look at

  /// True if it is known to have ceased on that day, or at some time nobody knows.
  bool is_repealed_on(Date day) const {
    return repealed_on ? *repealed_on <= day : !replaced_by.empty();
  }
};

/// What is known of law beside the handbook's own register of sources: facts that come with the
/// program, kept by hand. Safe to read from any thread.
struct LawPack {
  std::vector<KnownStatute> statutes;  ///< by number, each once
  std::optional<Date> day;             ///< it may lack what came after

  /// The statute with that number, or nullptr.
  const KnownStatute* find(std::string_view number) const {
    const auto found = std::ranges::lower_bound(statutes, number, {}, &KnownStatute::number);
    return found == statutes.end() || found->number != number ? nullptr : &*found;
  }
};

}  // namespace handbok
