#include "base/atom.hpp"

#include <string_view>

namespace handbok {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      default: result += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
  }
  return result;
}

std::string element(std::string_view name, std::string_view text) {
  return std::string("<")
      .append(name)
      .append(">")
      .append(escaped(text))
      .append("</")
      .append(name)
      .append(">\n");
}

std::string link(std::string_view relation, std::string_view type, std::string_view href) {
  return std::string("<link rel=\"")
      .append(relation)
      .append("\" type=\"")
      .append(type)
      .append("\" href=\"")
      .append(escaped(href))
      .append("\"/>\n");
}

std::string moment(Date day) {
  return day.to_string() + "T00:00:00Z";
}

std::string entry_text(const AtomEntry& entry) {
  std::string text = "<entry>\n";
  text += element("id", entry.id);
  text += element("title", entry.title);
  text += link("alternate", "text/html", entry.href);
  text += element("updated", moment(entry.on));
  if (!entry.summary.empty()) text += element("summary", entry.summary);
  return text += "</entry>\n";
}

}  // namespace

std::string write_atom(const AtomFeed& feed) {
  std::string text = R"(<?xml version="1.0" encoding="UTF-8"?>)"
                     "\n";
  text.append(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang=")");
  text.append(escaped(feed.language)).append("\">\n");
  text += element("id", feed.id);
  text += element("title", feed.title);
  text.append("<author>").append(element("name", feed.author)).append("</author>\n");
  text += link("self", "application/atom+xml", feed.self);
  text += link("alternate", "text/html", feed.href);
  text += element("updated",
                  feed.entries.empty() ? "1970-01-01T00:00:00Z" : moment(feed.entries.front().on));
  for (const auto& entry : feed.entries)
    text += entry_text(entry);
  return text += "</feed>\n";
}

}  // namespace handbok
