#include "render/binder.hpp"

#include <map>
#include <optional>
#include <string_view>

#include "base/strings.hpp"
#include "render/html.hpp"

namespace handbok {
namespace {

std::string title_of(const Binder& binder, const WordTable& words) {
  const auto word = binder.kind == BinderKind::unit ? Word::binder_unit : Word::binder_role;
  return words.fill(word, {binder.name});
}

/// "RUT-001 Ta emot synpunkter, utgåva 3".
std::string name_of(const BinderPart& part, const WordTable& words) {
  return words.fill(Word::binder_part, {part.document, part.title, std::to_string(part.number)});
}

/// The value of an attribute of <html>, escaped as it is; empty if it has none.
std::string_view html_attribute(std::string_view html, std::string_view name) {
  const auto start = html.find("<html");
  if (start == std::string_view::npos) return {};
  const auto tag = html.substr(start, html.find('>', start) - start);
  const auto begin = std::string(" ").append(name).append("=\"");
  const auto at = tag.find(begin);
  if (at == std::string_view::npos) return {};
  const auto value = tag.substr(at + begin.size());
  return value.substr(0, value.find('"'));
}

/// What stands in <main>.
std::string_view main_of(std::string_view html) {
  const auto start = html.find("<main");
  if (start == std::string_view::npos) return {};
  const auto content = html.find('>', start) + 1;
  return html.substr(content, html.find("</main>", content) - content);
}

/// Where a relative address leads from the page at `path`, below the root of the site.
std::string resolved(std::string_view address, std::string_view path) {
  auto folder = std::string(path.substr(0, path.rfind('/') + 1));
  while (address.starts_with("../")) {
    address.remove_prefix(3);
    if (!folder.empty()) folder.pop_back();
    folder.erase(folder.rfind('/') + 1);
  }
  return folder + std::string(address);
}

/// One text of the binder, its ids and addresses made to fit among the others.
class PartText {
public:
  PartText(const Binder& binder, std::size_t index,
           const std::map<std::string, std::string, std::less<>>& names)
      : binder_(binder),
        names_(names),
        path_(binder.parts[index].path),
        prefix_(names.at(path_)) {}

  std::string rewritten(std::string_view html) const {
    std::string result;
    std::size_t done = 0;
    for (auto at = html.find("=\""); at != std::string_view::npos; at = html.find("=\"", at)) {
      auto name = at;
      while (name > 0 &&
             (html[name - 1] == '-' || (html[name - 1] >= 'a' && html[name - 1] <= 'z')))
        --name;
      const auto value = at + 2;
      at = html.find('"', value);
      if (at == std::string_view::npos) break;
      const auto changed =
          attribute(html.substr(name, value - 2 - name), html.substr(value, at - value));
      if (!changed) continue;
      result.append(html.substr(done, name - done)).append(*changed);
      done = at + 1;
    }
    return result.append(html.substr(done));
  }

private:
  /// The attribute in the binder, or nothing if it stays as it is.
  std::optional<std::string> attribute(std::string_view name, std::string_view value) const {
    if (name == "id" || name == "aria-labelledby" || name == "for")
      return written(name, prefix_ + "-" + std::string(value));
    if (name == "src") return written(name, resolved(value, path_));
    if (name != "href") return std::nullopt;
    if (value.starts_with("#"))
      return written(name, "#" + prefix_ + "-" + std::string(value.substr(1)));
    if (value.find(':') != std::string_view::npos) return std::nullopt;
    const auto target = resolved(value, path_);
    const auto hash = target.find('#');
    const auto part = names_.find(target.substr(0, hash));
    if (part == names_.end()) {
      // Without an address for the world a link has nowhere to lead.
      if (binder_.base_url.empty()) return std::string();
      return written(name,
                     binder_.base_url + (binder_.base_url.ends_with('/') ? "" : "/") + target);
    }
    if (hash == std::string::npos) return written(name, "#" + part->second);
    return written(name, "#" + part->second + "-" + target.substr(hash + 1));
  }

  static std::string written(std::string_view name, const std::string& value) {
    return std::string(name).append("=\"").append(value).append("\"");
  }

