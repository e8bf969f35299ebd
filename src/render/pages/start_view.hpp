#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/html.hpp"
#include "render/pages/news_entries.hpp"

namespace handbok {

/// A part of the organisation and the units straight below it that have none below themselves.
struct UnitGroupView {
  std::string href;
  std::string name;
  std::vector<LinkView> units;
  static std::span<const Field> fields();
};

struct StartSubprocessView {
  std::string href;
  std::string title;
  std::string purpose;
  static std::span<const Field> fields();
};

/// A process and its sub-processes.
struct StartProcessView {
  std::string href;
  std::string title;
  std::string purpose;
  std::vector<StartSubprocessView> subprocesses;
  bool has_subprocesses = false;
  static std::span<const Field> fields();
};

/// Main, governing or support processes.
struct ProcessBandView {
  std::string name;
  std::string kind;  ///< CSS: "main", "governing", "support"
  std::vector<StartProcessView> processes;
  static std::span<const Field> fields();
};

/// What is to be looked at again, for those who own documents.
struct DueReviewsView {
  std::string overdue;
  std::string due;
  std::string days;  ///< how far ahead "due" looks
  std::string control_href;
  static std::span<const Field> fields();
};

/// The start page.
struct StartView {
  std::string title;
  Html day;
  std::optional<LinkView> complaints;
  std::string search_href;
  std::string reporting_href;
  std::vector<UnitGroupView> unit_groups;
  std::vector<LinkView> roles;
  std::vector<ProcessBandView> bands;
  std::vector<NewsEntryView> news;
  std::vector<NewsEntryView> coming;
  std::vector<LinkView> registers;  ///< the pages of tables: risks, self-checks …
  std::optional<DueReviewsView> due_reviews;
  std::string units_href;
  std::string roles_href;
  std::string processes_href;
  std::string documents_href;
  std::string news_href;
  bool has_units = false;
  bool has_roles = false;
  bool has_bands = false;
  bool has_news = false;
  bool has_coming = false;
  bool has_registers = false;
  static std::span<const Field> fields();
};

}  // namespace handbok
