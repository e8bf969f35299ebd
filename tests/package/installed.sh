#!/usr/bin/env bash
# Installs a package in a clean Debian 12 and uses it there as a stranger would.
#
#   sudo tests/package/installed.sh handbok_0.1.0_amd64.deb
#   sudo tests/package/installed.sh --root DIR handbok_0.1.0_amd64.deb
#
# Makes a minimal system with debootstrap (DEBIAN_MIRROR says where from), or uses the one in DIR,
# which stays. Installs the package with apt, builds, publishes, verifies and serves the demo as
# an ordinary user, begins a handbook, checks that nothing is written but what was asked for, lets
# systemd verify the units, and removes the package again. Exit status 77: not root, no debootstrap.
set -euo pipefail

readonly day=2026-11-21 port=$((20000 + RANDOM % 20000))
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
root=
made_root=no
failures=0
readonly home=/home/handbok-reader
reader=(setpriv --reuid=4711 --regid=4711 --clear-groups env HOME="$home")

usage() {
  echo "usage: tests/package/installed.sh [--root DIR] PACKAGE.deb" >&2
  exit 3
}

skip() {
  echo "installed: skipped, because $1"
  exit 77
}

# Runs a command inside, as root with a plain environment.
inside() {
  chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@"
}

# The same as a user who owns nothing but $home.
as_reader() {
  inside "${reader[@]}" "$@"
}

expect() {
  local what=$1
  shift
  if "$@"; then
    echo "ok      $what"
  else
    echo "FAILED  $what"
    failures=$((failures + 1))
  fi
}

make_root() {
  root=$(mktemp -d --tmpdir handbok-root-XXXXXX)
  made_root=yes
  chmod 755 "$root"  # it becomes /, which every user must be able to enter
  echo "installed: making a Debian 12 in $root"
  debootstrap --variant=minbase bookworm "$root" "$mirror" >"$root.log" 2>&1 ||
    { tail -n 5 "$root.log" >&2; exit 1; }
  rm "$root.log"
}

enter_root() {
  mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
  cp /etc/resolv.conf "$root/etc/resolv.conf"
}

leave_root() {
  [ -n "$root" ] || return 0
  ! mountpoint -q "$root/proc" || umount "$root/proc"
  if [ "$made_root" = yes ]; then rm -rf --one-file-system "$root"; fi
}

install_package() {
  cp "$1" "$root/root/handbok.deb"
  inside apt-get update -q >/dev/null
  # First without the recommended packages: what it needs it must say itself.
  inside apt-get install -y -q --no-install-recommends /root/handbok.deb \
    >"$root/root/apt.log" 2>&1 ||
    { tail -n 20 "$root/root/apt.log" >&2; return 1; }
  inside apt-get install -y -q --no-install-recommends curl systemd >>"$root/root/apt.log" 2>&1
  rm "$root/root/handbok.deb" "$root/root/apt.log"
  rm -rf "$root$home"  # of an earlier run
  install -d -o 4711 -g 4711 "$root$home"
}

# Every file outside the places that are nobody's, with size, time and mode.
inventory() {
  inside find / -xdev \( -path /proc -o -path $home -o -path /tmp \) -prune -o \
    -type f -printf '%p %s %T@ %m\n' | LC_ALL=C sort
}

status_of() {
  local status=0
  "$@" >"$root/tmp/out" 2>"$root/tmp/err" || status=$?
  echo "$status"
}

# 1 means built, with something to mend: the demo has such things to show.
is_fine() {
  local status
  status=$(status_of "$@")
  [ "$status" -le 1 ] || { echo "exit status $status"; tail -n 5 "$root/tmp/err"; return 1; } >&2
}

count() {
  find "$root$1" -type f -name "$2" | wc -l
}

has_pages() {
  local pages
  pages=$(count "$1" '*.html')
  echo "        $pages pages in $1"
  [ "$pages" -ge 300 ] && [ -s "$root$1/index.html" ] && [ -s "$root$1/404.html" ]
}

is_unchanged() {
  inventory >"$root/tmp/after"
  diff "$root/tmp/before" "$root/tmp/after"
}

examples=/usr/share/doc/handbok/examples

