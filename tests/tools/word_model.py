#!/usr/bin/env python3
"""Writes random Word documents, takes them in, and reads the pages that come of them.

    word_model.py HANDBOK SOURCE [DOCUMENTS [SEED]]

What a reader should see is computed here, from what was put into the document and by the rules of
Word's numbering, without any code of the program: words in order, numbers with their raised and
lowered digits, and the number or letter before each item of a list. Whatever a page lacks or says
otherwise must be named by a remark of the import, and a page that lacks nothing must have none that
says so. Exits with 1 if something is neither on the page nor told, or told for nothing.

Documents are taken in by batches, each into a fresh copy of SOURCE, so a small one, as
`HANDBOK init` makes it, is quick.
"""
import html
import html.parser
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import make_word as word  # noqa: E402

DAY = "2026-11-21"
BATCH = 50
# What the program says of words that it misses, and of words that Word does not show.
LOST = re.compile(r"(Text|Att Word inte visar det) följer inte med")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
# Number formats of the lists: (format, text of level 0, text of level 1).
FORMATS = {1: ("decimal", "%1.", "%2."), 2: ("bullet", "•", "•"), 3: ("lowerLetter", "%1)", "%2)"),
           4: ("upperRoman", "%1.", "%2."), 5: ("decimal", "%1.", "%1.%2"),
           6: ("decimal", "Steg %1:", "%1.%2)"), 7: ("decimalZero", "%1.", "%2)")}
# Lists: list -> (its format, where it begins anew).
LISTS = {1: (1, None), 2: (2, None), 3: (3, None), 4: (4, None), 5: (1, None), 6: (1, 1), 7: (1, 3), 8: (5, None),
         9: (6, None), 10: (7, None)}
# Styles of paragraphs: style -> list, whose first level it numbers.
STYLES = {"Numrerad": 1, "Paragrafer": 6}


def roman(number):
    text = ""
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            text, number = text + sign, number - value
    return text


def shown(kind, number):
    return {"decimal": str(number), "decimalZero": f"{number:02}", "lowerLetter": chr(96 + number), "upperRoman": roman(number)}[kind]


class Counters:
    """The numbers that Word computes: lists of one format share their counters."""

    def __init__(self):
        self.at = {}
        self.begun = set()

    def label(self, number, level):
        kind, start = LISTS[number]
        form, *texts = FORMATS[kind]
        if form == "bullet":
            return "•"
        count = self.at.setdefault(kind, [0, 0])
        if start and number not in self.begun:
            self.begun.add(number)
            count[0] = start - 1
        count[level] += 1
        if level == 0:
            count[1] = 0
        else:
            count[0] = max(count[0], 1)
        return re.sub(r"%(\d)", lambda m: shown(form, count[int(m[1]) - 1]), texts[level])


