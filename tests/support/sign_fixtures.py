#!/usr/bin/env python3
"""Writes the fixtures of signed approvals anew (tests/fixtures/checks/signature.*.txt).

    tests/support/sign_fixtures.py

Signs with throw-away keys that ssh-keygen makes on the spot, so each run gives other bytes. Needed
only when a statement or the digest of a revision is written in another way than before.
"""
import hashlib
import subprocess
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
BASE = TESTS / "fixtures/base"
CHECKS = TESTS / "fixtures/checks"

TEXT = '''+++
id = "INS-002"
revision = 1
title = "Låsa dörren"
type = "INS"
unit = "avd"
owner = "KSA"
regimes = ["HSL"]
audience = ["SSK"]
requirements = ["sosfs-2011-9/6:1"]
change_kind = "new"
+++

Ring expeditionen.
'''
HEAD = "12:sha256:" + "0123456789abcdef" * 4
NAMESPACE = "handbok-approval"


def digest_of(text, document="INS-002"):
    data = text.encode()
    manifest = (f"handbok-revision-v1\ndoc {document}\nrev 1\n"
                f"file sha256:{hashlib.sha256(data).hexdigest()} {len(data)} 1.md\n")
    return "sha256:" + hashlib.sha256(manifest.encode()).hexdigest()


def reflowed(armour):
    """The armour with its letters in lines of 64."""
    begin, *lines, end = armour.strip().split("\n")
    letters = "".join(lines)
    return "\n".join([begin, *(letters[at:at + 64] for at in range(0, len(letters), 64)), end]) + "\n"


def statement(step="approved", role="DIR", on="2025-12-15", document="INS-002", revision=1, digest=None,
              ref="", valid_from="2026-01-01"):
    lines = ["handbok-approval-v1", f"document {document}", f"revision {revision}",
             f"digest {digest or digest_of(TEXT)}", f"step {step}", f"role {role}", f"on {on}"]
    if ref:
        lines.append(f"ref {ref}")
    if step == "approved":
        lines.append(f"valid-from {valid_from}")
    return "\n".join(lines + [f"ledger-head {HEAD}"]) + "\n"


class Key:
    def __init__(self, folder, name, kind="ed25519"):
        self.path = folder / name
        bits = ["-b", "1024"] if kind == "rsa" else []
        subprocess.run(["ssh-keygen", "-q", "-t", kind, *bits, "-N", "", "-C", "", "-f", self.path], check=True)
        self.public = " ".join(Path(f"{self.path}.pub").read_text().split()[:2])

    def sign(self, text, namespace=NAMESPACE):
        return subprocess.run(["ssh-keygen", "-Y", "sign", "-f", self.path, "-n", namespace], check=True,
                              capture_output=True, input=text.encode()).stdout.decode()


def roles(keys):
    """The base register, with keys: (role, public key, further lines)."""
    text = (BASE / "registers/roles.toml").read_text()
    for role, public, more in keys:
        at = text.index("\n\n", text.index(f'id = "{role}"')) if f'id = "{role}"' in text else len(text)
        text = text[:at] + f'\n\n[[role.key]]\npublic = "{public}"' + more + text[at:]
    return "//- registers/roles.toml\n" + text


def signed(step, role, on, text, armour, more=""):
    block = f'\n[[signature]]\nstep = "{step}"\nrole = "{role}"\non = {on}\n{more}digest = "sha256:auto"\n'
    if text or armour:
        block += 'assurance = "key"\n'
        block += f'statement = """\n{text}"""\n' if text else ""
        block += f'ssh_signature = """\n{armour}"""\n' if armour else ""
    return block


def document(approved, reviewed="", text=TEXT):
    reviewed = reviewed or signed("reviewed", "KCH", "2025-12-08", "", "")
    return (f"//- documents/INS-002/1.md\n{text}//- documents/INS-002/1.approval.toml\n"
            'submitted = 2025-12-02\n\n[[signature]]\nstep = "drafted"\nrole = "KSA"\non = 2025-12-01\n\n'
            '[[signature]]\nstep = "consulted"\nrole = "MAS"\non = 2025-12-04\n'
            f"{reviewed}{approved}\n[validity]\nvalid_from = 2026-01-01\nnext_review = 2027-12-15\n")


def approved(text, armour, more=""):
    return signed("approved", "DIR", "2025-12-15", text, armour, more)


def write(code, cases):
    """cases: (name, expected lines, body)."""
    parts = ["// as-of: 2026-11-21\n"]
    for name, expected, body in cases:
        parts.append(f"\n//= {name}\n" + "".join(f"// expect: {line}\n" for line in expected) + body)
    (CHECKS / f"signature.{code}.txt").write_text("".join(parts))