  const Binder& binder_;
  const std::map<std::string, std::string, std::less<>>& names_;
  const std::string& path_;
  const std::string& prefix_;
};

/// What the margins of the sheets of one text say. Values are handed over as attributes of <html>,
/// as for a page alone.
std::string sheet_style(const std::string& name, const BinderPart& part) {
  const auto code = resolved(html_attribute(part.html, "data-code"), part.path);
  std::string margins = "@bottom-left{content:var(--" + name +
                        ") \"\\A\" var(--sheet-printed) \". \" " +
                        "var(--sheet-note) \"\\A\" var(--" + name + "-check)}";
  if (!html_attribute(part.html, "data-code").empty())
    margins += "@bottom-right{content:url(" + code + ")}";
  if (!html_attribute(part.html, "data-mark").empty())
    margins += "@top-center{content:var(--" + name + "-mark);border:3pt double #000}";
  std::string style = ":root{";
  for (const auto* const suffix : {"", "-check", "-mark"}) {
    const auto variable = name + suffix;
    style.append("--").append(variable).append(":attr(data-").append(variable).append(");");
  }
  return style + "}\n@page " + name + "{" + margins + "}\n@page " + name +
         "-wide{size:A4 landscape;" + margins + "}\n." + name + "{page:" + name +
         ";--sheet-wide:" + name + "-wide}\n";
}

std::string sheet_data(const std::string& name, const BinderPart& part) {
  std::string data;
  const auto add = [&](std::string_view suffix, std::string_view source) {
    data.append(" data-").append(name).append(suffix).append("=\"");
    data.append(html_attribute(part.html, source)).append("\"");
  };
  add("", "data-sheet");
  add("-check", "data-check");
  add("-mark", "data-mark");
  return data;
}

std::string opening_of(const Binder& binder, const Theme& theme,
                       const std::map<std::string, std::string, std::less<>>& names) {
  const auto title = escape_html(title_of(binder, theme.words));
  std::string html = "<!DOCTYPE html>\n<html lang=\"" + escape_html(binder.language) +
                     "\" data-sheet=\"" + title + "\" data-sheet-name=\"" +
                     escape_html(binder.handbook) + "\"";
  for (const auto* const name :
       {"data-sheet-printed", "data-sheet-note", "data-sheet-page", "data-sheet-sign"}) {
    const auto value = html_attribute(binder.parts.front().html, name);
    html.append(" ").append(name).append("=\"").append(value).append("\"");
  }
  std::string style;
  for (const auto& part : binder.parts) {
    const auto& name = names.at(part.path);
    html += sheet_data(name, part);
    style += sheet_style(name, part);
  }
  return html + ">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title +
         "</title>\n<link rel=\"stylesheet\" href=\"" + theme.style.path.text() +
         "\">\n<script src=\"" + theme.script.path.text() + "\" defer></script>\n<style>\n" +
         style + "</style>\n</head>\n<body data-page=\"binder\">\n";
}

std::string cover_of(const Binder& binder, const Theme& theme,
                     const std::map<std::string, std::string, std::less<>>& names) {
  std::string html = "<section class=\"binder-cover\">\n<p>" + escape_html(binder.handbook) +
                     "</p>\n<h1>" + escape_html(title_of(binder, theme.words)) +
                     "</h1>\n<p class=\"binder-day\"></p>\n<h2>" +
                     escape_html(theme.words[Word::binder_contents]) + "</h2>\n<ol>\n";
  for (const auto& part : binder.parts)
    html += "<li><a href=\"#" + names.at(part.path) + "\">" +
            escape_html(name_of(part, theme.words)) + "</a></li>\n";
  return html + "</ol>\n</section>\n";
}

}  // namespace

std::string binder_html(const Binder& binder, const Theme& theme) {
  if (binder.parts.empty()) return {};
  std::map<std::string, std::string, std::less<>> names;
  for (std::size_t i = 0; i < binder.parts.size(); ++i)
    names.emplace(binder.parts[i].path, "part-" + std::to_string(i + 1));
  std::string html = opening_of(binder, theme, names) + cover_of(binder, theme, names);
  for (std::size_t i = 0; i < binder.parts.size(); ++i) {
    const auto& part = binder.parts[i];
    const auto& name = names.at(part.path);
    html += "<section class=\"binder-part " + name + "\" id=\"" + name + "\"";
    const auto form = html_attribute(part.html, "data-form");
    if (!form.empty()) html.append(" data-form=\"").append(form).append("\"");
    html += ">\n" + PartText(binder, i, names).rewritten(main_of(part.html)) + "</section>\n";
  }
  return html + "</body>\n</html>\n";
}

}  // namespace handbok
