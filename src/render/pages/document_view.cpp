#include "render/pages/document_view.hpp"

#include <array>

namespace handbok {

std::span<const Field> BannerView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&BannerView::kind>("kind"),
      field<&BannerView::heading>("heading"),
      field<&BannerView::text>("text"),
  });
  return list;
}

std::span<const Field> StatusView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&StatusView::state>("state"),
      field<&StatusView::state_class>("state_class"),
      field<&StatusView::number>("number"),
      field<&StatusView::id>("id"),
      field<&StatusView::type>("type"),
      field<&StatusView::registry_number>("registry_number"),
      field<&StatusView::valid>("valid"),
      field<&StatusView::next_review>("next_review"),
      field<&StatusView::applies_to>("applies_to"),
      field<&StatusView::audience>("audience"),
      field<&StatusView::owner>("owner"),
      field<&StatusView::reviewed>("reviewed"),
      field<&StatusView::approved>("approved"),
      field<&StatusView::is_review_overdue>("is_review_overdue"),
  });
  return list;
}

std::span<const Field> RelatedView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&RelatedView::link>("link"),
      field<&RelatedView::note>("note"),
      field<&RelatedView::places>("places"),
  });
  return list;
}

std::span<const Field> AttachmentView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&AttachmentView::href>("href"),
      field<&AttachmentView::name>("name"),
      field<&AttachmentView::size>("size"),
  });
  return list;
}

std::span<const Field> SignatureView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&SignatureView::step>("step"),
      field<&SignatureView::role>("role"),
      field<&SignatureView::on>("on"),
      field<&SignatureView::ref>("ref"),
      field<&SignatureView::assurance>("assurance"),
      field<&SignatureView::digest>("digest"),
  });
  return list;
}

std::span<const Field> DocumentView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&DocumentView::id>("id"),
      field<&DocumentView::title>("title"),
      field<&DocumentView::summary>("summary"),
      field<&DocumentView::number>("number"),
      field<&DocumentView::banners>("banners"),
      field<&DocumentView::status>("status"),
      field<&DocumentView::change_note>("change_note"),
      field<&DocumentView::contents>("contents"),
      field<&DocumentView::process>("process"),
      field<&DocumentView::body>("body"),
      field<&DocumentView::rollout>("rollout"),
      field<&DocumentView::local_additions>("local_additions"),
      field<&DocumentView::relations>("relations"),
      field<&DocumentView::used_by>("used_by"),
      field<&DocumentView::named_by>("named_by"),
      field<&DocumentView::requirements>("requirements"),
      field<&DocumentView::legal_basis>("legal_basis"),
      field<&DocumentView::attachments>("attachments"),
      field<&DocumentView::has_references>("has_references"),
      field<&DocumentView::rows>("rows"),
      field<&DocumentView::history_href>("history_href"),
      field<&DocumentView::signatures>("signatures"),
      field<&DocumentView::digest>("digest"),
      field<&DocumentView::proposal_href>("proposal_href"),
      field<&DocumentView::receipt_href>("receipt_href"),
  });
  return list;
}

}  // namespace handbok
