#!/usr/bin/env python3
"""Writes a Word document by hand, as Word in Swedish does: no pandoc has touched it.

    make_word.py KIND FILE [ROW=VALUE …]
    make_word.py replace FILE WORDS WORDS
    make_word.py fill FILE NAME=WORDS …
    make_word.py step FILE NUMBER [COLUMN=WORDS …]

`step` changes cells of a row in the table of steps, or takes the row away; +NUMBER adds one after it.
`fill` writes as somebody does who fills in an empty document: NAME is a row of the card, a heading
whose help is written over, or the first column of a table, whose next empty row gets WORDS with |
between its cells. KIND says what it is like (see KINDS at the end); ROW=VALUE replaces or adds a row of the card.
"""
import re
import struct
import sys
import zipfile
import zlib

SPACES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
          'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
          'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
          'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
          'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"')
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="png" ContentType="image/png"/>
<Override PartName="/word/document.xml" ContentType=\
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType=\
"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/numbering.xml" ContentType=\
"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
<Override PartName="/word/footnotes.xml" ContentType=\
"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>
</Types>"""
CARD = {"Dokumenttyp": "Rutin", "Titel": "Låna cykel i tjänsten",
        "Sammanfattning": "Så lånar du en tjänstecykel.",
        "Enhet": "Vård- och omsorgsförvaltningen (vof)", "Ägare": "Kvalitetssamordnare (KSA)"}


def png(size=8):
    """A red square."""
    def chunk(kind, data):
        return (struct.pack(">I", len(data)) + kind + data
                + struct.pack(">I", zlib.crc32(kind + data)))
    rows = b"".join(b"\0" + b"\xd0\x20\x20" * size for _ in range(size))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def run(text, look=""):
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, style="", number=None):
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        look += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    inner = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{look}</w:pPr>{inner}</w:p>"


def cell(text, look=""):
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{paragraph(text)}</w:tc>"


def table(rows):
    """Rows of cells; a cell is its text, or a pair of text and properties."""
    lines = "".join("<w:tr>" + "".join(cell(one) if isinstance(one, str) else cell(*one)
                                       for one in row) + "</w:tr>" for row in rows)
    columns = '<w:gridCol w:w="3000"/>' * max(len(row) for row in rows)
    return (f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>{lines}</w:tbl>")


def picture(alt, target='r:embed="rId10"'):
    return ('<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/>'
            f'<wp:docPr id="1" name="Bild 1" descr="{alt}"/><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            f'<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="x.png" descr="{alt}"/>'
            f"<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip {target}/></pic:blipFill>"
            '<pic:spPr><a:xfrm><a:ext cx="914400" cy="914400"/></a:xfrm></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>")


def footnote():
    return '<w:r><w:footnoteReference w:id="2"/></w:r>'


def inserted(text):
    return f'<w:ins w:id="1" w:author="x" w:date="2026-11-01T10:00:00Z">{run(text)}</w:ins>'


def deleted(text):
    return ('<w:del w:id="2" w:author="x" w:date="2026-11-01T10:00:00Z"><w:r>'
            f'<w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>')


def good_text():
    return [
        paragraph("Syfte", style="Rubrik1"),
        paragraph("Du ska kunna låna en cykel när du arbetar.", footnote()),
        paragraph("Omfattning", style="Rubrik1"),
        paragraph("Rutinen gäller alla som arbetar i hemtjänsten."),
        paragraph("Ansvar", style="Rubrik1"),
        paragraph("Den som lånar svarar för cykeln. Se ", "[[RUT-001]]", "."),
        paragraph("Gör så här", style="Rubrik1"),
        paragraph("Hämta nyckeln på expeditionen.", number=(1, 0)),
        paragraph("Titta efter att", number=(1, 0)),
        paragraph("bromsarna tar", number=(2, 1)),
        paragraph("lyset fungerar", number=(2, 1)),
        paragraph("Lämna tillbaka ", run("samma dag", "<w:b/>"), inserted(" före klockan 17"),
                  deleted(" i god tid"), ".", number=(1, 0)),
        paragraph("Dokumentation", style="Rubrik1"),
        table([["Vad", "Var"], ["Lån", "Listan vid nyckelskåpet"], ["Fel", "Felanmälan"]]),
        paragraph(picture("En röd cykel vid ett ställ")),
        paragraph("Samverkan", style="Rubrik1"),
        paragraph("Verkstaden ser över cyklarna."),
        paragraph("Risker att tänka på", style="Rubrik1"),
        paragraph("Halka om vintern.", number=(2, 0)),
        paragraph("Uppföljning", style="Rubrik1"),
        paragraph("Varje termin."),
        paragraph("Referenser", style="Rubrik1"),
        paragraph("Se ", "[[sosfs-2011-9/6:1]]", "."),
        paragraph("Ändringar", style="Rubrik1"),
        paragraph("Ny rutin."),
    ]


def bad_text():
    return [
        paragraph(run("Syfte", "<w:b/>")),
        paragraph("Texten under en rubrik som bara är fet."),
        table([[("Två kolumner", '<w:gridSpan w:val="2"/>')], ["a", "b"]]),
        paragraph(picture("")),
    ]


def linked_text():
    return [paragraph("Syfte", style="Rubrik1"),
            paragraph("En bild från nätet."), paragraph(picture("En bild", 'r:link="rId11"'))]


def private_text():
    return [paragraph("Syfte", style="Rubrik1"), paragraph("Ring 19121212-1212 om något händer.")]


def external_text():
    return [paragraph("Syfte", style="Rubrik1"),
            paragraph("En bild från nätet."), paragraph(picture("En karta", 'r:embed="rId11"'))]


def drawing(what, content):
    return ('<w:r><w:drawing><wp:inline><wp:docPr id="3" name="Figur 1"/><a:graphic>'
            f'<a:graphicData uri="{what}">{content}</a:graphicData></a:graphic></wp:inline>'
            "</w:drawing></w:r>")


def text_box(text):
    """As Word writes it: once, and once more for old programs."""
    inner = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    new = drawing(shape, f'<wps:wsp xmlns:wps="{shape}"><wps:txbx>{inner}</wps:txbx></wps:wsp>')
    old = ('<w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>'
           f"{inner}</v:textbox></v:shape></w:pict>")
    return (f'<w:r><mc:AlternateContent xmlns:mc="{compatible}"><mc:Choice Requires="wps">'
            + new.removeprefix("<w:r>").removesuffix("</w:r>")
            + f"</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>")


def boxes_text():
    chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    diagram = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    sheet = ('<w:r><w:object xmlns:v="urn:schemas-microsoft-com:vml" '
             'xmlns:o="urn:schemas-microsoft-com:office:office"><v:shape><v:imagedata '
             'r:id="rId11"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>')
    return [paragraph("Syfte", style="Rubrik1"),
            paragraph("Före rutan", text_box("Ring alltid 112 &amp; vänta.")),
            paragraph("Stapeln", drawing(chart, f'<c:chart xmlns:c="{chart}" r:id="rId10"/>')),
            paragraph("Cirkeln", drawing(diagram, f'<d:relIds xmlns:d="{diagram}" r:dm="rId10"/>')),
            paragraph("Kalkylen", sheet)]


def old_picture_text():
    """A picture as Word wrote it before 2007."""
    return [paragraph("Syfte", style="Rubrik1"), paragraph(
        "Kartan över området",
        '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape>'
        '<v:imagedata r:id="rId11"/></v:shape></w:pict></w:r>')]


def linked_and_kept_text():
    """Word's "insert and link": the picture is in the document too; another one was deleted."""
    gone = ('<w:del w:id="3" w:author="x" w:date="2026-11-01T10:00:00Z">'
            + picture("Borta", 'r:link="rId11"') + "</w:del>")
    return [paragraph("Syfte", style="Rubrik1"),
            paragraph(picture("Kvar", 'r:embed="rId10" r:link="rId11"')), paragraph("Text.", gone)]