class Maker:
    """One document: its parts for Word, and what its reader should see."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.words = 0
        self.meant = []
        self.gone = []
        self.notes = []
        self.meant_in_notes = []
        self.counters = Counters()

    def word(self, seen=True):
        self.words += 1
        text = self.random.choice(("ord", "Åtgärd", "dos", "epost", "natt")) + f"{self.words}q"
        (self.meant if seen else self.gone).append(text)
        return text

    def part(self):
        make = self.random.choice((
            self.plain, self.plain, self.plain, self.split, self.raised, self.lowered, self.arrow,
            self.simple_field, self.complex_field, self.deleted, self.inserted, self.hidden, self.struck,
            self.tab, self.line, self.tagged, self.control, self.link, self.alternate, self.hyphen,
            self.hidden_style, self.box, self.turned, self.deleted_twice, self.signs, self.emphasised,
            self.tick, self.note))
        return make() + word.run(" ")

    def plain(self):
        return word.run(self.word(), self.random.choice(("", "", "<w:b/>", "<w:i/>", "<w:u w:val=\"single\"/>")))

    def split(self):
        text = self.word()
        at = self.random.randrange(1, len(text))
        return word.run(text[:at], "<w:b/>") + '<w:proofErr w:type="spellStart"/>' + word.run(text[at:])

    def raised(self):
        base, power = str(self.random.randrange(10, 99)), str(self.random.randrange(2, 40))
        self.meant.append(base + power.translate(RAISED))
        return word.run(base) + word.raised(power)

    def lowered(self):
        power = str(self.random.randrange(2, 12))
        text = self.word()
        self.meant[-1] = text + power.translate(LOWERED)
        return word.run(text) + word.raised(power, "subscript")

    def arrow(self):
        self.meant.append("→")
        return word.symbol("Wingdings", "F0E0")

    def tick(self):
        self.meant.append("✓")
        return word.run("\uf0fc", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')

    def signs(self):
        """What Markdown would take for its marks."""
        form = self.random.choice(("2*{}*3", "_{}_", "`{}`", "**{}**", "~~{}~~", "a|{}", "\\\\server\\_{}", "[{}](1/x.pdf)",
                                   "&lt;b&gt;{}", "#{}", "{}.", "*{}", "[^{}]", "&amp;amp;{}", "1.{}"))
        text = form.format(self.word())
        self.meant[-1] = html.unescape(text)
        return word.run(text)

    def emphasised(self):
        """Emphasis beside letters, where Markdown's marks would be shown."""
        look = self.random.choice(("<w:b/>", "<w:i/>"))
        form = self.random.choice(("({})", "”{}”", "{}!", "§{}"))
        first, second = self.word(), self.word()
        marked = form.format(first)
        if self.random.random() < 0.5:
            self.meant[-2:] = [marked + second]
            return word.run(marked, look) + word.run(second)
        self.meant[-2:] = [second + marked]
        return word.run(second) + word.run(marked, look)

    def note(self):
        text = self.word()
        self.meant_in_notes.append(self.meant.pop())
        self.notes.append(text)
        return f'<w:r><w:footnoteReference w:id="{len(self.notes) + 1}"/></w:r>'

    def simple_field(self):
        return word.field("REF x", self.word())

    def complex_field(self):
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        return (mark.format("begin") + '<w:r><w:instrText> REF y </w:instrText></w:r>'
                + mark.format("separate") + word.run(self.word()) + mark.format("end"))

    def deleted(self):
        return word.deleted(self.word(seen=False))

    def inserted(self):
        return word.inserted(self.word())

    def hidden(self):
        return word.run(self.word(seen=False), "<w:vanish/>")

    def hidden_style(self):
        return word.run(self.word(seen=False), '<w:rStyle w:val="Dold"/>')

    def box(self):
        is_ticked = self.random.random() < 0.5
        self.meant.append("☒" if is_ticked else "☐")
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        return ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Kryss"/><w:enabled/>'
                f'<w:checkBox><w:sizeAuto/><w:default w:val="{int(is_ticked)}"/></w:checkBox></w:ffData>'
                "</w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
                + mark.format("separate") + mark.format("end"))

    def turned(self):
        return f'<w:bdo w:val="ltr">{word.run(self.word())}</w:bdo>'

    def deleted_twice(self):
        return word.inserted(self.word()) + word.deleted(self.word(seen=False)) + word.deleted(self.word(seen=False))

    def struck(self):
        return word.run(self.word(seen=False), "<w:strike/>")

    def tab(self):
        return word.run(self.word()) + "<w:r><w:tab/></w:r>" + word.run(self.word())

    def line(self):
        return word.run(self.word()) + "<w:r><w:br/></w:r>" + word.run(self.word())

    def tagged(self):
        return f'<w:smartTag w:uri="x" w:element="y">{word.run(self.word())}</w:smartTag>'

    def control(self):
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{word.run(self.word())}</w:sdtContent></w:sdt>"

    def link(self):
        return f'<w:hyperlink w:anchor="x">{word.run(self.word())}</w:hyperlink>'

    def alternate(self):
        text = word.run(self.word())
        return ('<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
                f'<mc:Choice Requires="w14">{text}</mc:Choice><mc:Fallback>{text}</mc:Fallback>'
                "</mc:AlternateContent>")

    def hyphen(self):
        first, second = self.word(), self.word()
        self.meant[-2:] = [first + "\u2011" + second]
        return word.run(first) + "<w:r><w:noBreakHyphen/></w:r>" + word.run(second)

    def runs(self, most=5):
        return [self.part() for _ in range(1 + self.random.randrange(most))]

    def paragraph(self):
        made = word.paragraph(*([word.run(self.word() + " ")] + self.runs()))
        return self.random.choice((lambda x: x, lambda x: x,
                                   lambda x: f"<w:sdt><w:sdtPr/><w:sdtContent>{x}</w:sdtContent></w:sdt>",
                                   lambda x: f'<w:customXml w:element="z">{x}</w:customXml>'))(made)

    def styled_items(self):
        style, made = self.random.choice(list(STYLES)), []
        for _ in range(2):
            self.meant.append(("label", self.counters.label(STYLES[style], 0)))
            made.append(word.paragraph(*([word.run(self.word() + " ")] + self.runs(2)), style=style))
        return "".join(made)

    def heading(self):
        return word.paragraph(self.word(), style="Rubrik2")

    def items(self):
        number, made = self.random.choice(list(LISTS)), []
        for at in range(2 + self.random.randrange(3)):
            level = self.random.randrange(2) if at else 0
            self.meant.append(("label", self.counters.label(number, level)))
            made.append(word.paragraph(*([word.run(self.word() + " ")] + self.runs(2)), number=(number, level)))
        return "".join(made)

    def cell(self):
        if self.random.random() < 0.1:
            return "<w:tc><w:tcPr/>" + self.items_in_cell() + "</w:tc>"
        return "<w:tc><w:tcPr/>" + "".join(
            word.paragraph(*self.runs(2)) for _ in range(1 + self.random.randrange(2))) + "</w:tc>"

    def items_in_cell(self):
        """A cell of Markdown has no list: what Word counts stands as words in it."""
        number, made = self.random.choice((1, 3, 4, 5)), []
        for _ in range(2):
            self.meant.append(self.counters.label(number, 0))
            made.append(word.paragraph(self.word(), number=(number, 0)))
        return "".join(made)

    def gone_row(self, columns):
        cells = "".join(f"<w:tc><w:tcPr/>{word.paragraph(self.word(seen=False))}</w:tc>" for _ in range(columns))
        return f'<w:tr><w:trPr><w:del w:id="9" w:author="x"/></w:trPr>{cells}</w:tr>'

    def table(self):
        columns = 2 + self.random.randrange(2)
        head = word.table([[self.word() for _ in range(columns)]])
        rows = "".join("<w:tr>" + "".join(self.cell() for _ in range(columns)) + "</w:tr>"
                       for _ in range(1 + self.random.randrange(3)))
        if self.random.random() < 0.2:
            rows += self.gone_row(columns)
        return head.replace("</w:tbl>", rows + "</w:tbl>") + word.paragraph(self.word())

    def blocks(self, count):
        made = [word.paragraph("Gör så här", style="Rubrik1")]
        for _ in range(count):
            made.append(self.random.choice((self.paragraph, self.paragraph, self.items, self.items, self.table,
                                            self.heading, self.styled_items))())
        return made


