#!/usr/bin/env python3
"""Asks real web servers, with the configuration of packaging/, for a published handbook.

    tests/package/web_servers.py build/release/handbok

Looks at status, type, charset, caching, security headers and compression of pages, assets, files
and of what is not there, and that "304 Not Modified" is said of what did not change and only of
that. A server that is not installed is skipped aloud; exit status 77 if none is. The file for IIS
is only read: it must be well-formed and know the same types.
"""
import argparse
import gzip
import http.client
import re
import sys
import tempfile
import xml.dom.minidom
from pathlib import Path

from packaged_servers import (PACKAGING, Apache, Nginx, find_program, types_of_apache, types_of_iis,
                              types_of_nginx)

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.append(str(ROOT / "tests" / "fault"))
from faults import SKIPPED, Faults  # noqa: E402

FOR_EVER = "public, max-age=31536000, immutable"
STRICT = "default-src 'none'; script-src 'self'; style-src 'self';"
FILE = "script-src 'none';"
COMMON = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
          "Cross-Origin-Opener-Policy": "same-origin",
          "Cross-Origin-Resource-Policy": "same-origin"}
TEXTS = {"html", "css", "js", "txt", "ics", "csv", "json", "webmanifest", "atom", "xml", "svg"}


class Asker:
    """Asks one server and remembers what was not as expected."""

    def __init__(self, server):
        self.server = server
        self.count = 0
        self.problems = []

    def expect(self, is_so, text):
        self.count += 1
        if not is_so:
            self.problems.append(f"{self.server.name}: {text}")

    def ask(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=names)
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer

    def expect_header(self, path, answer, name, value):
        """The header is there once and begins with the value."""
        found = answer.headers.get_all(name, [])
        self.expect(len(found) == 1 and found[0].startswith(value),
                    f"{path}: {name} is {found}, not {value}")

    def expect_answer(self, path, status, cache, policy):
        answer = self.ask(path)
        self.expect(answer.status == status, f"{path}: status {answer.status}, not {status}")
        for name, value in COMMON.items():
            self.expect_header(path, answer, name, value)
        self.expect_header(path, answer, "Cache-Control", cache)
        if policy:
            self.expect_header(path, answer, "Content-Security-Policy", policy)
            self.expect_header(path, answer, "Content-Security-Policy", "")
            self.expect("frame-ancestors" in answer.getheader("Content-Security-Policy", ""),
                        f"{path}: anyone may frame it")
        return answer


def check_pages(asker):
    for path in ("/", "/index.html", "/dokument/INS-001/", "/404.html"):
        answer = asker.expect_answer(path, 200, "no-cache", STRICT)
        asker.expect_header(path, answer, "Content-Type", "text/html; charset=utf-8")
    answer = asker.ask("/dokument/INS-001")
    leads_to = answer.getheader("Location", "")
    asker.expect(answer.status == 301 and leads_to.endswith("/dokument/INS-001/"),
                 "a folder without its slash does not lead to the folder")
    status = asker.expect_answer("/build-status.json", 200, "no-cache", "")
    asker.expect(b'"checked"' in status.body, "build-status.json is not served")
    posted = asker.ask("/index.html", "POST")
    asker.expect(posted.status in (403, 405), f"POST has status {posted.status}")


def check_assets(asker):
    page = asker.ask("/index.html").body.decode()
    for asset in re.findall(r'(?:href|src)="(assets/[^"]+)"', page):
        answer = asker.expect_answer("/" + asset, 200, FOR_EVER, "")
        asker.expect("charset=utf-8" in answer.getheader("Content-Type"), f"{asset}: no charset")
        known = asker.ask("/" + asset, If_None_Match=answer.getheader("ETag"))
        asker.expect(known.status == 304, f"{asset}: asked again, status {known.status}")


def check_missing(asker):
    for path in ("/nope", "/dokument/NOPE-001/index.html", "/assets/nope.css", "/nope.svg",
                 "/ledger/000001.toml", "/current/", "/reports/000001.json",
                 "/releases/000001/index.html", "/lock", "/dokument/INS-001/empty/", "/assets/"):
        is_folder = path in ("/dokument/INS-001/empty/", "/assets/")
        status = asker.server.status_of_folder if is_folder else 404
        answer = asker.expect_answer(path, status, "no-cache", STRICT)
        asker.expect(b'data-page="not_found"' in answer.body, f"{path}: not the page of 404")
    for path in ("/../ledger/000001.toml", "/%2e%2e/ledger/000001.toml",
                 "/assets/../ledger/000001.toml", "/assets/..%2fledger/000001.toml"):
        answer = asker.ask(path)
        asker.expect(answer.status in (400, 404), f"{path}: status {answer.status}")


