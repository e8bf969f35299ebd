"""The corpus of tools/bench: the same documents as Handbok sources and as a Hugo site.

A document has a TOML head of about 26 lines and about 6 KB of Markdown with lists, tables and ten
links to other documents. Its words are as many and as unlike as those of the demo, and go on: a
search index and a file of words are as large as they are for real texts of that size. The same
number always gives the same bytes.
"""
import collections
import hashlib
import random
import re
from pathlib import Path

DEMO = Path(__file__).resolve().parent.parent / "content"

TYPES = {"RUT": "Rutin", "RIK": "Riktlinje", "POL": "Policy", "CHK": "Checklista", "INS": "Lathund"}
ROLES = ["KSA", "KCH", "DIR", "MAS", "SAS", "EC", "SSK", "OMV"]
SECTIONS = ["Syfte", "Omfattning", "Ansvar", "Gör så här", "Dokumentation", "Uppföljning"]
UNITS = 20
LINKS = 10
DAY = "2026-11-21"
NEXT_DAY = "2026-11-22"
EQUAL = "equal"  # the profile whose pages are those that the Hugo site has
EQUAL_PAGES = ["document", "document_list", "unit", "unit_list", "start", "table"]

# How the demo's words are spread: 24,600 words of text are 2,700 different ones, and twice as much
# text has half as many again. The rank of a word is drawn from a Lomax distribution, which has no end.
TAIL = 0.65
HEAD = 30


def demo_words():
    """The words of the demo's texts, the most frequent first."""
    counts = collections.Counter()
    for path in sorted(DEMO.glob("documents/*/*/[0-9]*.md")):
        body = re.sub(r"\[\[.*?\]\]", "", path.read_text(encoding="utf-8").split("+++", 2)[2])
        counts.update(re.findall(r"[a-zåäöé]{2,}", body.lower()))
    return sorted(counts, key=lambda word: (-counts[word], word))


class Vocabulary:
    """Words by rank: those of the demo, and beyond them compounds of two."""

    def __init__(self):
        self.known = demo_words()
        self.parts = sorted(word for word in self.known if 4 <= len(word) <= 9)

    def at(self, rank):
        if rank < len(self.known):
            return self.known[rank]
        first, last = divmod(rank * 7919, len(self.parts))
        return self.parts[first % len(self.parts)] + "s" * (rank % 2) + self.parts[last]

    def draw(self, dice):
        return self.at(int(HEAD * ((1 - dice.random()) ** (-1 / TAIL) - 1)))


VOCABULARY = Vocabulary()


def document_id(index):
    return f"{list(TYPES)[index % len(TYPES)]}-{index // len(TYPES) + 1:05}"


def phrase(dice, words):
    return " ".join(VOCABULARY.draw(dice) for _ in range(words))


def sentence(dice):
    return phrase(dice, dice.randrange(4, 9)).capitalize() + "."


def paragraph(dice, sentences):
    return " ".join(sentence(dice) for _ in range(sentences))


def table(dice):
    rows = [f"| {number} | {phrase(dice, 1)} | {dice.choice(ROLES)} | {phrase(dice, 3)} |"
            for number in range(1, 7)]
    return "\n".join(["| Nr | Vad | Vem | När |", "|---|---|---|---|", *rows])


class Document:
    """One document, in terms that both formats share."""

    def __init__(self, index, count):
        dice = random.Random(f"handbok-{index}")
        self.id = document_id(index)
        self.type = self.id[:3]
        self.title = f"{phrase(dice, 2).capitalize()}, del {index + 1}"
        self.unit = f"enhet-{dice.randrange(UNITS) + 1:02}"
        self.owner = dice.choice(ROLES)
        self.audience = dice.sample(ROLES, 3)
        self.summary = sentence(dice)
        self.targets = [document_id(dice.randrange(count)) for _ in range(LINKS)]

    def body(self, link):
        dice, targets = random.Random(f"handbok-body-{self.id}"), iter(self.targets)
        parts = []
        for section in SECTIONS:
            parts += [f"## {section}", f"{paragraph(dice, 4)} Se {link(next(targets))}."]
            parts.append("\n".join(f"{number}. {sentence(dice)}" for number in range(1, 5)))
            if section in ("Ansvar", "Dokumentation"):
                parts.append(table(dice))
            parts.append(f"**{phrase(dice, 2)}** {paragraph(dice, 3)}")
            parts.append("\n".join(f"- *{phrase(dice, 1)}*: {sentence(dice)}" for _ in "abc"))
        parts.append("Läs också " + ", ".join(link(target) for target in targets) + ".")
        return "\n\n".join(parts) + "\n"

    def head(self):
        quoted = ", ".join(f'"{role}"' for role in self.audience)
        dice = random.Random(f"handbok-tasks-{self.id}")
        tasks = "".join(f'\n[[responsible]]\ntask = "{phrase(dice, 2)}"\nroles = ["{role}"]\n'
                        for role in self.audience)
        return (f'id = "{self.id}"\nrevision = 1\ntitle = "{self.title}"\n'
                f'summary = "{self.summary}"\ntype = "{self.type}"\nunit = "{self.unit}"\n'
                f'owner = "{self.owner}"\nregimes = ["HSL"]\naudience = [{quoted}]\n'
                f'topics = []\nrequirements = []\nchange_kind = "new"\n'
                f'change_note = "Ny."\nlegal_basis = []\n{tasks}')


