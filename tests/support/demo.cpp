#include "support/demo.hpp"

#include "app/workspace.hpp"
#include "support/fixture.hpp"
#include "support/project.hpp"

namespace handbok {

const FileTree& demo_sources() {
  static const FileTree sources = *read_sources(test::in_project("content"));
  return sources;
}

const FileTree& default_theme() {
  static const FileTree theme = *read_theme(test::in_project("themes/default"));
  return theme;
}

BuiltSite build_in_memory(const FileTree& sources, const std::string& day, int jobs) {
  BuiltSite site;
  BuildOptions options;
  options.as_of = *Date::parse(day);
  options.law = test::project_law();
  site.report = build(sources, default_theme(), options, make_isolate(jobs),
                      [&](SiteFile file) { site.files.put(file.path, std::move(file.bytes)); });
  return site;
}

const BuiltSite& demo_site() {
  static const BuiltSite site = build_in_memory(demo_sources(), "2026-11-21");
  return site;
}

}  // namespace handbok
