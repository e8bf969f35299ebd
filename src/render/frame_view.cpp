#include "render/frame_view.hpp"

#include <array>

namespace handbok {

std::span<const Field> NavEntryView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&NavEntryView::href>("href"),
      field<&NavEntryView::text>("text"),
      field<&NavEntryView::is_current>("is_current"),
  });
  return list;
}

std::span<const Field> FrameView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&FrameView::language>("language"),
      field<&FrameView::root>("root"),
      field<&FrameView::handbook_title>("handbook_title"),
      field<&FrameView::start_href>("start_href"),
      field<&FrameView::style_href>("style_href"),
      field<&FrameView::script_href>("script_href"),
      field<&FrameView::search_href>("search_href"),
      field<&FrameView::complaints_href>("complaints_href"),
      field<&FrameView::reporting_href>("reporting_href"),
      field<&FrameView::tool_version>("tool_version"),
      field<&FrameView::navigation>("navigation"),
      field<&FrameView::footer>("footer"),
      field<&FrameView::title>("title"),
      field<&FrameView::page_kind>("page_kind"),
      field<&FrameView::robots>("robots"),
      field<&FrameView::breadcrumbs>("breadcrumbs"),
      field<&FrameView::content>("content"),
      field<&FrameView::has_drafts>("has_drafts"),
      field<&FrameView::is_preview>("is_preview"),
  });
  return list;
}

}  // namespace handbok
