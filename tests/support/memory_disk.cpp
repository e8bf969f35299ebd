#include "support/memory_disk.hpp"

#include <algorithm>

namespace handbok::test {
namespace {

std::string parent_of(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? std::string{} : path.substr(0, slash);
}

bool is_below(const std::string& path, const std::string& folder) {
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

}  // namespace

void MemoryDisk::change() {
  if (++calls_ >= stop_at_) throw DiskStopped();
}

MemoryDisk::Node& MemoryDisk::node(const std::string& path) {
  const auto it = now_.nodes.find(path);
  if (it == now_.nodes.end()) throw std::runtime_error("no such file: " + path);
  return it->second;
}

void MemoryDisk::add(const std::string& path, Node node) {
  const auto parent = parent_of(path);
  if (!parent.empty() && this->node(parent).kind != FileKind::folder)
    throw std::runtime_error("not a folder: " + parent);
  if (!now_.nodes.emplace(path, std::move(node)).second)
    throw std::runtime_error("exists already: " + path);
}

std::vector<std::string> MemoryDisk::names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& [path, node] : now_.nodes) {
    if (parent_of(path) == folder)
      names.push_back(folder.empty() ? path : path.substr(folder.size() + 1));
  }
  std::ranges::sort(names);
  return names;
}

std::optional<FileStatus> MemoryDisk::status(const std::string& path) {
  const auto it = now_.nodes.find(path);
  if (it == now_.nodes.end()) return std::nullopt;
  const auto& node = it->second;
  if (node.kind == FileKind::folder) return FileStatus{node.kind, 0, 0755, 0, node.identity};
  if (node.kind == FileKind::link) return FileStatus{node.kind, 0, 0777, 0, node.identity};
  const auto& content = now_.contents.at(node.identity);
  return FileStatus{node.kind, content.bytes.size(), content.mode, content.modified, node.identity};
}

std::string MemoryDisk::read(const std::string& path) {
  return now_.contents.at(node(path).identity).bytes;
}

std::string MemoryDisk::link_target(const std::string& path) {
  return node(path).target;
}

void MemoryDisk::make_folder(const std::string& path) {
  change();
  if (now_.nodes.contains(path)) return;
  add(path, {FileKind::folder, next_identity_++, {}});
}

void MemoryDisk::write_new(const std::string& path, std::string_view bytes, std::int64_t modified) {
  change();
  const auto identity = next_identity_++;
  add(path, {FileKind::file, identity, {}});
  now_.contents[identity] = {std::string(bytes), 0644, modified};
}

void MemoryDisk::hard_link(const std::string& from, const std::string& to) {
  change();
  add(to, node(from));
}

void MemoryDisk::symbolic_link(const std::string& target, const std::string& path) {
  change();
  add(path, {FileKind::link, next_identity_++, target});
}

void MemoryDisk::rename(const std::string& from, const std::string& to) {
  change();
  std::map<std::string, Node> moved;
  for (auto it = now_.nodes.begin(); it != now_.nodes.end();) {
    const bool moves = it->first == from || is_below(it->first, from);
    if (moves) moved[to + it->first.substr(from.size())] = it->second;
    it = moves ? now_.nodes.erase(it) : std::next(it);
  }
  if (moved.empty()) throw std::runtime_error("no such file: " + from);
  for (auto& [path, node] : moved)
    now_.nodes[path] = std::move(node);
}

void MemoryDisk::remove(const std::string& path) {
  change();
  now_.nodes.erase(path);
}

void MemoryDisk::remove_tree(const std::string& path) {
  change();
  std::erase_if(now_.nodes, [&](const auto& entry) {
    return entry.first == path || is_below(entry.first, path);
  });
}

/// Makes the names in a folder safe: new ones, gone ones and moved ones.
void MemoryDisk::keep_names(const std::string& folder) {
  for (auto it = safe_.nodes.begin(); it != safe_.nodes.end();) {
    const bool is_gone = parent_of(it->first) == folder && !now_.nodes.contains(it->first);
    it = is_gone ? safe_.nodes.erase(it) : std::next(it);
  }
  for (const auto& [path, node] : now_.nodes) {
    if (parent_of(path) != folder) continue;
    const auto before = safe_.nodes.find(path);
    const bool is_new = before == safe_.nodes.end() || before->second.identity != node.identity;
    safe_.nodes[path] = node;
    // A folder that was moved here brings along what was safe at its old place.
    if (is_new && node.kind == FileKind::folder) {
      for (const auto& [inner_path, inner] : now_.nodes) {
        if (is_below(inner_path, path) && safe_.contents.contains(inner.identity))
          safe_.nodes[inner_path] = inner;
        if (is_below(inner_path, path) && inner.kind != FileKind::file)
          safe_.nodes[inner_path] = inner;
      }
    }
  }
}

void MemoryDisk::sync(const std::string& path) {
  change();
  if (path.empty()) {
    keep_names("");
    return;
  }
  const auto& what = node(path);
  if (what.kind == FileKind::folder) {
    keep_names(path);
  } else if (what.kind == FileKind::file) {
    safe_.contents[what.identity] = now_.contents[what.identity];
  }
}

void MemoryDisk::sync_all() {
  change();
  safe_ = now_;
}

void MemoryDisk::cut_power() {
  for (auto it = safe_.nodes.begin(); it != safe_.nodes.end();) {
    const auto parent = parent_of(it->first);
    const bool is_reachable = parent.empty() || safe_.nodes.contains(parent);
    it = is_reachable ? std::next(it) : safe_.nodes.erase(it);
  }
  for (const auto& [path, node] : safe_.nodes) {
    if (node.kind == FileKind::file) safe_.contents.try_emplace(node.identity);
  }
  now_ = safe_;
}

void MemoryDisk::put(const std::string& path, const std::string& bytes) {
  const auto identity = next_identity_++;
  now_.nodes[path] = {FileKind::file, identity, {}};
  now_.contents[identity] = {bytes, 0644, 0};
}

void MemoryDisk::change_bytes(const std::string& path, const std::string& bytes) {
  now_.contents.at(node(path).identity).bytes = bytes;
}

void MemoryDisk::change_mode(const std::string& path, unsigned mode) {
  now_.contents.at(node(path).identity).mode = mode;
}

void MemoryDisk::change_time(const std::string& path, std::int64_t modified) {
  now_.contents.at(node(path).identity).modified = modified;
}

std::vector<std::string> MemoryDisk::all_files() const {
  std::vector<std::string> paths;
  for (const auto& [path, node] : now_.nodes) {
    if (node.kind != FileKind::folder) paths.push_back(path);
  }
  return paths;
}

}  // namespace handbok::test
