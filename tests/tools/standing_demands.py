"""What is demanded by a day, for the model of the four words: random rows, their files, and the model of their cells.

Reviews of documents, roll-outs, risks, readings of goals, reports of the year and of contractors.
"""

from datetime import date, timedelta

TREATED_FROM = 8  # of the risk scale
CARE = ["AAA"]  # the regimes that the patient-safety report is about


def months_later(day, months):
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return day.replace(year=year, month=month, day=min(day.day, last))


# --- what is written -------------------------------------------------------------------------------


def maybe(rng, chance, make):
    return make() if rng.random() < chance else None


def random_demands(rng, book, any_day, some):
    ids = [unit["id"] for unit in book["units"]]
    names = [document["id"] for document in book["documents"]]
    checks = [check["id"] for check in book["checks"]]
    recent = (date(2024, 6, 1), date(2026, 12, 1))
    for document in book["documents"]:
        for revision in document["revisions"]:
            if revision["valid_from"]:
                revision["next_review"] = maybe(rng, 0.5, lambda: any_day(rng, *recent))
        document["reviews"] = [
            {"revision": rng.choice(document["revisions"])["number"], "on": any_day(rng),
             "next_review": maybe(rng, 0.6, lambda: any_day(rng, *recent))} for _ in range(rng.randrange(3))]
        document["reviews"].sort(key=lambda review: review["on"])
    book["rollouts"] = [
        {"id": f"INF-{number}", "document": rng.choice(names), "unit": rng.choice(ids),
         "due_on": maybe(rng, 0.9, lambda: any_day(rng, *recent)), "done_on": maybe(rng, 0.5, lambda: any_day(rng, *recent))}
        for number in range(5)]
    book["actions"] = [
        {"id": f"ATG-{number}", "origin": rng.choice(["risk", "direct"]), "origin_id": f"RSK-{rng.randrange(4)}",
         "unit": rng.choice(ids), "decided_on": maybe(rng, 0.8, lambda: any_day(rng)), "status": rng.choice(["decided", "done", "cancelled"]), "done_on": any_day(rng, *recent),
         "effect": rng.choice(["unchecked", "effective", "ineffective"])} for number in range(4)]
    book["control_items"] = [{"id": f"KM-{number}", "risk": f"RSK-{rng.randrange(4)}", "plan": rng.choice(names)} for number in range(2)]
    handlers = [action["id"] for action in book["actions"]] + ["KM-0", "KM-1"] + checks + names
    book["risks"] = []
    for number in range(4):
        judged = sorted({any_day(rng) for _ in range(rng.randrange(1, 4))})
        book["risks"].append({
            "id": f"RSK-{number}", "unit": rng.choice(ids), "regimes": some(rng, ["AAA", "BBB"], 1),
            "assessments": [(day, rng.randrange(1, 5), rng.randrange(1, 5)) for day in judged],
            "accepted_by": maybe(rng, 0.3, lambda: "DIR"), "accepted_on": maybe(rng, 0.6, lambda: any_day(rng)), "handled_by": some(rng, handlers),
            "closed_on": maybe(rng, 0.2, lambda: any_day(rng, *recent))})
    book["goals"] = [
        {"id": f"MAL-{number}", "units": some(rng, ids), "measured_by": some(rng, checks, 1),
         "indicator": "Andel" if rng.random() < 0.9 else "",
         "valid_from": maybe(rng, 0.7, lambda: any_day(rng)), "valid_to": maybe(rng, 0.2, lambda: any_day(rng, *recent)),
         "outcomes": [{"on": any_day(rng, *recent), "unit": rng.choice(["", *ids]), "together": rng.random() < 0.1}
                      for _ in range(rng.randrange(4))]} for number in range(3)]
    book["yearly_from"] = maybe(rng, 0.8, lambda: date(rng.randrange(2023, 2026), 1, 1))
    book["reports"] = [
        {"id": name, "kind": rng.choice(["quality", "patient_safety"]), "year": rng.randrange(2023, 2026), "covers": some(rng, ids)}
        for name in sorted(rng.sample(names, 4))]
    contractors = [unit["id"] for unit in book["units"] if unit["kind"] == "contractor"]
    book["contract_reports"] = [
        {"id": f"EB-{number}", "unit": rng.choice(contractors), "due_on": any_day(rng, *recent),
         "received_on": maybe(rng, 0.5, lambda: any_day(rng, *recent))} for number in range(3)] if contractors else []