use_the_demo() {
  inventory >"$root/tmp/before"
  expect "the demo builds" is_fine as_reader \
    handbok build $examples/content -o $home/site --as-of $day
  expect "and has its pages" has_pages $home/site
  expect "the check says the same" is_fine as_reader handbok check $examples/content --as-of $day
  expect "the manual builds" is_fine as_reader \
    handbok build /usr/share/doc/handbok/manual -o $home/manual --as-of $day
  expect "the demo is published" is_fine as_reader \
    handbok publish $examples/content --to $home/target --as-of $day --far --any-file-system
  expect "and has its pages" has_pages $home/target/current/
  expect "and is verified" is_fine as_reader \
    handbok verify $examples/content --to $home/target
  expect "nothing else was written" is_unchanged
}

# Every command has its line in the manual page and in what the shells complete.
tells_of_itself() {
  local command commands file
  commands=$(inside handbok --lang en --help | sed -n '/^Commands:/,$s/^  \([a-z-]\+\) .*/\1/p')
  [ "$(wc -w <<<"$commands")" -ge 20 ] || return 1
  for file in man/man1/handbok.1.gz man/sv/man1/handbok.1.gz bash-completion/completions/handbok \
    zsh/vendor-completions/_handbok fish/vendor_completions.d/handbok.fish; do
    for command in $commands; do
      # In a manual page: \fBreview\-keep\fR.
      zcat -f "$root/usr/share/$file" | sed 's/\\-/-/g; s/\\f[A-Z]//g' |
        grep -w -- "$command" >/dev/null ||
        { echo "        $file does not tell of $command"; return 1; }
    done
  done
}

start_a_handbook() {
  expect "a new handbook is begun" is_fine as_reader handbok init $home/new --title Prov
  expect "and passes its own check" is_fine as_reader \
    handbok check $home/new
  expect "doctor finds what is needed" is_fine as_reader handbok doctor
  expect "man and the shells know every command" tells_of_itself
}

serve_the_demo() {
  local server page=
  # Not by a function, so that the number is the server's own.
  chroot "$root" "${reader[@]}" PATH=/usr/bin LC_ALL=C.UTF-8 \
    handbok serve $examples/content --port "$port" >"$root/tmp/serve" 2>&1 &
  server=$!
  for _ in $(seq 120); do
    page=$(inside curl -fsS "http://127.0.0.1:$port/" 2>/dev/null) && break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.5
  done
  expect "the start page is served" grep -q '<h1' <<<"$page"
  expect "and says what it is" grep -q '<html lang="sv"' <<<"$page"
  expect "an unknown address is 404" [ "$(inside curl -s -o /dev/null -w '%{http_code}' \
    "http://127.0.0.1:$port/nope")" = 404 ]
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  tail -n 3 "$root/tmp/serve"
}

check_units() {
  local units=() unit
  for unit in publish@example.service publish@example.timer verify@example.service \
    verify@example.timer intake@example.service intake@example.timer alert@example.service; do
    units+=("/tmp/handbok-$unit")
    cp "$root/usr/lib/systemd/system/handbok-${unit/example/}" "$root/tmp/handbok-$unit"
  done
  local status
  status=$(status_of inside systemd-analyze verify --man=no "${units[@]}")
  cat "$root/tmp/out" "$root/tmp/err"
  [ "$status" -eq 0 ] && [ ! -s "$root/tmp/err" ]
}

belongs_to_a_user() {
  [ "$(inside id -un handbok)" = handbok ] && inside getent group handbok >/dev/null
}

is_removed() {
  inside apt-get purge -y -q handbok >/dev/null 2>&1
  ! inside sh -c 'ls -d /usr/bin/handbok /usr/share/handbok /usr/lib/systemd/system/handbok-*' \
    >/dev/null 2>&1
}

if [ "${1:-}" = --root ]; then
  root=$(realpath -e "${2:?}")
  [ "$root" != / ] || usage
  shift 2
fi
if [ $# -ne 1 ] || [ ! -f "$1" ]; then usage; fi
[ "$(id -u)" -eq 0 ] || skip "it needs root"
[ -n "$root" ] || command -v debootstrap >/dev/null || skip "there is no debootstrap"
trap leave_root EXIT
[ -n "$root" ] || make_root
enter_root
install_package "$1"
expect "the package made its user" belongs_to_a_user
expect "the program says its version" is_fine inside handbok --version
use_the_demo
start_a_handbook
serve_the_demo
expect "systemd accepts the units" check_units
expect "the package can be removed" is_removed
echo "installed: $failures failed"
[ "$failures" -eq 0 ]
