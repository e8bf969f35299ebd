#pragma once

#include <map>
#include <string>

#include "diag/diagnostic.hpp"
#include "diagram/draw.hpp"

namespace handbok {

/// The drawings of all processes on the site, by revision. A process that could not be drawn is not
/// among them.
class Diagrams {
public:
  /// The drawing of that revision's process, or nullptr.
  const Drawing* find(const RevisionKey& revision) const;

  void add(RevisionKey revision, Drawing drawing);

  const std::map<RevisionKey, Drawing>& all() const { return drawings_; }

private:
  std::map<RevisionKey, Drawing> drawings_;
};

/// The drawing as a file of its own with the style it needs. Its links to places on its page lead
/// to that page, at `page_name` in the same folder.
std::string standalone_svg(const Drawing& drawing, const std::string& style,
                           const std::string& page_name);

}  // namespace handbok
