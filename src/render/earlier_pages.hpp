#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_stream.hpp"
#include "base/date.hpp"
#include "render/page.hpp"
#include "render/site_context.hpp"

namespace handbok {

/// Pages that are made together, one after the other.
using PageGroup = std::vector<const Route*>;

/// What was asked for while a group was made, beside what all pages rest on.
struct Asked {
  std::set<std::string> texts;  ///< the documents of which
  DayQuestions day;
};

/// The pages of the last site that this one has again (decision 0070). All that pages are made of
/// is their basis, but for the texts of documents and what differs from day to day: these are asked
/// for, and who was answered otherwise is made anew. Safe to use from any thread.
class EarlierPages {
public:
  /// Without a store and an earlier site there are none.
  explicit EarlierPages(const SiteContext& site);

  /// The pages of the group, if they would come out as they were; nothing if they must be made.
  std::optional<std::vector<std::string>> find(const PageGroup& group) const;

  /// Notes what the pages of the group are, and what was asked for them.
  void keep(const PageGroup& group, const Asked& asked,
            const std::vector<std::string>& pages) const;

private:
  using Digests = std::map<std::string, std::string, std::less<>>;

  std::string key_of(const PageGroup& group) const;
  std::string asked_again(std::string_view id) const;
  std::string on_day(std::string_view id) const;
  bool answers_are_same(ByteReader& in) const;

  const SiteContext& site_;
  bool is_in_use_;
  int today_;
  std::string basis_;
  std::string all_of_day_;  ///< digest of all that differs from day to day
  Digests documents_;       ///< of all their files
  Digests days_;            ///< what each document is on the day
};

}  // namespace handbok
