#include "render/document_face.hpp"

#include "render/addresses.hpp"

namespace handbok {
namespace {

/// The way to `address`, or nothing if the site has no such page.
std::string existing(const std::string& address, const std::string& root, const SiteContext& site) {
  return site.routes.has(address) ? root + address : std::string{};
}

}  // namespace

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
