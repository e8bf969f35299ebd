#include "cli/tracked_changes.hpp"

#include "cli/console.hpp"

namespace handbok {

std::optional<TrackedChanges> tracked_changes(const std::string& word,
                                              const CommonOptions& common) {
  if (word == "accept") return TrackedChanges::accept;
  if (word == "reject") return TrackedChanges::reject;
  print_error(common.language, choose(common.language, "--tracked är accept eller reject.",
                                      "--tracked is accept or reject."));
  return std::nullopt;
}

}  // namespace handbok
