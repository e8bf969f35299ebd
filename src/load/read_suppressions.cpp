#include "load/read_quality.hpp"
#include "load/register_file.hpp"

namespace handbok {

void read_suppressions(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics) {
  const ReadScope scope("registers/suppressions.toml", Consequence::entry_left_out, diagnostics);
  with_register(sources, scope, [&](TableReader& root) {
    read_register(root, "suppression", [&](TableReader& row) {
      Suppression suppression;
      suppression.code = row.required_text("code");
      suppression.subject = row.text("subject");
      suppression.reason = row.required_text("reason");
      suppression.decided_by = row.required_text("decided_by");
      const auto decided_on = row.required_date("decided_on");
      const auto valid_to = row.required_date("valid_to");
      suppression.location = row.location();
      const bool is_whole = decided_on && valid_to && !suppression.reason.empty() &&
                            !suppression.code.empty() && !suppression.decided_by.empty();
      if (!is_whole) return;
      suppression.decided_on = *decided_on;
      suppression.valid_to = *valid_to;
      handbook.suppressions.push_back(std::move(suppression));
    });
  });
}

}  // namespace handbok