def settings_text(book, table):
    text = 'risk_scale = [{ id = "s", probability = ["a", "b", "c", "d"], consequence = ["a", "b", "c", "d"], threshold = %d }]\n' % TREATED_FROM
    if not book["yearly_from"]:
        return text, ""
    return text, "[yearly]\n" + table("", {
        "from": book["yearly_from"], "quality_report_month": 3, "quality_report_day": 31,
        "safety_report_regimes": CARE, "safety_report_month": 3, "safety_report_day": 1})


def write_demands(folder, book, table, put):
    def rows(name, register, made):
        text = "".join(made)
        if text:
            put(folder, f"registers/{register}.toml", text)

    rows("rollout", "rollouts", [table("rollout", dict(row, measure="information", responsible="DIR")) for row in book["rollouts"]])
    rows("action", "actions", [
        table("action", dict(row, title=row["id"], responsible="DIR", due_on=date(2027, 1, 1),
                             origin_id=row["origin_id"] if row["origin"] == "risk" else "",
                             done_on=row["done_on"] if row["status"] != "decided" else None,
                             effect=row["effect"] if row["status"] == "done" else "unchecked",
                             cancelled_reason="Nej." if row["status"] == "cancelled" else "")) for row in book["actions"]])
    rows("control_item", "control_items", [
        table("control_item", dict(row, method="M", responsible="DIR")) for row in book["control_items"]])
    risks = []
    for row in book["risks"]:
        text = table("risk", {"id": row["id"], "event": row["id"], "consequence_text": "K.", "unit": row["unit"], "regimes": row["regimes"],
                              "handled_in": "quality", "treatment": "accept" if row["accepted_by"] else "reduce",
                              "accepted_by": row["accepted_by"], "accepted_on": row["accepted_on"], "owner": "DIR", "handled_by": row["handled_by"], "closed_on": row["closed_on"]})
        for day, probability, consequence in row["assessments"]:
            text += table("risk.assessment", {"on": day, "probability": probability, "consequence": consequence, "by": "DIR"})
        risks.append(text)
    rows("risk", "risks", risks)
    goals = []
    for row in book["goals"]:
        text = table("goal", {key: value for key, value in row.items() if key != "outcomes"} | {"title": row["id"], "target": "1", "owner": "DIR"})
        for one in row["outcomes"]:
            text += table("goal.outcome", {"period": "P", "value": "1", "on": one["on"], "unit": one["unit"], "together": one["together"] or None})
        goals.append(text)
    rows("goal", "goals", goals)
    rows("report", "reports", [table("report", row) for row in book["reports"]])
    rows("contract_report", "contract_reports", [
        table("contract_report", dict(row, kind="quality", year=2025)) for row in book["contract_reports"]])


# --- the model -------------------------------------------------------------------------------------


