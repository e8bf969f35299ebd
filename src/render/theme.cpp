#include "render/theme.hpp"

#include <set>

#include "base/sha256.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

constexpr std::size_t digest_length = 8;

/// All files of the theme's top folder that end so, joined in byte order of their names.
SiteFile joined_asset(const FileTree& files, const std::string& name, const std::string& ending) {
  std::string bytes;
  for (const auto& [path, content] : files.files()) {
    if (path.ends_with(ending) && path.find('/') == std::string::npos) bytes += content;
  }
  const auto digest = sha256_hex(bytes).substr(0, digest_length);
  return {"assets/" + name + "-" + digest + ending, bytes};
}

std::string digest_of(const FileTree& files) {
  std::string digests;
  for (const auto& [path, content] : files.files())
    digests.append(sha256_hex(path)).append(sha256_hex(content));
  return sha256_hex(digests);
}

void check_words(const Words& words, Diagnostics& diagnostics) {
  for (const auto key : word_keys) {
    if (words.find(key) != words.end()) continue;
    diagnostics.report(theme_error(Code::theme_word_missing, {"lang", 0, 0}, {std::string(key)}));
  }
}

std::vector<std::string> words_without(const Words& words, std::set<std::string> used) {
  used.insert(word_keys.begin(), word_keys.end());
  std::vector<std::string> unused;
  for (const auto& [key, text] : words) {
    if (!used.contains(key)) unused.push_back(key);
  }
  return unused;
}

}  // namespace

Theme load_theme(const FileTree& theme_files, const Words& words, Diagnostics& diagnostics) {
  const TemplateSources sources{theme_files, words};
  std::set<std::string> used_words;
  const auto load = [&](std::string_view name, Field::Fields fields) {
    return Template(compile_template(sources, name, fields, used_words, diagnostics), fields);
  };
  std::vector<Template> pages;
  for (const auto& kind : all_page_kinds())
    pages.push_back(load(kind.name, kind.fields));
  auto frame = load("frame", &FrameView::fields);
  check_words(words, diagnostics);
  const auto* const diagram_style = theme_files.find("flow.css");
  const auto* const word_style = theme_files.find("word/reference.docx");
  const auto* const worker = theme_files.find("worker/worker.js");
  return {.pages = std::move(pages),
          .frame = std::move(frame),
          .words = WordTable(words),
          .style = joined_asset(theme_files, "handbook", ".css"),
          .script = joined_asset(theme_files, "handbook", ".js"),
          .icon = joined_asset(theme_files, "icon", ".svg"),
          .worker = worker == nullptr ? std::string{} : *worker,
          .word_style = word_style == nullptr ? std::string{} : *word_style,
          .diagram_style = diagram_style == nullptr ? std::string{} : *diagram_style,
          .digest = digest_of(theme_files),
          .unused_words = words_without(words, std::move(used_words))};
}

}  // namespace handbok
