#!/usr/bin/env python3
"""Publishes again and again while a real nginx serves `current` to clients that never stop asking.

    tests/fault/nginx_swaps.py build/release/handbok [--swaps 500] [--server apache]

The server has the configuration of packaging/. No request may fail, each page must be, to the byte,
that of a release that was current while it was asked for, its style and script must be there, and
"304 Not Modified" may only be said of bytes that were not. Every edition has a style of its own and
pages of equal size, so that only their times tell them apart. Exit status 77: the server is not
installed.
"""
import argparse
import http.client
import re
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from faults import ROOT, SKIPPED, Faults

sys.path.append(str(ROOT / "tests" / "package"))
from packaged_servers import Apache, Nginx, find_program  # noqa: E402

SERVERS = {"nginx": Nginx, "apache": Apache}
PAGES = ["index.html", "roller/index.html", "roller/NYR/index.html", "dokument/index.html",
         "dokument/INS-001/index.html"]
ASSET = re.compile(rb'(?:href|src)="(?:\.\./)*(assets/[^"]+)"')


class Swaps:
    def __init__(self, target):
        self.target, self.port = target, None
        self.lock = threading.Lock()
        self.editions = []  # (pages, since when they may be served, until when)
        self.running = True
        self.counts = Counter()
        self.violations = []

    def pages_now(self):
        return {page: (self.target / "current" / page).read_bytes() for page in PAGES}

    def begin(self):
        with self.lock:
            self.began = time.monotonic()

    def switched(self):
        """The new edition may have been served since the publication began; the old until now."""
        now = time.monotonic()
        with self.lock:
            if self.editions:
                pages, since, _ = self.editions[-1]
                self.editions[-1] = (pages, since, now)
            self.editions.append((self.pages_now(), self.began, None))
            self.began = None

    def may_be(self, page, body, start):
        with self.lock:
            known = any(pages[page] == body and (until is None or until >= start)
                        for pages, _, until in self.editions)
            return known or self.began is not None and self.pages_now()[page] == body

    def ask(self, connection, path, headers):
        start = time.monotonic()
        connection.request("GET", "/" + path, headers=headers)
        answer = connection.getresponse()
        return answer, answer.read(), start

    def violate(self, text):
        with self.lock:
            self.violations.append(text)

    def look_at(self, connection, page, cache):
        known = cache.get(page)
        headers = {}
        if known:
            headers = {"If-None-Match": known[1], "If-Modified-Since": known[2]}
        answer, body, start = self.ask(connection, page, headers)
        self.counts[answer.status] += 1
        if answer.status == 304:
            body = known[0]
        elif answer.status == 200:
            cache[page] = (body, answer.getheader("ETag"), answer.getheader("Last-Modified"))
        else:
            return self.violate(f"{page}: status {answer.status}")
        # A publication in progress may switch between the answer and this look; then try again.
        if not any(self.may_be(page, body, start) or time.sleep(0.05) for _ in range(20)):
            self.violate(f"{page}: status {answer.status} with bytes of another release")
        # Those of the page as it was known, too: somebody may still have it open.
        for asset in set(ASSET.findall(body) + ASSET.findall(known[0] if known else b"")):
            answer, _, _ = self.ask(connection, asset.decode(), {})
            self.counts["asset"] += 1
            if answer.status != 200:
                self.violate(f"{asset.decode()}: status {answer.status}")

    def read_on(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        cache = {}
        while self.running:
            for page in PAGES:
                try:
                    self.look_at(connection, page, cache)
                except (OSError, http.client.HTTPException) as error:
                    self.violate(f"{page}: {error!r}")
                    return


def own_theme(faults, folder):
    """A copy of the theme whose style is another in every edition, so that assets change too."""
    theme = folder / "theme"
    shutil.copytree(faults.theme, theme)
    faults.theme = theme
    style = theme / "base.css"
    style.write_text(style.read_text(encoding="utf-8") + "\n.edition-000000 { color: red }\n",
                     encoding="utf-8")


def publish_edition(faults, swaps, number):
    for path, pattern, text in (
            (faults.new / "registers" / "roles.toml", r"Ny roll.*\"", f'Ny roll {number:06}"'),
            (faults.theme / "base.css", r"edition-\d+", f"edition-{number:06}")):
        path.write_text(re.sub(pattern, text, path.read_text(encoding="utf-8")), encoding="utf-8")
    swaps.begin()
    faults.expect_published(faults.publish(faults.new, swaps.target))
    swaps.switched()


def publish_and_read(faults, swaps, options):
    clients = [threading.Thread(target=swaps.read_on) for _ in range(options.clients)]
    for client in clients:
        client.start()
    for number in range(1, options.swaps + 1):
        publish_edition(faults, swaps, number)
    swaps.running = False
    for client in clients:
        client.join()


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("--swaps", type=int, default=500)
    parser.add_argument("--clients", type=int, default=3)
    parser.add_argument("--server", choices=SERVERS, default="nginx")
    options = parser.parse_args()
    kind = SERVERS[options.server]
    if not find_program(kind.program):
        print(f"nginx_swaps: skipped, because there is no {kind.name}")
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="handbok-swaps-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        faults = Faults(options.program.resolve(), folder)
        faults.prepare()
        own_theme(faults, folder)
        swaps = Swaps(folder / "site")
        publish_edition(faults, swaps, 0)
        with kind(folder, swaps.target) as server:
            swaps.port = server.port
            publish_and_read(faults, swaps, options)
        verified = faults.verify(swaps.target)
        print(verified.stdout.strip())
    for violation in swaps.violations[:20]:
        print(violation)
    print(f"{options.swaps} swaps, answers {dict(swaps.counts)}, {len(swaps.violations)} violations")
    return 1 if swaps.violations or verified.returncode != 0 else 0


if __name__ == "__main__":
    sys.exit(main())