class Demands:
    """The cells of one handbook on its day; `model` answers what reaches whom."""

    def __init__(self, model):
        self.model, self.book, self.day = model, model.book, model.day
        self.year_ago = months_later(self.day, -12)
        self.all = [unit for unit in self.book["units"] if self.works(unit)]

    def works(self, unit):
        if unit["kind"] == "own":
            return self.model.operative(unit, self.day)
        return self.model.exists(unit, self.day) and not self.model.divided(unit, self.day)

    def within(self, tops):
        def is_meant(unit):
            if unit["kind"] == "contractor":
                return unit["id"] in tops
            return not tops or any(self.model.within(unit["id"], top) for top in tops)

        return [unit for unit in self.all if is_meant(unit)]

    def once(self, due, done):
        """The word of something to be done once; None: no cell."""
        if done and done <= self.day:
            return "shown" if due > self.year_ago else None
        return "missing" if due < self.day else None

    def cells(self):
        """Kind, thing, unit and word, the register where it would stand that it was done, and the day that it must tell of."""
        for parts in (self.reviews(), self.rollouts(), self.risks(), self.goals(), self.reports(), self.contract_reports()):
            for kind, thing, unit, word, *where in parts:
                if word:
                    yield kind, thing, unit, word, *where

    def reviews(self):
        for document in self.book["documents"]:
            state, text = self.model.text_on(document)
            if state != "in_force":
                continue
            following = text["next_review"]
            for review in document["reviews"]:
                if review["revision"] == text["number"] and review["on"] <= self.day:
                    following = review["next_review"] or following
            for unit in self.all:
                if following and self.model.followed(document["id"], text, unit) == document["id"]:
                    yield "document_review", document["id"], unit, "shown" if following >= self.day else "missing"

    def rollouts(self):
        for row in self.book["rollouts"]:
            document = self.model.documents.get(row["document"])
            if document is None or not row["due_on"]:
                continue
            coming = [text for text in self.model.adopted(document) if text["valid_from"] > self.day]
            state, text = self.model.text_on(document)
            if not coming and state != "in_force":
                continue
            text = coming[0] if coming else text
            is_done = row["done_on"] and row["done_on"] <= self.day
            made_on = row["done_on"] if is_done else row["due_on"]
            for unit in self.within([row["unit"]]):
                is_named = unit["kind"] == "contractor"
                applies = is_named or self.model.followed(document["id"], text, unit) == document["id"]
                if applies and self.model.exists(unit, made_on):
                    yield "rollout", row["id"], unit, self.once(row["due_on"], row["done_on"]), "rollouts", row["due_on"]

    def handlers(self, risk, unit):
        """What handles it in the unit, and whether that is said to be for another."""
        actions = {row["id"]: row for row in self.book["actions"]}
        items = {row["id"]: row for row in self.book["control_items"]}
        names = list(risk["handled_by"])
        names += [row["id"] for row in actions.values() if row["origin"] == "risk" and row["origin_id"] == risk["id"]]
        names += [row["id"] for row in items.values() if row["risk"] == risk["id"]]
        for name in dict.fromkeys(names):
            if name in actions:
                action = actions[name]
                is_here = self.model.within(unit["id"], action["unit"])
                if is_here and self.model.was_decided(action["decided_on"], "actions") and (action["status"] != "cancelled" or self.day < action["done_on"]):
                    yield action, action["origin"] == "risk" and action["origin_id"] != risk["id"]
            elif name in items:
                if self.applies(items[name]["plan"], unit):
                    yield None, items[name]["risk"] != risk["id"]
            elif any(check["id"] == name for check in self.book["checks"]):
                check = next(check for check in self.book["checks"] if check["id"] == name)
                texts = [self.model.text_on(self.model.documents[name])[1] for name in check["checks"] if name in self.model.documents]
                is_of_something = not check["checks"] or any(texts)
                if is_of_something and unit["id"] in self.model.makers(check, self.day):
                    yield None, False
            elif self.applies(name, unit):
                yield None, False

    def applies(self, name, unit):
        """True if the document is in force and reaches the unit."""
        state, text = self.model.text_on(self.model.documents[name]) if name in self.model.documents else ("other", None)
        return state == "in_force" and self.model.reaches(text, unit, self.day)

    def treatment(self, risk, unit):
        handlers = list(self.handlers(risk, unit))
        if risk["accepted_by"] and self.model.was_decided(risk["accepted_on"], "risks"):
            return "shown"
        if not handlers:
            return "missing"
        def helps(action, is_other):
            failed = action and action["status"] == "done" and action["done_on"] <= self.day and action["effect"] == "ineffective"
            return not failed and not is_other

        return "shown" if any(helps(*handler) for handler in handlers) else "shown_faulty"

    def risks(self):
        for risk in self.book["risks"]:
            known = [judged for judged in risk["assessments"] if judged[0] <= self.day]
            is_open = known and not (risk["closed_on"] and risk["closed_on"] <= self.day)
            if not is_open or known[-1][1] * known[-1][2] < TREATED_FROM:
                continue
            for unit in self.within([risk["unit"]]):
                if not risk["regimes"] or set(risk["regimes"]) & set(unit["regimes"]):
                    yield "risk", risk["id"], unit, self.treatment(risk, unit), "risks actions self_checks control_items"

    def whose(self, owner, together, unit, is_alone, day):
        if self.model.is_before(unit, owner, day):
            return None
        if together and not owner:
            return "own"
        if not owner:
            return "own" if is_alone else "unsaid"
        return "own" if self.model.within(unit["id"], owner) else None

    def goals(self):
        for goal in self.book["goals"]:
            begun = not goal["valid_from"] or goal["valid_from"] <= self.day
            if not goal["indicator"] or not begun or (goal["valid_to"] and goal["valid_to"] <= self.day):
                continue
            for unit in self.within(goal["units"]):
                whose = {self.whose(one["unit"], one["together"], unit, self.is_of_one(goal, one["on"]), one["on"]) for one in goal["outcomes"]
                         if self.year_ago < one["on"] <= self.day}
                for check in self.book["checks"]:
                    if check["id"] in goal["measured_by"]:
                        whose |= self.last_of(check, unit)
                is_late = not goal["valid_from"] or months_later(goal["valid_from"], 12) < self.day
                word = "shown" if "own" in whose else "not_known" if "unsaid" in whose else "missing" if is_late else None
                yield "reading", goal["id"], unit, word, "goals", self.year_ago

    def is_of_one(self, goal, day):
        """True if it was one unit's goal alone on the day."""
        def has_goal(unit):
            if unit["kind"] == "contractor":
                return self.model.exists(unit, day) and unit["id"] in goal["units"]
            is_meant = not goal["units"] or any(self.model.within(unit["id"], top) for top in goal["units"])
            return self.model.operative(unit, day) and is_meant

        return sum(has_goal(unit) for unit in self.book["units"]) == 1

    def last_of(self, check, unit):
        found = {"own": [], "unsaid": [], None: []}
        for one in check["occurrences"]:
            if one["done_on"] <= self.day:
                is_alone = self.model.is_alone(check, one["due_on"])
                found[self.whose(one["unit"], one["together"], unit, is_alone, one["done_on"])].append(one["done_on"])
        whose = "own" if found["own"] else "unsaid"
        return {whose} if found[whose] and max(found[whose]) > self.year_ago else set()

    def existed(self, unit, year):
        """The last day of the year on which the unit existed, as far as is known."""
        last = min(date(year, 12, 31), self.day, unit.get("valid_to", date.max) - timedelta(days=1))
        return last if last.year == year and self.model.exists(unit, last) else None

    def reports(self):
        for kind, month, day in (("quality", 3, 31), ("patient_safety", 3, 1)):
            for year in (self.day.year - 2, self.day.year - 1):
                due = date(year + 1, month, day)
                if not self.book["yearly_from"] or year < self.book["yearly_from"].year or due <= self.year_ago:
                    continue
                for unit in self.all:
                    last = self.existed(unit, year)
                    is_meant = kind == "quality" or set(unit["regimes"]) & set(CARE)
                    if not last or not is_meant or not self.model.operative(unit, last):
                        continue
                    made = any(row["kind"] == kind and row["year"] == year and self.is_adopted(row["id"]) and
                               any(self.model.within(unit["id"], top) for top in row["covers"] or [self.told_of(row["id"], last)])
                               for row in self.book["reports"])
                    yield "yearly_report", f"{kind}/{year}", unit, "shown" if made else "missing" if due < self.day else None, "reports", due

    def told_of(self, name, day):
        """The unit that a report is about which names none: its document's, or the nearest above that does work."""
        unit = self.model.units[self.model.documents[name]["revisions"][-1]["unit"]]
        while unit["kind"] != "own" or not (self.model.operative(unit, day) or self.model.divided(unit, day)):
            if not unit["parent"]:
                return "nam"
            unit = self.model.units[unit["parent"]]
        return unit["id"]

    def is_adopted(self, name):
        return name in self.model.documents and bool(self.model.adopted(self.model.documents[name]))

    def contract_reports(self):
        for row in self.book["contract_reports"]:
            for unit in self.within([row["unit"]]):
                yield "contract_report", row["id"], unit, self.once(row["due_on"], row["received_on"]), "contract_reports", row["due_on"]


