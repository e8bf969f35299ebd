// The only user of Graphviz. It gets pinned boxes and gives back right-angled lines.
#include "diagram/graphviz_router.hpp"

#include <array>
#include <charconv>
#include <memory>
#include <string>

#include <graphviz/gvc.h>

// The built-in layout engine, linked instead of searched for (gvplugin_neato_layout).
// NOLINTNEXTLINE(readability-identifier-naming): the name is that of the library
extern "C" gvplugin_library_t gvplugin_neato_layout_LTX_library;

namespace handbok {
namespace {

constexpr double points_per_inch = 72;

/// Hands out the ids of a graph's parts as 1, 3, 5 … Graphviz's own are addresses of strings, and
/// with them its results depend on what the process did before.
struct IdCounter {
  static void* open(Agraph_t* /*graph*/, Agdisc_t* /*disciplines*/) {
    return std::make_unique<IdCounter>().release();
  }

  // NOLINTNEXTLINE(readability-non-const-parameter): the signature is cgraph's
  static long map(void* state, int /*type*/, char* name, IDTYPE* id, int create) {
    if (name != nullptr || create == 0) return 0;  // named parts are left to cgraph's own table
    auto& counter = *static_cast<IdCounter*>(state);
    *id = counter.next;
    counter.next += 2;
    return 1;
  }

  static long alloc(void* /*state*/, int /*type*/, IDTYPE /*id*/) { return 0; }
  static void free(void* /*state*/, int /*type*/, IDTYPE /*id*/) {}
  static char* print(void* /*state*/, int /*type*/, IDTYPE /*id*/) { return nullptr; }
  static void close(void* state) {
    const std::unique_ptr<IdCounter> owner(static_cast<IdCounter*>(state));
  }
  static void idregister(void* /*state*/, int /*type*/, void* /*part*/) {}

  IDTYPE next = 1;
};

int stay_silent(char* /*message*/) {
  return 0;
}

/// Graphviz takes writable strings; it does not write into these.
void set_attribute(void* part, const char* name, std::string value) {
  std::string key = name;
  std::string fallback;
  agsafeset(part, key.data(), value.data(), fallback.data());
}

/// `value` with a decimal point in every locale.
std::string decimal(double value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.begin(), digits.end(), value, std::chars_format::fixed, 6);
  return {digits.begin(), end.ptr};
}

/// One graph in one context, both freed at the end.
class PinnedGraph {
public:
  explicit PinnedGraph(const Layout& layout) : layout_(layout) {
    agseterrf(stay_silent);
    context_.reset(gvContextPlugins(builtins_, 0));
    std::string name;
    graph_.reset(agopen(name.data(), Agdirected, &disciplines_));
    set_attribute(graph_.get(), "splines", "ortho");
    for (const NodeLayout& node : layout.nodes)
      add_node(node.clearance);
  }

  void add_edge(const FlowEdge& edge) {
    edges_.push_back(agedge(graph_.get(), nodes_[edge.from], nodes_[edge.to], nullptr, 1));
  }

  std::vector<Polyline> route() {
    std::vector<Polyline> lines(edges_.size());
    if (gvLayout(context_.get(), graph_.get(), "nop2") != 0) return lines;
    for (std::size_t i = 0; i < edges_.size(); ++i)
      lines[i] = line_of(edges_[i]);
    gvFreeLayout(context_.get(), graph_.get());
    return lines;
  }

private:
  struct CloseContext {
    void operator()(GVC_t* context) const { gvFreeContext(context); }
  };
  struct CloseGraph {
    void operator()(Agraph_t* graph) const { agclose(graph); }
  };

  void add_node(const Box& box) {
    Agnode_t* node = agnode(graph_.get(), nullptr, 1);
    const Point center = box.center();
    set_attribute(node, "pos", decimal(center.x) + "," + decimal(-center.y));
    set_attribute(node, "width", decimal(box.width / points_per_inch));
    set_attribute(node, "height", decimal(box.height / points_per_inch));
    set_attribute(node, "shape", "box");
    set_attribute(node, "fixedsize", "true");
    set_attribute(node, "label", "");
    nodes_.push_back(node);
  }

  Polyline line_of(Agedge_t* edge) const {
    Polyline line;
    const splines* const curves = ED_spl(edge);
    if (curves == nullptr || curves->size != 1) return line;
    const bezier& curve = curves->list[0];
    if (curve.sflag != 0) line.push_back(to_drawing(curve.sp));
    // Every third point lies on the line; those between are what would bend it.
    for (int i = 0; i < curve.size; i += 3)
      line.push_back(to_drawing(curve.list[i]));
    if (curve.eflag != 0) line.push_back(to_drawing(curve.ep));
    return line;
  }

  /// Graphviz counts heights upwards, and moves the whole graph to where it likes it.
  Point to_drawing(pointf point) const {
    const pointf moved = ND_coord(nodes_.front());
    const Point pinned = layout_.nodes.front().box.center();
    return {pinned.x + point.x - moved.x, pinned.y - (point.y - moved.y)};
  }

  const Layout& layout_;
  lt_symlist_t builtins_[2] = {
      {"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
      {nullptr, nullptr}};
  Agiddisc_t ids_{IdCounter::open,  IdCounter::map,   IdCounter::alloc,     IdCounter::free,
                  IdCounter::print, IdCounter::close, IdCounter::idregister};
  Agdisc_t disciplines_{nullptr, &ids_, nullptr};
  std::unique_ptr<GVC_t, CloseContext> context_;
  std::unique_ptr<Agraph_t, CloseGraph> graph_;
  std::vector<Agnode_t*> nodes_;
  std::vector<Agedge_t*> edges_;
};

}  // namespace

std::vector<Polyline> route_with_graphviz(const Layout& layout,
                                          const std::vector<FlowEdge>& edges) {
  PinnedGraph graph(layout);
  for (const FlowEdge& edge : edges)
    graph.add_edge(edge);
  return graph.route();
}

}  // namespace handbok