def handbook_text(document):
    return f"+++\n{document.head()}+++\n\n{document.body(lambda target: f'[[{target}]]')}"


def approval_text(document_id_, text, revision=1, valid_from="2026-04-01"):
    data = text.encode()
    line = f"file sha256:{hashlib.sha256(data).hexdigest()} {len(data)} {revision}.md\n"
    manifest = f"handbok-revision-v1\ndoc {document_id_}\nrev {revision}\n{line}"
    digest = hashlib.sha256(manifest.encode()).hexdigest()
    signatures = "".join(
        f'\n[[signature]]\nstep = "{step}"\nrole = "{role}"\non = {day}\n{signed}'
        for step, role, day, signed in (
            ("drafted", "KSA", "2026-03-02", ""),
            ("reviewed", "KCH", "2026-03-16", f'digest = "sha256:{digest}"\n'),
            ("approved", "DIR", "2026-03-20", f'digest = "sha256:{digest}"\n')))
    return (f"submitted = 2026-03-09\n{signatures}\n"
            f"[validity]\nvalid_from = {valid_from}\nnext_review = 2027-03-20\n")


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def write_handbook_document(root, document, addition=""):
    """Writes a document with its approval; `addition` is text at its end."""
    folder = root / "documents" / document.type / document.id
    text = handbook_text(document) + addition
    write(folder / "1.md", text)
    write(folder / "1.approval.toml", approval_text(document.id, text))


def write_revisions(root, document, revisions):
    """The document with several revisions, each of which replaced the one before a day later."""
    folder = root / "documents" / document.type / document.id
    for number in range(1, revisions + 1):
        text = handbook_text(document).replace("revision = 1", f"revision = {number}", 1)
        text = text.replace('change_kind = "new"', 'change_kind = "substantive"' if number > 1 else
                            'change_kind = "new"') + f"\nUtgåva {number}.\n"
        write(folder / f"{number}.md", text)
        write(folder / f"{number}.approval.toml",
              approval_text(document.id, text, number, f"2026-04-{number:02}"))


def write_self_checks(root, count):
    write(root / "registers" / "self_checks.toml", "\n".join(
        f'[[self_check]]\nid = "EGK-{n:04}"\nwhat = "Egenkontroll {n}"\nform = "checklist"\n'
        f'method = "own_history"\nhow = "På plats."\nevery_months = 3\nfirst_on = 2026-03-31\n'
        f'on_last_day = true\nperformed_by = ["SSK"]\nregimes = ["HSL"]\n'
        f'[[self_check.occurrence]]\ndue_on = 2026-06-30\ndone_on = 2026-06-30\noutcome = "ok"\n'
        f'analysis = "Inget att säga."\n' for n in range(1, count + 1)))


def write_risks(root, count):
    write(root / "registers" / "risks.toml", "\n".join(
        f'[[risk]]\nid = "RSK-{n:05}"\nevent = "Händelse {n}"\nconsequence_text = "Skada."\n'
        f'unit = "enhet-{n % UNITS + 1:02}"\nregimes = ["HSL"]\nhandled_in = "quality"\n'
        f'treatment = "reduce"\nowner = "MAS"\n' for n in range(1, count + 1)))


def write_processes(root, count, nodes=11):
    """Processes of a chain with a question in the middle, as drafts never are: approved."""
    for index in range(count):
        document = Document(index, max(count, 1))
        document.id, document.type = f"PRO-{index + 1:05}", "PRO"
        steps = [f'[[node]]\nid = "A{n}"\nkind = "activity"\nlabel = "Steg {n}"\n'
                 f'roles = ["{ROLES[n % 3]}"]\n' for n in range(1, nodes - 1)]
        edges = [f'[[edge]]\nfrom = "{a}"\nto = "{b}"\n' for a, b in zip(
            ["S", *(f"A{n}" for n in range(1, nodes - 1))],
            [*(f"A{n}" for n in range(1, nodes - 1)), "E"])]
        process = ('\n[process]\nkind = "governing"\npurpose = "Att mäta."\ntrigger = "Mätning."\n'
                   'result = "Ett tal."\n\n[[node]]\nid = "S"\nkind = "start"\nlabel = "Början"\n\n'
                   + "\n".join(steps) + '\n[[node]]\nid = "E"\nkind = "end"\nlabel = "Slut"\n\n'
                   + "\n".join(edges))
        folder = root / "documents" / "PRO" / document.id
        text = f"+++\n{document.head()}{process}+++\n\nText.\n"
        write(folder / "1.md", text)
        write(folder / "1.approval.toml", approval_text(document.id, text))


