// The text of a revision: finished stretches of HTML with links and generated parts between them,
// cut where a page may put its parts in another order.
#include <algorithm>
#include <string>
#include <utility>

#include "base/strings.hpp"
#include "model/body_words.hpp"
#include "model/boxes.hpp"
#include "model/references.hpp"
#include "render/references.hpp"
#include "render/running_text.hpp"
#include "render/tables/entity_links.hpp"

namespace handbok {
namespace {

bool has_attachment(const Revision& revision, std::string_view path) {
  return std::ranges::find(revision.attachments, path, &Attachment::path) !=
         revision.attachments.end();
}

std::string attribute(std::string_view name, std::string_view value) {
  if (value.empty()) return {};
  return " " + std::string(name) + "=\"" + escape_html(value) + "\"";
}

/// Writes the pieces of one text.
class BodyWriter {
public:
  BodyWriter(const Revision& revision, const LinkScope& scope, const SectionAdditions& additions)
      : revision_(revision),
        scope_(scope),
        additions_(additions) {}

  BodyParts write() {
    for (const auto& piece : pieces_of(revision_.body)) {
      html_ += piece.html;
      write_point(piece);
    }
    end_section(nullptr);
    parts_.urgent.text = with_links_in_text(parts_.urgent.text, revision_.document, scope_);
    return std::move(parts_);
  }

private:
  const WordTable& words() const { return scope_.site.words(); }

  void write_point(const PieceView& piece) {
    switch (piece.kind) {
      case PieceKind::html: return;
      case PieceKind::link_start: return start_link(revision_.body.links[piece.index]);
      case PieceKind::link_end: return end_link();
      case PieceKind::section_end:
        add_to_section(piece.index);
        return end_section(&revision_.body.headings[piece.index]);
      case PieceKind::box_label:
        html_ += escape_html(words()[box_word(box_marks[piece.index].level)]);
        return;
      case PieceKind::lifted_start:
      case PieceKind::lifted_end: std::swap(html_, parts_.urgent.text); return;
      case PieceKind::footnote_label:
        html_ += escape_html(words().fill(Word::footnote_label, {std::to_string(piece.index)}));
        return;
      case PieceKind::footnote_return:
        html_ += escape_html(words().fill(Word::footnote_return, {std::to_string(piece.index)}));
        return;
    }
  }

  static Word box_word(BoxLevel level) {
    switch (level) {
      case BoxLevel::urgent: return Word::box_urgent;
      case BoxLevel::warning: return Word::box_warning;
      case BoxLevel::tip: return Word::box_tip;
    }
    return Word::box_tip;
  }

  /// Cuts off what was written since the last cut. Sections inside others stay with them.
  void end_section(const BodyHeading* heading) {
    if (heading != nullptr && (heading->level != level_ || heading->is_nested)) return;
    auto text = with_links_in_text(std::exchange(html_, {}), revision_.document, scope_);
    BodySection section{heading, {}, {std::move(text)}};
    if (heading != nullptr) {
      const auto tag = "h" + std::to_string(level_);
      const auto start = section.html.text.find("<" + tag + " id=\"" + heading->anchor + "\">");
      if (start == std::string::npos) return keep({nullptr, {}, std::move(section.html)});
      const auto heading_end = "</" + tag + ">\n";
      const auto end = section.html.text.find(heading_end, start) + heading_end.size();
      keep({nullptr, {}, {section.html.text.substr(0, start)}});
      section.title.text = section.html.text.substr(start, end - start);
      section.html.text.erase(0, end);
    }
    keep(std::move(section));
  }

  void keep(BodySection section) {
    if (section.heading != nullptr || !section.html.text.empty())
      parts_.sections.push_back(std::move(section));
  }

  LinkTarget target_of(const BodyLink& link) const {
    switch (link.kind) {
      case LinkKind::document:
      case LinkKind::clause:
      case LinkKind::term: return reference_target(link, scope_);
      case LinkKind::attachment:
        return {
            has_attachment(revision_, link.target) ? scope_.folder + link.target : std::string{},
            {},
            {}};
      case LinkKind::anchor: return {"#" + link.target, {}, {}};
      case LinkKind::external: return {link.target, {}, {}};
    }
    return {};
  }

  void start_link(const BodyLink& link) {
    if (link.is_image) return write_image(link);
    open_ = target_of(link);
    const std::string_view css = link.kind == LinkKind::term ? "term" : "";
    if (!open_.href.empty()) {
      html_ += "<a" + attribute("href", open_.href) + attribute("class", css) +
               attribute("title", link.title) + ">";
    }
    if (link.text.empty()) html_ += escape_html(open_.text);
  }

  void end_link() {
    if (!open_.href.empty()) html_ += "</a>";
    if (!open_.ended.text.empty()) {
      html_ += " <small class=\"applies-now\">(" + open_.ended.text + ")</small>";
    }
    if (!open_.now_href.empty()) {
      html_ += " <small class=\"applies-now\">(" +
               link_html(open_.now_href, words()[Word::link_applies_now]).text + ")</small>";
    }
    open_ = {};
  }

  /// An image that is not a file of the revision is named in words instead.
  void write_image(const BodyLink& link) {
    if (!has_attachment(revision_, link.target)) {
      html_ += escape_html(link.text);
      return;
    }
    html_ += "<img" + attribute("src", scope_.folder + link.target) + " alt=\"" +
             escape_html(link.text) + "\"" + attribute("title", link.title) + ">";
  }

  void add_to_section(std::uint32_t heading) {
    for (const auto& [index, addition] : additions_) {
      if (index == heading) html_ += addition.text;
    }
  }

  const Revision& revision_;
  const LinkScope& scope_;
  const SectionAdditions& additions_;
  const int level_ = section_level(revision_.body.headings);
  LinkTarget open_;   ///< of the link being written
  std::string html_;  ///< of the section being written
  BodyParts parts_;
};

}  // namespace

LinkTarget reference_target(const BodyLink& link, const LinkScope& scope) {
  if (link.kind == LinkKind::clause) return clause_target(link.target, scope);
  if (link.kind == LinkKind::term) return term_target(link.target, scope);
  const auto reference = parse_document_reference(link.target);
  if (reference && scope.site.view().find(reference->document) != nullptr)
    return document_target(link.target, scope);
  const auto row = register_link(link.target, scope);
  return {row.href, row.text.empty() ? link.target : row.text, {}};
}

BodyParts body_parts(const Revision& revision, const LinkScope& scope,
                     const SectionAdditions& additions) {
  if (scope.site.texts_read != nullptr) scope.site.texts_read->insert(revision.document);
  // The page of a document and that of its revision in force show the same.
  auto* const last = scope.as_of ? nullptr : scope.site.last_body;
  if (last == nullptr) return BodyWriter(revision, scope, additions).write();
  const auto is_same = [](const auto& a, const auto& b) {
    return a.first == b.first && a.second.text == b.second.text;
  };
  if (last->revision != &revision || last->root != scope.root || last->folder != scope.folder ||
      !std::ranges::equal(last->additions, additions, is_same)) {
    *last = {&revision, scope.root, scope.folder, additions,
             BodyWriter(revision, scope, additions).write()};
  }
  return last->parts;
}

}  // namespace handbok
