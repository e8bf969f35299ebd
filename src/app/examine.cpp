#include "app/examine.hpp"

#include "app/read_handbook.hpp"
#include "check/check.hpp"

namespace handbok {

Examination examine(const FileTree& sources, Date as_of, const Isolate& isolate) {
  Examination examination;
  const Handbook handbook = read_handbook(sources, isolate, examination.diagnostics);
  const DayView view(handbook, as_of);
  run_checks(view, Backlinks(view), examination.diagnostics, isolate.jobs());
  for (const auto& document : handbook.documents)
    examination.documents.push_back(document.id);
  for (const auto& source : handbook.sources)
    examination.sources.push_back(source.number);
  return examination;
}

void with_edition(const FileTree& sources, Date as_of, const Isolate& isolate,
                  const std::function<void(const Edition&)>& use) {
  Diagnostics found;
  const Handbook handbook = read_handbook(sources, isolate, found);
  const DayView view(handbook, as_of);
  run_checks(view, Backlinks(view), found, isolate.jobs());
  const ProfileSelection everything{&view, {}, {}, {}, true, {}};
  use(Edition(everything, found.sorted()));
}

}  // namespace handbok
