#include "render/document_face.hpp"

#include <string>
#include <vector>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "render/addresses.hpp"

namespace handbok {
namespace {

/// The way to `address`, or nothing if the site has no such page.
std::string existing(const std::string& address, const std::string& root, const SiteContext& site) {
  return site.routes.has(address) ? root + address : std::string{};
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = is_letter_or_digit(c) || c == '-' || c == '.' || c == '_';
    if (is_plain) {
      encoded += c;
    } else {
      encoded += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
  }
  return encoded;
}

}  // namespace

std::string letter_href(std::string_view subject, const SiteContext& site) {
  const auto& contact = site.handbook().settings.contact;
  if (contact.empty()) return {};
  return "mailto:" + contact + "?subject=" + percent_encoded(subject);
}

const std::string& document_title(const DocumentDay& document, const SiteContext& site) {
  const auto face = face_of(document, site.withheld);
  if (face.shown != nullptr) return face.shown->title;
  const auto* const next = document.upcoming;
  const bool shows_next = next != nullptr && site.withheld.reason(next->key()) == nullptr;
  return shows_next ? next->title : document.document->id;
}

LinkView document_link(std::string_view id, const std::string& root, const SiteContext& site) {
  const auto* const document = site.view().find(id);
  if (document == nullptr || !is_published(document->state)) return {{}, std::string(id)};
  return {existing(address::document(site.handbook(), id), root, site),
          document_title(*document, site)};
}

LinkView role_link(std::string_view id, const std::string& root, const SiteContext& site) {
  const auto* const role = site.handbook().find_role(id);
  if (role == nullptr) return {{}, std::string(id)};
  return {existing(address::role(id), root, site), role->name};
}

LinkView unit_link(std::string_view id, const std::string& root, const SiteContext& site) {
  const auto* const unit = site.handbook().find_unit(id);
  if (unit == nullptr) return {{}, std::string(id)};
  return {existing(address::unit(id), root, site), unit->name};
}

Html reach_attributes(const Revision& revision) {
  std::string html;
  const auto add = [&](std::string_view name, const std::vector<std::string>& values) {
    if (values.empty()) return;
    html += " data-" + std::string(name) + "=\"" + escape_html(join(values, " ")) + "\"";
  };
  if (revision.applies_to.empty()) {
    add("under", {revision.unit});
  } else {
    add("for", revision.applies_to);
  }
  add("not", revision.excludes);
  add("regimes", revision.regimes);
  return {html};
}

std::string_view document_section(std::string_view id, const SiteContext& site) {
  const auto folder = address::document_folder(site.handbook(), id);
  return folder.starts_with("processer/") ? address::processes : address::documents;
}

std::vector<Crumb> section_breadcrumbs(std::string_view id, const SiteContext& site) {
  const auto section = document_section(id, site);
  const auto word = section == address::processes ? Word::nav_processes : Word::nav_documents;
  std::vector<Crumb> crumbs;
  if (site.routes.has(address::start)) {
    crumbs.push_back({site.words()[Word::nav_start], std::string(address::start)});
  }
  if (site.routes.has(section)) crumbs.push_back({site.words()[word], std::string(section)});
  return crumbs;
}

}  // namespace handbok
