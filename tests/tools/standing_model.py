#!/usr/bin/env python3
"""A second opinion on `handbok matrix --by-unit`: random small handbooks, and a model of the four words.

Usage: standing_model.py PROGRAM FOLDER [HANDBOOKS [FIRST_SEED]]

The model knows the rules of docs/content-format.md and shares no code with the program. Then something that
shows a cell of each handbook is taken out of its sources: no cell may be better for it. Stops at the first
cell that is wrong. What is demanded by a day lies in standing_demands.py.
"""

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
from datetime import date, timedelta

from standing_demands import Demands, random_demands, remove_evidence, settings_text, write_demands

REGIMES = ["AAA", "BBB"]
TOPICS = ["t1", "t2", "t3"]
REGISTERS = ["requirements", "self_checks", "rollouts", "risks", "goals", "reports", "contract_reports", "waivers", "actions"]
FIRST, LAST = date(2024, 1, 1), date(2026, 6, 1)


def any_day(rng, first=FIRST, last=LAST):
    return first + timedelta(days=rng.randrange((last - first).days))


def some(rng, values, most=2):
    return sorted(rng.sample(values, rng.randrange(min(most, len(values)) + 1)))


# --- what is written, as plain dictionaries --------------------------------------------------------


def random_units(rng):
    units = [{"id": "nam", "parent": "", "regimes": REGIMES, "kind": "own", "operative": True}]
    for number in range(2):
        units.append({"id": f"avd{number}", "parent": "nam", "regimes": REGIMES, "kind": "own", "operative": True})
    for number in range(rng.randrange(3, 6)):
        units.append({
            "id": f"enh{number}",
            "parent": f"avd{rng.randrange(2)}",
            "regimes": some(rng, REGIMES) or ["AAA"],
            "kind": "contractor" if rng.random() < 0.1 else "own",
            "operative": rng.random() > 0.1,
        })
        if rng.random() < 0.3:
            units[-1]["valid_from"] = any_day(rng)
        if rng.random() < 0.15:
            units[-1]["valid_to"] = any_day(rng, date(2025, 6, 1), date(2026, 12, 1))
    return units


def random_document(rng, name, units):
    ids = [unit["id"] for unit in units]
    first = 1 if rng.random() < 0.6 else rng.randrange(2, 4)
    starts = sorted({any_day(rng) for _ in range(rng.randrange(1, 4))})
    document = {"id": name, "revisions": [], "earlier": [], "repeal": None}
    owner = rng.choice(units)
    below = [unit["id"] for unit in units if owner["id"] in (unit["id"], unit["parent"], "nam")]
    scope = {"unit": owner["id"], "applies_to": some(rng, below) if rng.random() < 0.3 else [],
             "excludes": some(rng, ids, 1) if rng.random() < 0.2 else [],
             "regimes": some(rng, REGIMES, 1), "topics": some(rng, TOPICS),
             "override": rng.random() < 0.5, "replaces": []}
    for offset, start in enumerate(starts):
        revision = dict(scope, number=first + offset, valid_from=start, valid_to=None)
        if rng.random() < 0.1:
            revision["valid_to"] = start + timedelta(days=rng.randrange(30, 400))
        document["revisions"].append(revision)
    if rng.random() < 0.2:  # a draft after the last
        document["revisions"].append(dict(scope, number=first + len(starts), valid_from=None, valid_to=None))
    if rng.random() < 0.15:
        document["repeal"] = starts[-1] + timedelta(days=rng.randrange(30, 300))
    day = starts[0]
    for number in range(first - 1, 0, -1):
        if rng.random() < 0.5:
            continue
        row = {"number": number, "kept_in": "arkivet"}
        day = day - timedelta(days=rng.randrange(30, 300))
        if rng.random() < 0.6:
            row["valid_from"] = day
        if rng.random() < 0.3:
            row["valid_to"] = min(day + timedelta(days=rng.randrange(10, 200)), starts[0])
        document["earlier"].append(row)
    if first > 1 and rng.random() < 0.2:  # nothing that is here was ever adopted
        document.update(revisions=[dict(scope, number=first, valid_from=None, valid_to=None)], repeal=None)
    return document