def policy(more):
    text = (BASE / "handbook.toml").read_text()
    found = 'approves = ["DIR"]\n'
    return "//- handbook.toml\n" + text.replace(found, found + more, 1)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        director, other = Key(folder, "director"), Key(folder, "other")
        short = Key(folder, "short", "rsa")
        good = statement()
        armour = director.sign(good)
        register = roles([("DIR", director.public, "\nfrom = 10\nuntil = 13")])
        whole = ("near miss", [], document(approved(good, armour)) + register)

        def fires(code, body, name="fires"):
            return name, [f"signature.{code} INS-002"], body

        def write_one(code, approval, keys=register, text=TEXT):
            write(code, [fires(code, document(approval, text=text) + keys), whole])

        write("level", [
            ("fires for approvals from the day on",
             ["signature.level INS-002 (error)", "signature.level INS-001 (error)"],
             document(approved("", "")) + policy('assurance = "key"\nassurance_from = 2025-12-15\n')),
            ("is only told for approvals before it", ["signature.level INS-001", "signature.level INS-002"],
             document(approved("", "")) + policy('assurance = "account"\nassurance_from = 2026-12-01\n')),
            ("an account is less than a key", ["signature.level INS-001 (error)", "signature.level INS-002 (error)"],
             document(approved("", "", 'assurance = "account"\n')) +
             policy('assurance = "key"\nassurance_from = 2025-12-15\n')),
            ("a review may need one too", ["signature.level INS-001 (error)", "signature.level INS-002 (error)"],
             document(approved(good, armour)) + register +
             policy('review_assurance = "account"\nassurance_from = 2025-12-01\n')),
            ("near miss", ["signature.level INS-001"],
             document(approved(good, armour)) + register +
             policy('assurance = "key"\nassurance_from = 2025-12-16\n')),
            ("nobody asks", [], document(approved("", "")))])
        write("malformed", [
            fires("malformed", document(approved(good, armour + "Hej\n")) + register, "fires for garbage after it"),
            fires("malformed", document(approved(good, "\n" + armour)) + register, "fires for a blank before it"),
            fires("malformed", document(approved(good, armour + armour)) + register, "fires for two"),
            fires("malformed", document(approved(good, "")) + register, "fires for none"),
            fires("malformed", document(approved(good, reflowed(armour))) + register,
                  "fires for other lines of the same letters"),
            whole])
        write_one("namespace-other", approved(good, director.sign(good, "git")))
        write("statement-malformed", [
            fires("statement-malformed", document(approved(good + "\n", armour)) + register,
                  "fires for one line end more"),
            fires("statement-malformed", document(approved("Ja.\n", director.sign("Ja.\n"))) + register),
            whole])
        moved = statement(document="INS-003")
        later = statement(revision=2)
        write("revision-other", [
            fires("revision-other", document(approved(moved, director.sign(moved))) + register,
                  "fires for another document"),
            fires("revision-other", document(approved(later, director.sign(later))) + register,
                  "fires for another revision"),
            whole])
        write_one("digest-other", approved(good, armour), text=TEXT.replace("Ring", "Skriv till"))
        as_head = statement(role="KCH")
        write_one("role-other", approved(as_head, director.sign(as_head)))
        late, ref, start = statement(on="2025-12-16"), statement(ref="Beslut 2025:9"), statement(valid_from="2026-02-01")
        review = statement(step="reviewed", on="2025-12-15")
        write("decision-other", [
            fires("decision-other", document(approved(text, director.sign(text))) + register, name)
            for name, text in (("fires for another day", late), ("fires for another reference", ref),
                               ("fires for another first day", start), ("fires for another step", review))] + [whole])
        write_one("key-unknown", approved(good, other.sign(good)))
        write_one("key-of-other", approved(good, other.sign(good)),
                  roles([("DIR", director.public, ""), ("KCH", other.public, "")]))
        write("key-expired", [
            fires("key-expired", document(approved(good, armour)) +
                  roles([("DIR", director.public, "\nuntil = 12")]), "fires for a key that was taken out"),
            fires("key-expired", document(approved(good, armour)) +
                  roles([("DIR", director.public, "\nfrom = 13")]), "fires for a key that came later"),
            ("a key may come back", [], document(approved(good, armour)) +
             roles([("DIR", director.public, "\nfrom = 12"), ("DIR", director.public, "\nuntil = 3")])),
            whole])
        write("key-revoked", [
            fires("key-revoked", document(approved(good, armour)) +
                  roles([("DIR", director.public, "\nrevoked = 12")])),
            fires("key-revoked", document(approved(good, armour)) +
                  roles([("DIR", director.public, ""), ("KCH", director.public, "\nrevoked = 12")]),
                  "fires when it was revoked for another role"),
            ("near miss: what was signed before stands", [], document(approved(good, armour)) +
             roles([("DIR", director.public, "\nrevoked = 13")]))])
        seen = statement(step="reviewed", role="KCH", on="2025-12-08")
        by_same = signed("reviewed", "KCH", "2025-12-08", seen, director.sign(seen))
        by_other = signed("reviewed", "KCH", "2025-12-08", seen, other.sign(seen))
        both = roles([("DIR", director.public, ""), ("KCH", director.public, "")])
        write("same-key", [
            fires("same-key", document(approved(good, armour), by_same) + both),
            ("one person may do both where the rules say so", [],
             document(approved(good, armour), by_same) + both + policy("four_eyes = false\n")),
            ("near miss", [], document(approved(good, armour), by_other) +
             roles([("DIR", director.public, ""), ("KCH", other.public, "")]))])
        write_one("invalid", approved(good, director.sign(late)))
        write("key-malformed", [
            ("fires for a comment", ["signature.key-malformed DIR"],
             roles([("DIR", director.public + " anna@kommunen", "")])),
            ("fires for half a key", ["signature.key-malformed DIR"], roles([("DIR", director.public[:-8], "")])),
            ("fires for a short one", ["signature.key-malformed DIR"], roles([("DIR", short.public, "")])),
            ("fires for another kind", ["signature.key-malformed DIR"],
             roles([("DIR", "ssh-dss AAAAB3NzaC1kc3M=", "")])),
            ("fires for two words of something else", ["signature.key-malformed DIR"],
             roles([("DIR", "ssh-ed25519 AAAAB3NzaC1kc3M=", "")])),
            ("near miss", [], roles([("DIR", director.public, "")]))])


main()