def check_types(asker):
    for extension, kind in types_of_nginx().items():
        path = f"/dokument/INS-001/sample.{extension}"
        is_file = extension in ("svg", "pdf", "docx", "xlsx", "odt")
        answer = asker.expect_answer(path, 200, "no-cache", FILE if is_file else STRICT)
        kind += "; charset=utf-8" if extension in TEXTS else ""
        asker.expect(answer.getheader("Content-Type") == kind,
                     f"{path}: {answer.getheader('Content-Type')}, not {kind}")


def check_compression(asker):
    plain = asker.ask("/index.html")
    packed = asker.ask("/index.html", Accept_Encoding="gzip")
    asker.expect("Accept-Encoding" in packed.getheader("Vary", ""), "no Vary with compression")
    is_packed = packed.getheader("Content-Encoding") == "gzip"
    asker.expect(is_packed and gzip.decompress(packed.body) == plain.body,
                 "the compressed page is another page")
    again = asker.ask("/index.html", Accept_Encoding="gzip",
                      If_None_Match=packed.getheader("ETag"))
    asker.expect(again.status == 304, f"a compressed page asked again: status {again.status}")
    picture = asker.ask("/dokument/INS-001/sample.png", Accept_Encoding="gzip")
    asker.expect(picture.getheader("Content-Encoding") is None, "a picture is compressed")


def conditions(answer):
    """The two ways to ask whether something is still as in the answer."""
    return ({"If_None_Match": answer.getheader("ETag")},
            {"If_Modified_Since": answer.getheader("Last-Modified")})


def check_not_modified(asker, publish_again):
    """Known bytes are not sent again; changed bytes of the same size are."""
    pages = ("/roller/NYR/index.html", "/404.html")
    first = {page: asker.ask(page) for page in pages}
    for page, answer in first.items():
        for known in conditions(answer):
            again = asker.ask(page, **known)
            asker.expect(again.status == 304 and not again.body, f"{page}: status {again.status}")
            asker.expect_header(page, again, "Cache-Control", "no-cache")
    publish_again()
    now = {page: asker.ask(page) for page in pages}
    is_changed = {page: now[page].body != first[page].body for page in pages}
    asker.expect(list(is_changed.values()) == [True, False], "the wrong page was changed")
    asker.expect(len(now[pages[0]].body) == len(first[pages[0]].body), "the sizes differ")
    for page, answer in first.items():
        for known in conditions(answer):
            again = asker.ask(page, **known)
            asker.expect(again.status == (200 if is_changed[page] else 304),
                         f"{page}: {known} has status {again.status} after a publication")


def add_samples(target):
    """A file of every type, and a folder without a page."""
    folder = target / "current" / "dokument" / "INS-001"
    for extension in types_of_nginx():
        (folder / f"sample.{extension}").write_bytes(b"sample " * 300)
    (folder / "empty").mkdir()


def rename_role(faults, number):
    roles = faults.new / "registers" / "roles.toml"
    text = roles.read_text(encoding="utf-8")
    roles.write_text(re.sub(r"Ny roll.*\"", f'Ny roll {number:06}"', text), encoding="utf-8")


def check_server(kind, program):
    with tempfile.TemporaryDirectory(prefix="handbok-servers-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        faults = Faults(program, folder)
        faults.prepare()
        target = folder / "site"

        def publish(number):
            rename_role(faults, number)
            faults.expect_published(faults.publish(faults.new, target))

        publish(1)
        with kind(folder, target) as server:
            asker = Asker(server)
            check_not_modified(asker, lambda: publish(2))
            add_samples(target)
            for check in (check_pages, check_assets, check_missing, check_types, check_compression):
                check(asker)
        problems = asker.problems + faults.violations
        print(f"{server.name}: {asker.count} expectations, {len(problems)} not met")
        return problems


def check_iis():
    """All that can be said of it without IIS."""
    xml.dom.minidom.parse(str(PACKAGING / "iis" / "web.config"))
    for name, types in (("Apache", types_of_apache()), ("IIS", types_of_iis())):
        if types != types_of_nginx():
            yield f"{name} knows other types than nginx: {types.items() ^ types_of_nginx().items()}"


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    options = parser.parse_args()
    problems = list(check_iis())
    tried = 0
    for kind in (Nginx, Apache):
        if not find_program(kind.program):
            print(f"web_servers: {kind.name} skipped, because it is not installed")
            continue
        tried += 1
        problems += check_server(kind, options.program.resolve())
    print("\n".join(problems))
    if problems:
        return 1
    return 0 if tried else SKIPPED


if __name__ == "__main__":
    sys.exit(main())