def numbering():
    def levels(form, *texts):
        return "".join(f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
                       f'<w:lvlText w:val="{text}"/></w:lvl>' for at, text in enumerate(texts))
    formats = "".join(f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="multilevel"/>'
                      f"{levels(*value)}</w:abstractNum>" for key, value in FORMATS.items())
    lists = "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{kind}"/>'
        + (f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else "")
        + "</w:num>" for key, (kind, start) in LISTS.items())
    return f'<?xml version="1.0" encoding="UTF-8"?><w:numbering {word.SPACES}>{formats}{lists}</w:numbering>'


def footnotes(notes):
    made = "".join(f'<w:footnote w:id="{at + 2}">{word.paragraph(text)}</w:footnote>' for at, text in enumerate(notes))
    return f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {word.SPACES}>{made}</w:footnotes>'


def styles():
    made = "".join(f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{key}"/><w:pPr><w:numPr>'
                   f'<w:numId w:val="{number}"/></w:numPr></w:pPr></w:style>' for key, number in STYLES.items())
    hidden = ('<w:style w:type="character" w:styleId="Dold"><w:name w:val="Dold"/><w:rPr><w:vanish/></w:rPr>'
              "</w:style>")
    return word.styles().replace("</w:styles>", made + hidden + "</w:styles>")


class Page(html.parser.HTMLParser):
    """The words of the text of a page in order, with the label of each item of a list."""

    def __init__(self):
        super().__init__()
        self.is_inside = False
        self.is_aside = False
        self.lists = []
        self.pieces = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if attributes.get("id") == "gor-sa-har":
            self.is_inside = True
        if not self.is_inside:
            return
        if attributes.get("class") in ("footnote-ref", "footnote-return"):
            self.is_aside = True
        if tag in ("ol", "ul"):
            self.lists.append([tag, int(attributes.get("start", 1)), attributes.get("type", "1")])
        elif tag == "li" and attributes.get("id", "").startswith("fn-"):
            self.pieces.append("\n")
        elif tag == "li" and self.lists:
            kind, number, form = self.lists[-1]
            number = int(attributes.get("value", number))
            self.lists[-1][1] = number + 1
            self.pieces.append(("label", "•" if kind == "ul" else {
                "1": str(number), "a": chr(96 + number), "I": roman(number)}[form] + "."))
        elif tag in ("p", "td", "th", "br", "h2", "h3", "h4", "tr"):
            self.pieces.append("\n")

    def handle_endtag(self, tag):
        if tag in ("ol", "ul") and self.lists:
            self.lists.pop()
        if tag in ("sup", "a"):
            self.is_aside = False
        if tag in ("article", "main"):
            self.is_inside = False

    def handle_data(self, data):
        if self.is_inside and not self.is_aside:
            self.pieces.append(data)