def list_in_cell_text():
    rows = table([["Vad", "Hur"], ["Cykel", "LISTA"]])
    items = paragraph("lås", number=(2, 0)) + paragraph("pump", number=(2, 0))
    return [paragraph("Syfte", style="Rubrik1"),
            rows.replace(paragraph("LISTA"), items)]


def commented_text():
    return [paragraph("Syfte", style="Rubrik1"),
            paragraph('<w:commentRangeStart w:id="7"/>', "Låna en cykel.",
                      '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>')]


def comments():
    return (f'<?xml version="1.0" encoding="UTF-8"?><w:comments {SPACES}>'
            '<w:comment w:id="7" w:author="x" w:date="2026-11-01T10:00:00Z">'
            + paragraph("Varför?") + "</w:comment></w:comments>")


def hidden_text():
    return [paragraph("Syfte", style="Rubrik1"), paragraph("Mjukt\u00adbindestreck\u200b och no\u0308d.")]


def raised(text, where="superscript"):
    return run(text, f'<w:vertAlign w:val="{where}"/>')


def field(instruction, text):
    return f'<w:fldSimple w:instr=" {instruction} ">{run(text)}</w:fldSimple>'


def symbol(font, char):
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


def caption(words):
    """The title of a table as Word writes it, with a number that Word counts."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return paragraph("Table ", mark.format("begin") + "<w:r><w:instrText> SEQ Table \\* ARABIC </w:instrText></w:r>"
                     + mark.format("separate") + run("1") + mark.format("end"), f". {words}", style="Caption")


def contents():
    """A table of contents as Word writes it, with its heading."""
    return ('<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            "</w:docPartObj></w:sdtPr><w:sdtContent>" + paragraph("Innehåll")
            + paragraph("Syfte 2", style="TOC1") + "</w:sdtContent></w:sdt>")


def fidelity_text():
    """What people write in Word and what pandoc alone changes or loses."""
    wingdings = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    inner = table([["inre1", "inre2"]]) + paragraph("efter")
    gone = table([["borta"]]).replace("<w:tr>", '<w:tr><w:trPr><w:del w:id="9" w:author="x"/></w:trPr>')
    return [
        contents(),
        paragraph("Ansvar", style="Rubrik1", number=(1, 0)),
        paragraph("Underrubrik", style="Rubrik2", number=(1, 1)),
        paragraph("Gränsen är 10", raised("3"), " enheter per m", raised("2"), " och CO",
                  raised("2", "subscript"), ", 10", raised("2x"), "."),
        paragraph("Tabell ", field("SEQ Tabell", "1"), ". Se avsnitt ", field("REF x", "3.2"), "."),
        paragraph("Om ≥ 10 ", symbol("Wingdings", "F0E0"), " ring ", run("\uf0fc", wingdings),
                  symbol("Webdings", "F041")),
        paragraph("Synlig. ", run("HEMLIGT ", "<w:vanish/>"), "Mer. ", run("struket", "<w:dstrike/>")),
        caption("Doser"),
        table([["ABC", "x"], ["rad", "y"]]).replace(paragraph("ABC"), inner),
        gone,
        paragraph("Steg ett", number=(1, 0)),
        paragraph("tvätta", number=(3, 1)),
        paragraph("sprita", number=(3, 1)),
        paragraph("Se punkt b.", run("(fet)", "<w:b/>"), "efter, lut", run("an", "<w:i/>"), "de."),
        paragraph("Två i en annan lista", number=(4, 0)),
        paragraph("Ett igen", number=(5, 0)),
    ]


def styles():
    named = [("Rubrik1", "heading 1"), ("Rubrik2", "heading 2"), ("Liststycke", "List Paragraph"),
             ("Caption", "caption")]
    return (f'<?xml version="1.0" encoding="UTF-8"?><w:styles {SPACES}>'
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
            "</w:style>" + "".join(
                f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
                '<w:basedOn w:val="Normal"/></w:style>' for key, name in named) + "</w:styles>")


def numbering():
    def levels(kind, text):
        return "".join(f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
                       f'<w:lvlText w:val="{text.format(i + 1)}"/></w:lvl>' for i in range(3))
    return (f'<?xml version="1.0" encoding="UTF-8"?><w:numbering {SPACES}>'
            f'<w:abstractNum w:abstractNumId="1">{levels("decimal", "%{}.")}</w:abstractNum>'
            f'<w:abstractNum w:abstractNumId="2">{levels("bullet", "•")}</w:abstractNum>'
            f'<w:abstractNum w:abstractNumId="3">{levels("lowerLetter", "%{})")}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
            '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
            '<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
            '<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>'
            '<w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>')


def footnotes():
    return (f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {SPACES}><w:footnote w:id="2">'
            + paragraph("Cyklarna är till för tjänsten.") + "</w:footnote></w:footnotes>")


def relations(pairs):
    lines = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"'
        + (' TargetMode="External"' if target.startswith("http") else "") + "/>"
        for key, kind, target in pairs)
    return ('<?xml version="1.0" encoding="UTF-8"?><Relationships '
            'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{lines}</Relationships>")


def parts(blocks, card):
    body = "".join(([table(list(card.items()))] if card else []) + blocks)
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations([("rId1", "officeDocument", "word/document.xml")]),
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document {SPACES}>'
                             f"<w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations([
            ("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml"),
            ("rId3", "footnotes", "footnotes.xml"), ("rId10", "image", "media/image1.png"),
            ("rId11", "image", "http://127.0.0.1:9/bild.png"),
            ("rId12", "comments", "comments.xml")]),
        "word/styles.xml": styles(), "word/numbering.xml": numbering(),
        "word/footnotes.xml": footnotes(), "word/comments.xml": comments(), "word/media/image1.png": png(),
    }


def good(card):
    return parts(good_text(), card)


def tasks(card):
    """Who does what in a table, and whom the text is for in the card, by names and by codes."""
    table_of_tasks = table([["Uppgift", "Roller", "Leder"],
                            ["Kolla bromsarna", "Undersköterska, SSK (SSK)", "ssk"],
                            ["Laga", "Enhetschef", "–"]])
    blocks = good_text()
    blocks.insert(5, table_of_tasks)
    return parts(blocks, card | {"Till för": "Undersköterska, SSK",
                                        "Ämnen": "mottagande av klagomål och synpunkter"})


def bare(_card):
    return parts(good_text(), {})


def macros(card):
    return parts(good_text(), card) | {"word/vbaProject.bin": b"x" * 100}


def bomb(card):
    return parts(good_text(), card) | {"word/media/image2.png": b"\0" * 400_000_000}


def large(card):
    noise = png() + bytes((i * i * 7919 >> 3) % 256 for i in range(1_200_000))
    return parts(good_text(), card) | {"word/media/image1.png": noise}


def broken(card):
    return parts(good_text(), card) | {"word/document.xml": "<w:document"}


def gif(card):
    return parts(good_text(), card) | {"word/media/image1.png": b"GIF89a" + b"\0" * 40}


def strict(card):
    transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return {name: content.replace(transitional, "http://purl.oclc.org/ooxml/wordprocessingml/main")
            if isinstance(content, str) else content
            for name, content in parts(good_text(), card).items()}


def fidelity(card):
    header = (f'<?xml version="1.0" encoding="UTF-8"?><w:hdr {SPACES}>'
              + paragraph("Gäller endast natt. Diarienr 2026/17") + "</w:hdr>")
    return parts(fidelity_text(), card) | {"word/header1.xml": header}


KINDS = {
    "good": good, "tasks": tasks, "bare": bare, "macros": macros, "bomb": bomb, "large": large, "broken": broken,
    "gif": gif, "strict": strict, "fidelity": fidelity,
    "external": lambda card: parts(external_text(), card),
    "listcell": lambda card: parts(list_in_cell_text(), card),
    "comment": lambda card: parts(commented_text(), card),
    "bad": lambda card: parts(bad_text(), card),
    "boxes": lambda card: parts(boxes_text(), card),
    "oldpicture": lambda card: parts(old_picture_text(), card),
    "kept": lambda card: parts(linked_and_kept_text(), card),
    "linked": lambda card: parts(linked_text(), card),
    "private": lambda card: parts(private_text(), card),
    "hidden": lambda card: parts(hidden_text(), card),
}


def replace(path, before, after):
    """Writes other words into a document that is there, as somebody does in Word."""
    with zipfile.ZipFile(path) as archive:
        text = archive.read("word/document.xml")
    write_text(path, text.replace(before.encode(), after.encode()))


def write_text(path, text):
    with zipfile.ZipFile(path) as archive:
        kept = [(entry, archive.read(entry)) for entry in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in kept:
            archive.writestr(entry, text if entry.filename == "word/document.xml" else content)


def fill(path, values):
    """Fills in an empty document that handbok wrote."""
    with zipfile.ZipFile(path) as archive:
        text = archive.read("word/document.xml").decode()
    for value in values:
        name, words = value.split("=", 1)
        at = text.index(f">{name}</w:t>")
        cells = words.split("|")
        if text.rfind("<w:tc>", 0, at) <= text.rfind("</w:tc>", 0, at):
            start, end = text.index("[Hjälp: ", at), text.index("]", at) + 1
            text = text[:start] + words + text[end:]
            continue
        is_table = name in ("Uppgift", "Nr")
        row = text.rfind("<w:tr>", 0, at)
        while is_table and "<w:t " in text[row:text.index("</w:tr>", row)]:
            row = text.index("<w:tr>", row + 1)
        end = text.index("</w:tr>", row)
        parts = re.split("(?=</w:p></w:tc>)", text[row:end])
        for place, one in enumerate(cells, 0 if is_table else 1):
            parts[place] += run(one.replace("/", "</w:t><w:br/><w:t>")) if one else ""
        text = text[:row] + "".join(parts) + text[end:]
    write_text(path, text.encode())


def step(path, number, values):
    """Edits the table of steps of an exported process."""
    columns = ["Nr", "Vem", "Vad", "Rutin", "Sedan"]
    with zipfile.ZipFile(path) as archive:
        text = archive.read("word/document.xml").decode()
    at = text.index(">Nr</w:t>")
    start, end = text.rindex("<w:tbl>", 0, at), text.index("</w:tbl>", at)
    rows = re.split("(?=<w:tr>)", text[start:end])
    here = next(i for i, row in enumerate(rows) if f">{number.lstrip('+')}</w:t>" in row.split("</w:tc>")[0])
    if number.startswith("+"):
        rows.insert(here + 1, "<w:tr>" + "<w:tc><w:tcPr /><w:p></w:p></w:tc>" * len(columns) + "</w:tr>")
        here += 1
    cells = re.split("(?=<w:tc>)", rows[here])
    for value in values:
        name, words = value.split("=", 1)
        filled = "".join(paragraph(one) for one in words.split("/"))
        rest = cells[columns.index(name) + 1].split("</w:tc>", 1)[1]
        cells[columns.index(name) + 1] = f"<w:tc><w:tcPr />{filled}</w:tc>{rest}"
    rows[here] = "".join(cells) if values else ""
    write_text(path, (text[:start] + "".join(rows) + text[end:]).encode())


def main():
    kind, path, *rows = sys.argv[1:]
    if kind == "step":
        return step(path, rows[0], rows[1:])
    if kind == "fill":
        return fill(path, rows)
    if kind == "replace":
        return replace(path, *rows)
    card = CARD | dict(row.split("=", 1) for row in rows)
    card = {name: value for name, value in card.items() if value}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in KINDS[kind](card).items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 1, 0, 0, 0)), content,
                             zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