# --- evidence that is taken away -------------------------------------------------------------------


def without(rows, **wanted):
    return [row for row in rows if any(str(row.get(key)) != value for key, value in wanted.items())]


def remove_evidence(book, kind, thing, shown):
    """Takes what shows the cell out of the sources; False if it stands in no row of its own."""
    def forget(rows, keys, wanted):
        hits = [row for row in rows if all(str(row[key]) == value for key, value in wanted.items())]
        for row in hits:
            row.update(dict.fromkeys(keys))
        return bool(hits)

    if any(document["id"] == shown for document in book["documents"]):
        if kind == "yearly_report":
            book["reports"] = without(book["reports"], id=shown)
        else:
            book["documents"] = without(book["documents"], id=shown)
        return True
    if kind == "requirement":
        book["waivers"] = without(book["waivers"], id=shown)
        return forget(book["requirements"], ["note"], {"id": thing}) or True
    if kind == "rollout":
        return forget(book["rollouts"], ["done_on"], {"id": thing})
    if kind == "contract_report":
        return forget(book["contract_reports"], ["received_on"], {"id": thing})
    if kind == "risk":
        forget(book["risks"], ["accepted_by"], {"id": thing, "accepted_by": shown})
        for register in ("actions", "control_items", "checks"):
            book[register] = without(book[register], id=shown)
        return True
    if kind == "document_review":
        for document in book["documents"]:
            if document["id"] == thing:
                before = len(document["reviews"])
                document["reviews"] = without(document["reviews"], on=shown)
                return len(document["reviews"]) < before
    for check in book["checks"]:
        if kind == "reading" or check["id"] == thing.partition("/")[0]:
            check["occurrences"] = without(check["occurrences"], done_on=shown)
    for goal in book["goals"]:
        if goal["id"] == thing:
            goal["outcomes"] = without(goal["outcomes"], on=shown)
    return kind in ("self_check", "reading")