def random_handbook(seed):
    rng = random.Random(seed)
    units = random_units(rng)
    ids = [unit["id"] for unit in units]
    documents = [random_document(rng, f"RUT-{number:03}", units) for number in range(1, 8)]
    replaceable = [document["id"] for document in documents if document["revisions"][0]["override"]]
    for document in documents:
        others = [name for name in replaceable if name != document["id"]]
        if others and rng.random() < 0.3:
            base = rng.choice(others)
            for revision in document["revisions"]:
                revision["replaces"] = [base]
    names = [document["id"] for document in documents] + ["RUT-900"]
    processes = []
    for number in range(1, 3):
        process = random_document(rng, f"PRO-{number:03}", units)
        nodes = [{"id": f"A{step}", "routines": some(rng, names[:-1]), "performed_in": some(rng, ids, 1),
                  "reason": "Behövs inte." if rng.random() < 0.2 else ""} for step in range(3)]
        process["nodes"] = nodes
        processes.append(process)
    requirements = []
    for number in range(8):
        row = {"id": f"K-{number}", "evidence": some(rng, names, 3), "note": "Tavlan." if rng.random() < 0.15 else "",
               "clause": rng.choice(["", "lag", "lag/1:1", "lag/1:2", "lag/1:3"]),
               "regimes": some(rng, REGIMES, 1) if rng.random() < 0.2 else []}
        if rng.random() < 0.2:
            row["not_applicable"] = {"units": some(rng, ids), "on": any_day(rng) if rng.random() < 0.7 else None}
        requirements.append(row)
    waivers = []
    if rng.random() < 0.4:
        waivers.append({"id": "U-1", "clause": rng.choice(["1:1", "1:2"]), "units": some(rng, ids),
                        "from": any_day(rng) if rng.random() < 0.7 else None, "to": any_day(rng, date(2026, 1, 1), date(2027, 1, 1))})
    checks = []
    for number in range(3):
        check = {"id": f"E-{number}", "every": rng.choice([1, 3, 4]), "first": any_day(rng, FIRST, date(2025, 12, 1)).replace(day=rng.randrange(1, 29)),
                 "checks": some(rng, names[:-1], 2), "regimes": some(rng, REGIMES, 1),
                 "units": some(rng, ids, 2) if rng.random() < 0.3 else [],
                 "except": some(rng, ids, 1) if rng.random() < 0.2 else [], "occurrences": []}
        for planned in planned_days(check, date(2026, 8, 1)):
            for _ in range(rng.randrange(4)):
                who = rng.random()
                check["occurrences"].append({
                    "due_on": planned, "done_on": planned + timedelta(days=rng.randrange(-5, 40)),
                    "unit": rng.choice(ids[1:]) if who < 0.6 else "", "together": who > 0.85,
                    "outcome": rng.choice(["ok", "ok", "partly", "not_ok"]),
                    "analysis": "Bra." if rng.random() < 0.7 else ""})
        checks.append(check)
    book = {"units": units, "documents": documents + processes, "requirements": requirements,
            "waivers": waivers, "checks": checks,
            "clauses": [{"ref": "1:1", "regimes": [], "force": "binding"},
                        {"ref": "1:2", "regimes": ["BBB"], "force": "binding"},
                        {"ref": "1:3", "regimes": [], "force": "advice"}],
            "source_regimes": some(rng, REGIMES, 1),
            "topics": [{"id": topic, "regimes": some(rng, REGIMES, 1)} for topic in TOPICS],
            "complaints": [{"id": f"c{number}", "covered_by": some(rng, names, 2)} for number in range(2)],
            "history_from": any_day(rng) if rng.random() < 0.4 else None,
            "day": any_day(rng, date(2024, 6, 1), date(2026, 8, 1))}
    random_demands(rng, book, any_day, some)
    book["histories"] = {name: any_day(rng) for name in REGISTERS if rng.random() < 0.15}
    return book


# --- written as a content folder -------------------------------------------------------------------


