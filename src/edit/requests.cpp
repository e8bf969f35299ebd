#include "edit/requests.hpp"

namespace handbok {
namespace {

struct Performer {
  const Desk& desk;

  Outcome operator()(const NewDocument& request) const { return start_document(desk, request); }
  Outcome operator()(const NewRevision& request) const { return start_revision(desk, request); }
  Outcome operator()(const Submission& request) const { return submit_draft(desk, request); }
  Outcome operator()(const HandBack& request) const { return hand_back(desk, request); }
  Outcome operator()(const ApprovalSteps& request) const { return take_steps(desk, request); }
  Outcome operator()(const WithdrawalRequest& request) const {
    return withdraw_revision(desk, request);
  }
  Outcome operator()(const KeptReview& request) const { return keep_document(desk, request); }
  Outcome operator()(const RepealRequest& request) const { return repeal_document(desk, request); }
  Outcome operator()(const DraftDisposal& request) const { return discard_draft(desk, request); }
  Outcome operator()(const Renumbering& request) const { return renumber_document(desk, request); }
  Outcome operator()(const RequirementTable& request) const {
    return import_requirements(desk, request);
  }
  Outcome operator()(const RowTable& request) const { return import_rows(desk, request); }
  Outcome operator()(const FiledText& request) const { return file_text(desk, request); }
};

}  // namespace

Outcome perform(const Desk& desk, const EditRequest& request) {
  return std::visit(Performer{desk}, request);
}

}  // namespace handbok
