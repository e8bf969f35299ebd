// "Tjänster" and "Metoder": what the organisation does for people, and how it works.
#include "base/strings.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {
namespace {

TableSection method_section(const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table("metoder", words[Word::methods_title],
                     {words[Word::method_name], words[Word::method_use],
                      words[Word::method_principles], words[Word::method_documents]});
  for (const auto& method : scope.site.handbook().methods) {
    table.add(
        method.id, text_html(method.name),
        {text_html(method.use), lines_html({text_html(method.principles), text_html(method.basis)}),
         entities_html(method.documents, scope)});
  }
  return table.take();
}

TableSection information_section(const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table("kunskapskallor", words[Word::information_heading],
                     {words[Word::information_name], words[Word::information_period],
                      words[Word::information_owner], words[Word::information_kept],
                      words[Word::information_used]});
  for (const auto& source : scope.site.handbook().information_sources) {
    table.add(source.id, text_html(source.name),
              {text_html(source.period), role_html(source.owner, scope), text_html(source.kept_at),
               entities_html(source.used_in, scope)});
  }
  return table.take();
}

TableSection system_section(const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table("system", words[Word::systems_heading],
                     {words[Word::system_name], words[Word::system_holds]});
  for (const auto& system : scope.site.handbook().external_systems) {
    table.add(system.id, link_html(system.url, system.name), {text_html(system.holds)});
  }
  return table.take();
}

}  // namespace

bool has_services_page(const Handbook& handbook) {
  return !handbook.services.empty();
}

std::vector<TableSection> services_sections(const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::vector<std::string> columns{words[Word::service_name], words[Word::service_units],
                                   words[Word::service_processes]};
  if (!scope.site.handbook().settings.regimes.empty())
    columns.push_back(words[Word::service_regimes]);
  TableBuilder table("tjanster", words[Word::services_title], std::move(columns));
  for (const auto& service : scope.site.handbook().services) {
    auto head = text_html(service.name);
    if (!service.description.empty()) {
      head.text += "<br><small>" + escape_html(service.description) + "</small>";
    }
    table.add(service.id, std::move(head),
              {units_html(service.units, scope), entities_html(service.processes, scope),
               text_html(regime_names(service.regimes, scope.site.handbook()))});
  }
  return {table.take()};
}

bool has_methods_page(const Handbook& handbook) {
  return !handbook.methods.empty() || !handbook.information_sources.empty() ||
         !handbook.external_systems.empty();
}

std::vector<TableSection> methods_sections(const LinkScope& scope) {
  const auto& handbook = scope.site.handbook();
  std::vector<TableSection> sections;
  if (!handbook.methods.empty()) sections.push_back(method_section(scope));
  if (!handbook.information_sources.empty()) sections.push_back(information_section(scope));
  if (!handbook.external_systems.empty()) sections.push_back(system_section(scope));
  return sections;
}

}  // namespace handbok
