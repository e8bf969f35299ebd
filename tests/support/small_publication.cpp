#include "support/small_publication.hpp"

#include "base/sha256.hpp"
#include "publish/layout.hpp"
#include "publish/release_writer.hpp"

namespace handbok::test {
namespace {

void collect(Disk& disk, const std::string& folder, const std::string& below, SmallSite& site) {
  for (const auto& name : disk.names_in(folder + below)) {
    const auto path = below + "/" + name;
    const auto kind = disk.status(folder + path)->kind;
    if (kind == FileKind::folder) collect(disk, folder, path, site);
    if (kind == FileKind::file) site[path.substr(1)] = disk.read(folder + path);
  }
}

}  // namespace

SmallSite small_site(const std::string& edition) {
  return {{"index.html", "<p>edition " + edition + "</p>\n"},
          {"dokument/RUT-001/1.html", "<p>always the same</p>\n"},
          {"dokument/RUT-001/1/blankett.pdf", "%PDF-1.4\n"},
          {"assets/handbook-1.css", "body {}\n"},
          {"assets/handbook-" + edition + ".js", "// " + edition + "\n"}};
}

int publish_small(Disk& disk, const SmallSite& site, Moment now,
                  const std::set<std::string, std::less<>>& closed) {
  auto opened = open_target(disk, now);
  if (const auto* const fault = std::get_if<TargetFault>(&opened))
    throw std::runtime_error(fault_text(*fault, Language::english));
  auto target = std::get<Target>(std::move(opened));
  auto& ledger = target.ledger;
  const auto number = static_cast<int>(ledger.entries().size()) + 1;
  const auto time = ledger.is_empty() ? now : std::max(now, ledger.entries().back().time + 1);
  const auto times = times_of(ledger, number, time);
  ReleaseCheck check(disk, times);
  ReleaseWriter writer(disk, check, target.last_or_null(), number, times);
  writer.keep({}, closed);
  for (const auto& [path, bytes] : site)
    writer.add({path, bytes});
  if (writer.add_what_stands()) throw std::runtime_error("the last release is damaged");
  writer.manifest().revisions["RUT-001@1"] = {digest_name("text"), "dokument/RUT-001/1.html"};
  writer.add_report(layout::report(number, "txt"), "report\n");
  if (writer.complete()) throw std::runtime_error("the disk lies");
  LedgerEntry prepare;
  prepare.type = EntryType::prepare;
  prepare.time = time;
  prepare.release = number;
  prepare.manifest = writer.manifest_digest();
  prepare.state.input = digest_name("input");
  prepare.state.tool = "0.1.0";
  prepare.state.as_of = Date::from_days(static_cast<int>(time / 86'400));
  if (ledger.is_empty()) prepare.revisions = {"RUT-001@1"};
  publish_release(disk, ledger, prepare);
  return number;
}

SmallSite served_site(Disk& disk) {
  SmallSite site;
  const std::string current(layout::current);
  if (!disk.status(current)) return site;
  collect(disk, disk.link_target(current), "", site);
  return site;
}

}  // namespace handbok::test