def write_handbook(root, count, units=UNITS):
    sections = ", ".join(f'"{section}"' for section in SECTIONS)
    settings = ['title = "Mätning"', 'language = "sv"', 'principal = "enhet-01"',
                '[[level]]\nid = "unit"\nname = "Enhet"', '[[regime]]\nid = "HSL"\nname = "vård"']
    for code, name in TYPES.items():
        settings.append(f'[[type]]\nid = "{code}"\nname = "{name}"\nname_plural = "{name}"\n'
                        f'sections = [{sections}]\nreview_months = 12')
        settings.append('[[type.policy]]\nreviews = ["KCH"]\napproves = ["DIR"]')
    settings.append('[[type]]\nid = "PRO"\nname = "Process"\nname_plural = "Processer"\nprocess = true\n'
                    '[[type.policy]]\nreviews = ["KCH"]\napproves = ["DIR"]')
    pages = ", ".join(f'"{page}"' for page in EQUAL_PAGES)
    settings.append(f'[[profile]]\nid = "{EQUAL}"\nshows = ["internal", "external"]\npages = [{pages}]')
    write(root / "handbook.toml", "\n\n".join(settings) + "\n")
    units = [f'[[unit]]\nid = "enhet-{n:02}"\nname = "Enhet {n}"\nlevel = "unit"\nhead = "EC"\n'
             'regimes = ["HSL"]\nkind = "own"\ncontact = "Chefen"\nvalid_from = 2020-01-01\n'
             + ('parent = "enhet-01"\n' if n > 1 else "") for n in range(1, units + 1)]
    write(root / "registers" / "units.toml", "\n".join(units))
    roles = [f'[[role]]\nid = "{role}"\nname = "Roll {role}"\nlevel = "unit"\n'
             'mission = "Svarar för sitt."\ncontact = "Chefen"\n' for role in ROLES]
    write(root / "registers" / "roles.toml", "\n".join(roles))
    for index in range(count):
        write_handbook_document(root, Document(index, count))


def write_hugo_document(root, document, addition=""):
    def link(target):
        return f"[{target}](../{target.lower()}/index.html)"

    head = f'units = ["{document.unit}"]\nslug = "{document.id.lower()}"\n{document.head()}'
    write(root / "content" / "dokument" / f"{document.id}.md",
          f"+++\n{head}+++\n\n{document.body(link)}{addition}")


HUGO_FRAME = """<!DOCTYPE html>
<html lang="sv"><head><meta charset="utf-8"><title>{{ .Title }} – Mätning</title>
<meta name="viewport" content="width=device-width"></head>
<body><a href="#main">Till innehållet</a>
<header><p>Mätning</p><nav><a href="/">Start</a> <a href="/dokument/">Dokument</a>
<a href="/units/">Enheter</a></nav></header>
<main id="main">{{ block "main" . }}{{ end }}</main>
<footer><p>Mätning</p></footer></body></html>
"""
HUGO_PAGE = """{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>
<dl><dt>Id</dt><dd>{{ .Params.id }}</dd><dt>Version</dt><dd>{{ .Params.revision }}</dd>
<dt>Enhet</dt><dd>{{ range .Params.units }}<a href="/units/{{ . }}/">{{ . }}</a>{{ end }}</dd>
<dt>Ägare</dt><dd>{{ .Params.owner }}</dd>
<dt>Gäller för</dt><dd>{{ delimit .Params.audience ", " }}</dd></dl>
<table><tr><th>Vad</th><th>Vem</th></tr>{{ range .Params.responsible }}
<tr><td>{{ .task }}</td><td>{{ delimit .roles ", " }}</td></tr>{{ end }}</table>
{{ .TableOfContents }}{{ .Content }}{{ end }}
"""
HUGO_LIST = """{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}<ul>{{ range .Pages.ByTitle }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.summary }}</li>{{ end }}</ul>{{ end }}
"""


def write_hugo(root, count):
    write(root / "config.toml", 'baseURL = "/"\nlanguageCode = "sv"\ntitle = "Mätning"\n'
          'disableKinds = ["RSS", "sitemap"]\n[taxonomies]\nunit = "units"\n')
    layouts = root / "layouts" / "_default"
    write(layouts / "baseof.html", HUGO_FRAME)
    write(layouts / "single.html", HUGO_PAGE)
    write(layouts / "list.html", HUGO_LIST)
    for index in range(count):
        write_hugo_document(root, Document(index, count))
