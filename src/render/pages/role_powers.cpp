#include "render/pages/role_powers.hpp"

#include <algorithm>
#include <array>

#include "base/strings.hpp"
#include "render/pages/organisation_words.hpp"
#include "text/collation.hpp"

namespace handbok {
namespace {

bool contains(const std::vector<RoleId>& roles, const RoleId& role) {
  return std::ranges::find(roles, role) != roles.end();
}

/// The documents that a policy is for: "Rutiner (Enhet, hälso- och sjukvård)".
std::string documents_of(const DocumentType& type, const ApprovalPolicy& policy,
                         const std::vector<RegimeId>& regimes, const Handbook& handbook) {
  std::vector<std::string> limits;
  for (const auto& level : policy.levels)
    limits.push_back(level_name(level, handbook));
  for (const auto& regime : regimes)
    limits.push_back(regime_name(regime, handbook));
  return limits.empty() ? type.name_plural : type.name_plural + " (" + join(limits, ", ") + ")";
}

/// Collects the documents for each step.
class Powers {
public:
  Powers(const Role& role, const SiteContext& site) : role_(role), site_(site) {}

  void add(const DocumentType& type, const ApprovalPolicy& policy) {
    const auto& handbook = site_.handbook();
    const auto all = documents_of(type, policy, policy.regimes, handbook);
    if (contains(policy.drafts, role_.id)) drafts_.push_back(all);
    if (contains(policy.reviews, role_.id)) reviews_.push_back(all);
    if (contains(policy.approves, role_.id)) approves_.push_back(all);
    if (contains(policy.consults, role_.id)) {
      consults_.push_back(all);
      return;
    }
    std::vector<RegimeId> regimes;
    for (const auto& consultation : policy.consults_by_regime) {
      if (contains(consultation.roles, role_.id)) regimes.push_back(consultation.regime);
    }
    if (!regimes.empty()) consults_.push_back(documents_of(type, policy, regimes, handbook));
  }

  std::vector<PowerView> views() {
    std::vector<PowerView> views;
    const auto add_step = [&](Word word, std::vector<std::string>& documents) {
      if (documents.empty()) return;
      std::ranges::sort(documents, SwedishLess{});
      documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
      PowerView view{site_.words()[word], {}};
      for (auto& name : documents)
        view.types.push_back({{}, std::move(name)});
      views.push_back(std::move(view));
    };
    add_step(Word::role_drafts, drafts_);
    add_step(Word::role_consulted, consults_);
    add_step(Word::role_reviews, reviews_);
    add_step(Word::role_approves, approves_);
    return views;
  }

private:
  const Role& role_;
  const SiteContext& site_;
  std::vector<std::string> drafts_;
  std::vector<std::string> consults_;
  std::vector<std::string> reviews_;
  std::vector<std::string> approves_;
};

}  // namespace

std::span<const Field> PowerView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&PowerView::step>("step"),
      field<&PowerView::types>("types"),
  });
  return list;
}

std::vector<PowerView> role_powers(const Role& role, const SiteContext& site) {
  Powers powers(role, site);
  for (const auto& type : site.handbook().types) {
    for (const auto& policy : type.policies)
      powers.add(type, policy);
  }
  return powers.views();
}

}  // namespace handbok