def toml(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (date, int)):
        return str(value)
    if isinstance(value, list):
        return "[" + ", ".join(toml(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def table(name, row):
    lines = [f"[[{name}]]"] if name else []
    return "\n".join(lines + [f"{key} = {toml(value)}" for key, value in row.items() if value not in (None, "", [])]) + "\n\n"


def put(folder, path, text):
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def revision_text(document, revision):
    head = {"id": document["id"], "revision": revision["number"], "title": document["id"], "type": document["id"][:3],
            "unit": revision["unit"], "owner": "DIR", "regimes": revision["regimes"], "audience": ["DIR"],
            "topics": revision["topics"], "applies_to": revision["applies_to"], "excludes": revision["excludes"],
            "local_override": "allowed" if revision["override"] else "", "replaces_locally": revision["replaces"],
            "change_kind": "new" if revision["number"] == 1 else "substantive", "change_note": "Ny."}
    text = "+++\n" + table("", head)
    if "nodes" in document:
        text += '[process]\nkind = "main"\npurpose = "P."\ntrigger = "T."\nresult = "R."\n\n'
        for node in document["nodes"]:
            text += table("node", {"id": node["id"], "label": node["id"], "roles": ["DIR"], "routines": node["routines"],
                                   "performed_in": node["performed_in"], "no_routine_reason": node["reason"]})
        text += table("node", {"id": "S", "kind": "start", "label": "S"}) + table("node", {"id": "E", "kind": "end", "label": "E"})
        for start, end in (("S", "A0"), ("A0", "A1"), ("A1", "A2"), ("A2", "E")):
            text += table("edge", {"from": start, "to": end})
    return text.rstrip("\n") + "\n+++\n\nText.\n"


def write_document(folder, document):
    place = f"documents/{document['id']}/"
    for revision in document["revisions"]:
        number = revision["number"]
        text = revision_text(document, revision)
        put(folder, f"{place}{number}.md", text)
        if revision["valid_from"] is None:
            continue
        data = text.encode()
        manifest = (f"handbok-revision-v1\ndoc {document['id']}\nrev {number}\n"
                    f"file sha256:{hashlib.sha256(data).hexdigest()} {len(data)} {number}.md\n")
        digest = "sha256:" + hashlib.sha256(manifest.encode()).hexdigest()
        put(folder, f"{place}{number}.approval.toml",
            table("signature", {"step": "approved", "role": "DIR", "on": date(2020, 1, number), "digest": digest}) +
            "[validity]\n" + table("", {"valid_from": revision["valid_from"], "valid_to": revision["valid_to"],
                                    "next_review": revision["next_review"]}))
    if document["earlier"]:
        put(folder, place + "earlier.toml", "".join(table("revision", row) for row in document["earlier"]))
    if document["reviews"]:
        put(folder, place + "reviews.toml", "".join(
            table("review", dict(row, by="DIR", verdict="keep", note="Läst.")) for row in document["reviews"]))
    if document["repeal"]:
        put(folder, place + "repeal.toml",
            table("", {"decided_on": date(2020, 2, 1), "effective_on": document["repeal"], "decided_by": "DIR",
                       "reason": "Slut.", "no_successor": True}))


def write_handbook(folder, book):
    text = table("", {"title": "Prov", "language": "sv", "principal": "nam", "history_from": book["history_from"]})
    scale, yearly = settings_text(book, table)
    text = text.rstrip("\n") + "\n" + scale + "\n"
    text += table("level", {"id": "niva", "name": "Nivå"})
    for regime in REGIMES:
        text += table("regime", {"id": regime, "name": regime})
    text += table("type", {"id": "RUT", "name": "Rutin", "name_plural": "Rutiner", "routine": True})
    text += table("type", {"id": "PRO", "name": "Process", "name_plural": "Processer", "process": True})
    for name, day in book["histories"].items():
        text += table("history", {"register": name, "from": day})
    for topic in book["topics"]:
        text += table("topic", {"id": topic["id"], "name": topic["id"], "regimes": topic["regimes"]})
    for source in book["complaints"]:
        text += table("complaint_source", dict(source, name=source["id"]))
    put(folder, "handbook.toml", text + yearly)
    put(folder, "registers/units.toml", "".join(
        table("unit", dict(unit, name=unit["id"], level="niva", head="DIR")) for unit in book["units"]))
    put(folder, "registers/roles.toml", table("role", {"id": "DIR", "name": "Direktör"}))
    put(folder, "registers/sources.toml", table("source", {
        "id": "lag", "number": "SFS 2000:1", "title": "Lag", "kind": "act", "regimes": book["source_regimes"]}))
    put(folder, "registers/clauses.toml", "".join(
        table("clause", dict(clause, source="lag", title=clause["ref"])) for clause in book["clauses"]))
    rows = ""
    for row in book["requirements"]:
        rows += table("requirement", {
            "id": row["id"], "text": row["id"], "clause": row["clause"], "regimes": row["regimes"],
            "origin": "law" if row["clause"] else "own", "evidence": row["evidence"], "evidence_note": row["note"]}).rstrip("\n") + "\n"
        if "not_applicable" in row:
            decision = row["not_applicable"]
            on = f'decided_on = {decision["on"]}, ' if decision["on"] else ""
            rows += (f'not_applicable = {{ reason = "Nej.", decided_by = "DIR", {on}'
                     f'units = {toml(decision["units"])} }}\n')
        rows += "\n"
    put(folder, "registers/requirements.toml", rows)
    if book["waivers"]:
        put(folder, "registers/waivers.toml", "".join(table("waiver", {
            "id": row["id"], "clause": "lag/" + row["clause"], "units": row["units"], "decided_by": "IVO",
            "valid_from": row["from"], "valid_to": row["to"]}) for row in book["waivers"]))
    rows = ""
    for check in book["checks"]:
        rows += table("self_check", {
            "id": check["id"], "what": check["id"], "every_months": check["every"], "first_on": check["first"],
            "checks": check["checks"], "regimes": check["regimes"], "units": check["units"],
            "except_units": check["except"], "performed_by": ["DIR"], "analysed_by": ["DIR"], "documented_in": "Här"})
        for one in check["occurrences"]:
            rows += table("self_check.occurrence", {key: value for key, value in one.items() if value is not False})
    put(folder, "registers/self_checks.toml", rows)
    write_demands(folder, book, table, put)
    for document in book["documents"]:
        write_document(folder, document)


# --- the model -------------------------------------------------------------------------------------


def planned_days(check, until):
    day = check["first"]
    while day <= until:
        yield day
        month = day.month - 1 + check["every"]
        day = day.replace(year=day.year + month // 12, month=month % 12 + 1)


class Model:
    def __init__(self, book):
        self.book, self.day = book, book["day"]
        self.units = {unit["id"]: unit for unit in book["units"]}
        self.documents = {document["id"]: document for document in book["documents"]}

    def exists(self, unit, day):
        return unit.get("valid_from", day) <= day and day < unit.get("valid_to", date.max)

    def within(self, unit, top):
        while unit:
            if unit == top:
                return True
            unit = self.units[unit]["parent"] if unit in self.units else ""
        return False

    def divided(self, unit, day):
        """True if somebody of the same kind does work below it: staff units give no care, contractors are another's."""
        return any(other is not unit and other["kind"] == unit["kind"] and (other["operative"] or other["kind"] == "contractor")
                   and self.exists(other, day) and self.within(other["id"], unit["id"]) for other in self.units.values())

    def operative(self, unit, day):
        return unit["kind"] == "own" and unit["operative"] and self.exists(unit, day) and not self.divided(unit, day)

    def reaches(self, text, unit, day):
        if unit["kind"] == "contractor" or not self.exists(unit, day):
            return False
        if unit["id"] in text["applies_to"]:
            return True
        tops = text["applies_to"] or [text["unit"]]
        return (any(self.within(unit["id"], top) for top in tops)
                and not any(self.within(unit["id"], top) for top in text["excludes"])
                and (not text["regimes"] or bool(set(text["regimes"]) & set(unit["regimes"]))))

    def followed(self, name, text, unit):
        """The document that the unit follows where that text reaches it: a local one may replace it. None: it does not."""
        if not self.reaches(text, unit, self.day):
            return None
        for other in self.documents.values():
            state, local = self.text_on(other)
            if text["override"] and state == "in_force" and name in local["replaces"] and self.reaches(local, unit, self.day):
                return other["id"]
        return name

    def adopted(self, document):
        return [revision for revision in document["revisions"] if revision["valid_from"]]

    def first_held(self):
        """The first day on which a text of the handbook applies."""
        return min((text["valid_from"] for document in self.book["documents"] for text in self.adopted(document)), default=None)

    def knows(self, register, day):
        """False if something that the handbook does not hold may say it."""
        said = self.book["histories"].get(register) or self.book["history_from"]
        if said:
            return said <= day
        first = self.first_held()
        return first is None or first <= self.day

    def was_decided(self, on, register):
        """What has no day was decided as far back as its register is known."""
        return on <= self.day if on else self.knows(register, self.day)

    def text_on(self, document):
        """The state of the document, and the text that readers see."""
        texts = self.adopted(document)
        for index, text in reversed(list(enumerate(texts))):
            ends = [end for end in (text["valid_to"], document["repeal"]) if end]
            ends += [later["valid_from"] for later in texts[index + 1:]]
            if text["valid_from"] <= self.day and all(self.day < end for end in ends):
                return "in_force", text
        begun = [text for text in texts if text["valid_from"] <= self.day]
        return "other", begun[-1] if begun else None

    def missing(self, document):
        """The first text that is here, if one before it may have applied."""
        texts, first = self.adopted(document), document["revisions"][0]["number"]
        if first == 1 or (texts and texts[0]["valid_from"] <= self.day) or not (texts or document["earlier"]):
            return None
        possible = set(range(1, first))
        told = {row["number"]: row for row in document["earlier"]}
        for number, row in told.items():
            start, end = row.get("valid_from"), row.get("valid_to")
            if start and start <= self.day:
                possible -= set(range(1, number))
            if start and self.day < start:
                possible -= set(range(number, first))
            if end and end <= self.day:
                possible -= set(range(1, number + 1))
        history_from = self.book["history_from"]
        if history_from and history_from <= self.day and not possible & set(told):
            return None
        return (texts or document["revisions"])[0] if possible else None

    def evidence(self, names, unit, has_note):
        states, unknown = {}, 0
        for name in names:
            document = self.documents.get(name)
            held = self.missing(document) if document else None
            state, text = self.text_on(document) if document else ("other", None)
            text = held or text
            followed = self.followed(name, text, unit) if text else name
            if not followed or followed in states:
                continue
            states[followed] = "in_force" if followed != name else state
            unknown += followed == name and held is not None
        in_force = list(states.values()).count("in_force")
        other = len(states) - in_force
        if in_force + other == 0:
            return "shown" if has_note else "missing"
        if other == 0:
            return "shown"
        if in_force or has_note:
            return "shown_faulty"
        return "not_known" if unknown else "missing"

    def requirement(self, row, unit):
        """A row that names nothing here is shown by the rows of its clause together, if these are."""
        word = self.answered([row], row["clause"], row["regimes"], unit)
        names_something = row["evidence"] or row["note"] or "not_applicable" in row
        clause = self.clause_of(row["clause"])
        if word != "missing" or not clause or not names_something:
            return word
        return self.answered(self.rows_of(clause), row["clause"], row["regimes"], unit, row["clause"].partition("/")[2])

    def clause_of(self, name):
        """The clause that the row is about: the first of the source if it names no place in it."""
        source, _, ref = name.partition("/")
        fitting = [clause for clause in self.book["clauses"] if source and ref and clause["ref"] == ref]
        return fitting[0] if fitting else None

    def rows_of(self, clause):
        return [row for row in self.book["requirements"] if row["clause"] == "lag/" + clause["ref"]]

    def answered(self, rows, name, regimes, unit, ref=None):
        clause = self.clause_of(name)
        ref = name.partition("/")[2] if ref is None else ref
        regimes = regimes or (clause["regimes"] if clause else []) or (self.book["source_regimes"] if name else [])
        if regimes and not set(regimes) & set(unit["regimes"]):
            return None
        for row in rows:
            decision = row.get("not_applicable")
            if decision and self.was_decided(decision["on"], "requirements"):
                if not decision["units"] or any(self.within(unit["id"], top) for top in decision["units"]):
                    return None
        is_known = all(self.knows(register, self.day) for register in ("", "requirements", "waivers"))
        has_note = any(row["note"] for row in rows)
        says_so = has_note and is_known  # a note has no date of its own
        evidence = [name for row in rows for name in row["evidence"]]
        word = self.evidence(evidence, unit, says_so)
        if word == "shown":
            return word
        for waiver in self.book["waivers"]:
            applies = self.was_decided(waiver["from"], "waivers") and self.day < waiver["to"] and waiver["clause"] == ref
            if applies and (not waiver["units"] or any(self.within(unit["id"], top) for top in waiver["units"])):
                return "shown"
        if word != "missing":
            return word
        counted = any(self.counts_here(name, unit) for name in evidence)
        if clause and clause["force"] == "advice" and not counted and not has_note:
            return None
        return "missing" if is_known else "not_known"

    def clauses(self, unit):
        """Binding clauses that no row answers to, of a law that some row names."""
        if any(row["clause"] for row in self.book["requirements"]):
            for clause in self.book["clauses"]:
                if clause["force"] == "binding" and not self.rows_of(clause):
                    yield "lag/" + clause["ref"], self.answered([], "lag/" + clause["ref"], [], unit)

    def counts_here(self, name, unit):
        """True if the document is named for the unit at all."""
        document = self.documents.get(name)
        text = (self.missing(document) or self.text_on(document)[1]) if document else None
        return text is None or self.reaches(text, unit, self.day)

    def topic(self, topic, unit):
        if topic["regimes"] and not set(topic["regimes"]) & set(unit["regimes"]):
            return None
        word = "missing"
        for document in self.documents.values():
            if not document["id"].startswith("RUT"):
                continue
            state, text = self.text_on(document)
            if state == "in_force" and topic["id"] in text["topics"] and self.reaches(text, unit, self.day):
                return "shown"
            held = self.missing(document)
            if held and topic["id"] in held["topics"] and self.reaches(held, unit, self.day):
                word = "not_known"
        return word

    def activity(self, text, node, unit):
        inside = not node["performed_in"] or any(self.within(unit["id"], top) for top in node["performed_in"])
        if not inside or not self.reaches(text, unit, self.day):
            return None
        return self.evidence(node["routines"], unit, bool(node["reason"]))

    def makers(self, check, day):
        texts = []
        for name in check["checks"]:
            begun = [text for text in self.adopted(self.documents[name]) if text["valid_from"] <= day]
            if begun:
                texts.append(begun[-1])
        for unit in self.units.values():
            if not self.exists(unit, day) or any(self.within(unit["id"], top) for top in check["except"]):
                continue
            if unit["id"] in check["units"]:
                if not self.divided(unit, day):
                    yield unit["id"]
                continue
            meant = not check["units"] or any(self.within(unit["id"], top) for top in check["units"])
            follows = not texts or any(self.reaches(text, unit, day) for text in texts)
            regimes = not check["regimes"] or set(check["regimes"]) & set(unit["regimes"])
            if meant and follows and regimes and self.operative(unit, day):
                yield unit["id"]

    def is_alone(self, check, planned):
        return len(list(self.makers(check, planned))) == 1

    def is_before(self, unit, owner, day):
        """True if the result is of a time when the unit was not there; one that names it is its own."""
        return owner != unit["id"] and not self.exists(unit, day)

    def self_check(self, check, planned, unit):
        alone = self.is_alone(check, planned)
        own, unsaid = [], []
        for one in check["occurrences"]:
            if one["due_on"] != planned or one["done_on"] > self.day or self.is_before(unit, one["unit"], one["done_on"]):
                continue
            if one["together"] or (one["unit"] and self.within(unit["id"], one["unit"])) or (not one["unit"] and alone):
                own.append(one)
            elif not one["unit"]:
                unsaid.append(one)
        if own:
            last = max(own, key=lambda one: one["done_on"])
            last = [one for one in own if one["done_on"] == last["done_on"]][-1]
            return "shown" if last["outcome"] == "ok" and last["analysis"] else "shown_faulty"
        if unsaid:
            return "not_known"
        return "missing" if planned < self.day else None

    def cells(self):
        cells = {}

        def add(kind, thing, unit, word, register="", day=None):
            if word == "missing" and not all(self.knows(one, day or self.day) for one in register.split(" ")):
                word = "not_known"
            if word:
                cells[kind, thing, unit["id"]] = word

        demands = Demands(self)
        for cell in demands.cells():
            add(*cell)
        for unit in self.units.values():
            if not self.operative(unit, self.day):
                continue
            for row in self.book["requirements"]:
                add("requirement", row["id"], unit, self.requirement(row, unit))
            for clause, word in self.clauses(unit):
                add("clause", clause, unit, word)
            for topic in self.book["topics"]:
                add("topic", topic["id"], unit, self.topic(topic, unit))
            for source in self.book["complaints"]:
                add("complaints", source["id"], unit, self.evidence(source["covered_by"], unit, False))
            for document in self.documents.values():
                state, text = self.text_on(document)
                if state == "in_force":
                    for node in document.get("nodes", []):
                        add("activity", f"{document['id']}/{node['id']}", unit, self.activity(text, node, unit))
        for unit in demands.all:
            for check in self.book["checks"]:
                for planned in planned_days(check, self.day):
                    if demands.year_ago < planned and unit["id"] in self.makers(check, planned):
                        add("self_check", f"{check['id']}/{planned}", unit, self.self_check(check, planned, unit), "self_checks", planned)
        return cells


RANKS = ["missing", "not_known", "shown_faulty", "shown"]


def cells_told(program, folder, book):
    shutil.rmtree(folder, ignore_errors=True)
    write_handbook(folder, book)
    result = subprocess.run([program, "matrix", folder, "--by-unit", "--format", "json", "--as-of", str(book["day"])],
                            check=True, capture_output=True, text=True)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    return {(row["kind"], row["thing"], row["unit"]): row for row in rows}


def compare(seed, book, told):
    known = Model(book).cells()
    for cell in sorted(told.keys() | known.keys()):
        word = told[cell]["standing"] if cell in told else None
        if word != known.get(cell):
            sys.exit(f"seed {seed}, {book['day']}, {cell}: the program says {word}, the model {known.get(cell)}")


def take_away(rng, seed, program, folder, book, told):
    """Takes away what shows one cell; gives the cells without it, none of which may be better. None: nothing was."""
    shown = [row for row in told.values() if row["standing"] == "shown" and row["shown_by"]]
    if not shown:
        return None
    kind = rng.choice(sorted({row["kind"] for row in shown}))
    row = rng.choice([row for row in shown if row["kind"] == kind])
    evidence = rng.choice(row["shown_by"])
    documents = len(book["documents"])
    if not remove_evidence(book, row["kind"], row["thing"], evidence):
        return None
    # Without a document other units make a self-check, and a result that names nobody may be one unit's own.
    # What was read of a goal may be a bad result of a self-check, with a good one before it.
    others = {"self_check", "reading"} if len(book["documents"]) < documents or row["kind"] == "reading" else set()
    without = cells_told(program, folder, book)
    # A handbook that does not say when it begins knows nothing before its first text.
    first = Model(book).first_held()
    if not book["history_from"] and first and book["day"] < first:
        return without
    for cell, after in without.items():
        if cell in told and cell[0] not in others and RANKS.index(after["standing"]) > RANKS.index(told[cell]["standing"]):
            sys.exit(f"seed {seed}, {cell}: {told[cell]['standing']} became {after['standing']} without {evidence} of {row['thing']}")
    return without


def main():
    program, folder = sys.argv[1:3]
    handbooks = int(sys.argv[3]) if len(sys.argv) > 3 else 500
    first_seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    words, kinds, removals = {}, set(), 0
    for seed in range(first_seed, first_seed + handbooks):
        book = random_handbook(seed)
        told = cells_told(program, folder, book)
        compare(seed, book, told)
        for row in told.values():
            words[row["standing"]] = words.get(row["standing"], 0) + 1
            kinds.add(row["kind"])
        rng = random.Random(seed)
        for _ in range(4):
            without = take_away(rng, seed, program, folder, book, told)
            removals += without is not None
            told = without or told
    print(f"{handbooks} handbooks: every cell agrees, none of them is better without what showed another, "
          f"each of the four words is among them: {len(words) == 4}, kinds: {len(kinds)}, removals of 200: {removals >= 200}")
    print(f"{sum(words.values())} cells: {words}, {removals} times evidence was taken away", file=sys.stderr)


if __name__ == "__main__":
    main()