def tokens(pieces):
    """Words and labels; words that stand in several pieces without a blank between are one."""
    found, text = [], ""
    for piece in pieces:
        if isinstance(piece, tuple):
            found += text.split() + [piece]
            text = ""
        else:
            text += piece
    return found + text.split()


def compare(meant, read, told):
    """What is neither read as it was meant nor told."""
    faults, at = [], 0
    for one in meant:
        place = read.index(one, at) if one in read[at:] else None
        if isinstance(one, tuple):
            here = read[at] if at < len(read) else None
            if isinstance(here, tuple):
                at += 1
                if here[1] == one[1]:
                    continue
            # A label that the list cannot show stands at the beginning of the words.
            written = one[1].split()
            if read[at:at + len(written)] == written:
                at += len(written)
                continue
            faults.append(f"label {one[1]} is read as {here}")
        elif place is None or place != at:
            if place is not None:
                faults.append(f"invented before {one}: {read[at:place]}")
                at = place + 1
            elif not any(re.sub(r"\W", "", one) in re.sub(r"[^\w\n]", "", line) for line in told):
                faults.append(f"lost: {one} (here: {read[at:at + 3]})")
        else:
            at = place + 1
    return faults


def run(program, *arguments):
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)


def one(program, source, folder, seed):
    made = Maker(seed)
    blocks = made.blocks(12)
    unit = re.search(r'^id = "(.+)"', (source / "registers/units.toml").read_text(), re.M)[1]
    card = dict(word.CARD, Titel=f"Rutin {seed}", Enhet=unit, Ägare="KSA")
    parts = word.parts([word.paragraph("Syfte", style="Rubrik1"), word.paragraph("Text.")] + blocks, card)
    parts["word/numbering.xml"] = numbering()
    parts["word/styles.xml"] = styles()
    parts["word/footnotes.xml"] = footnotes(made.notes)
    path = folder / f"in{seed}.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    result = run(program, "import", path, source, "--on", DAY)
    found = re.search(r"documents/\S+?/([A-Z]+-\d+)/1\.md", result.stdout + result.stderr)
    return found and found[1], made, result


def main():
    program, origin = sys.argv[1], Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(10 ** 6)
    print(f"{count} documents from seed {seed}")
    wrong = 0
    for first in range(0, count, BATCH):
        wrong += batch(program, origin, range(seed + first, seed + min(count, first + BATCH)))
    print(f"{count} documents, {wrong} with a fault")
    return 1 if wrong else 0


def batch(program, origin, seeds):
    """How many documents of these seeds have a fault."""
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "source"
        subprocess.run(["cp", "-r", origin, source], check=True)
        taken = []
        for seed in seeds:
            document, made, result = one(program, source, folder, seed)
            if not document:
                print(f"seed {seed}: not taken in\n{result.stdout}{result.stderr}")
                wrong += 1
                continue
            taken.append((seed, document, made, result.stdout + result.stderr))
        made = run(program, "preview", source, "-o", folder / "site", "--as-of", DAY)
        for number, document, maker, told in taken:
            page = folder / "site" / "dokument" / document / "1.html"
            if not page.exists():
                print(f"seed {number}: no page\n", "\n".join(l for l in made.stderr.splitlines() if document in l))
                wrong += 1
                continue
            reader = Page()
            reader.feed(page.read_text())
            read = tokens(reader.pieces)
            expected = maker.meant
            if maker.notes:  # last on the page, which shows the section of the method first
                expected = expected + ["Syfte", "Text."] + maker.meant_in_notes
            read = [word for word in read[read.index("här") + 1:] if word != "–"]  # which begins an item in a cell
            faults = compare(expected, read, told.splitlines())
            faults += [f"shown though hidden or deleted: {w}" for w in maker.gone if w in read]
            is_lost = any(fault.startswith("lost") for fault in faults)
            faults += [f"told for nothing: {line}" for line in told.splitlines()
                       if LOST.search(line) and not is_lost]
            if faults:
                wrong += 1
                print(f"seed {number} ({document}):", *faults[:8], sep="\n  ", flush=True)
    return wrong


if __name__ == "__main__":
    sys.exit(main())
