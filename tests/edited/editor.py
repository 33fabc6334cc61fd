"""A scripted editor: it changes an issued DOCX as Word does, with tracked changes or without.

A program of its own, from the standard (ISO/IEC 29500-1, 17.13.5): it shares nothing with the one that reads them.
"""

import copy
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from random import Random

from lxml import etree
from tests.documents import MC_FALLBACK, W

SAID = "petugas segera melaporkan hasil kegiatan kepada Kasat, (lengkap) buku register: 3"
WORDS = SAID.split()
BOSS = {f"{W}author": "AKP Contoh", f"{W}date": "2026-11-27T08:00:00Z"}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
LEAD = re.compile(r"^(?:[-\u2022]|\(?(?:\d+|[A-Za-z])[.)])\t")


class Editor:
    """An issued document that is being edited; `places` are its texts that stand there once, with their paths."""

    def __init__(self, docx: bytes, texts: Mapping[str, str], seed: object) -> None:
        self._docx, self.random = docx, Random(f"{seed}")
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            self.root = etree.fromstring(package.read("word/document.xml"))
        shown = [(said(one), one) for one in self.paragraphs()]
        counts = Counter(text for text, _ in shown)
        self.places = [(one, texts[text]) for text, one in shown if text in texts and counts[text] == 1]
        self._id = 50_000
        self.remarks = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})

    def paragraphs(self) -> Iterator[etree._Element]:
        for one in self.root.iter(f"{W}p"):
            boxed = next(one.iterancestors(f"{W}txbxContent"), None) is not None
            if not boxed and next(one.iterancestors(MC_FALLBACK), None) is None and runs(one):
                yield one

    def some(self, most: int) -> list[tuple[etree._Element, str]]:
        return self.random.sample(self.places, min(len(self.places), self.random.randint(1, most)))

    def items(self) -> list[tuple[etree._Element, str]]:
        """Return the paragraphs that are items of lists, and have another one beside them."""
        found = [(one, path) for one, path in self.places if path.endswith("]")]
        lists = Counter(path.rpartition("[")[0] for _, path in found)
        several = [(one, path) for one, path in found if lists[path.rpartition("[")[0]] > 1]
        return [(one, path) for one, path in several if beside(one)]

    def words(self) -> str:
        return " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(1, 3)))

    def mark(self, name: str) -> etree._Element:
        self._id += 1
        return etree.Element(f"{W}{name}", {f"{W}id": str(self._id), **BOSS})

    def saved(self) -> bytes:
        out, parts = io.BytesIO(), {"word/document.xml": etree.tostring(self.root)}
        with zipfile.ZipFile(io.BytesIO(self._docx)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            if len(self.remarks):
                parts |= {"word/comments.xml": etree.tostring(self.remarks), **with_remarks(old)}
            for name in {**dict.fromkeys(old.namelist()), **parts}:
                new.writestr(name, parts[name] if name in parts else old.read(name))
        return out.getvalue()

    def replace(self, paragraph: etree._Element, way: str) -> str:
        """Change a word somewhere in a paragraph; return what it says then.

        `way` is `tracked`, `insert` (tracked, nothing goes), `nested` (what came goes again in part) or `plain`.
        """
        run = self.random.choice([one for one in runs(paragraph) if words_of(one)])
        text = [one for one in run if one.tag == f"{W}t" and (one.text or "").split()][-1]
        words = (text.text or "").split(" ")
        at = self.random.choice([n for n, word in enumerate(words) if word])
        before, word, after = " ".join(words[:at]), words[at], " ".join(words[at + 1 :])
        before, after = before + (" " if before else ""), (" " if after else "") + after
        new = self.words()
        if way == "plain":
            text.text = before + (f"{new} {word}" if self.random.random() < 0.3 else new) + after
            text.set(SPACE, "preserve")
            return said(paragraph)
        head = copy.deepcopy(run)
        kept = [one for one in head if one.tag == f"{W}t" and (one.text or "").split()][-1]
        for later in kept.itersiblings():
            head.remove(later)
        kept.text = before
        kept.set(SPACE, "preserve")
        tail = copy.deepcopy(run)
        place = run.index(text)
        for one in list(tail)[:place]:
            if one.tag != f"{W}rPr":
                tail.remove(one)
        first = next(one for one in tail if one.tag == f"{W}t")
        first.text = after
        first.set(SPACE, "preserve")
        came = self.mark("ins")
        spoken = f"{new} " if way == "insert" else new
        for n in range(0, len(spoken), 7):  # Word parts one insertion into several runs
            came.append(self.run(run, spoken[n : n + 7]))
        pieces = [head, came]
        if way == "nested":
            pieces += self.come_and_gone(run, came)
        if way == "insert":
            pieces.append(self.run(run, word))
        else:
            gone = self.mark("del")
            gone.append(self.run(run, word, deleted=True))
            pieces.insert(1, gone)
        put(run, [*pieces, tail])
        return said(paragraph)

    def come_and_gone(self, run: etree._Element, came: etree._Element) -> list[etree._Element]:
        """Note words that came and went again: in the insertion as Word does, or around one as LibreOffice does."""
        gone, words = self.mark("del"), self.run(run, "terlalu ", deleted=True)
        if self.random.random() < 0.5:
            gone.append(words)
            came.append(gone)
            return []
        gone.append(self.mark("ins"))
        gone[0].append(words)
        return [gone]

    def run(self, like: etree._Element, text: str, *, deleted: bool = False) -> etree._Element:
        made = etree.Element(f"{W}r")
        if (look := like.find(f"{W}rPr")) is not None:
            made.append(copy.deepcopy(look))
        words = etree.SubElement(made, f"{W}delText" if deleted else f"{W}t")
        words.text = text
        words.set(SPACE, "preserve")
        return made

    def add(self, paragraph: etree._Element, way: str) -> str:
        """Let an item stand behind a paragraph; return its words. `way` is `tracked` or `plain`."""
        new = self.words() + " baru"
        made = copy.deepcopy(paragraph)
        for one in [one for one in made if one.tag != f"{W}pPr"]:
            made.remove(one)
        own = runs(paragraph)[0]
        lead = LEAD.match(shown_text(paragraph))
        run = self.run(own, lead[0].rstrip("\t") if lead else new)
        if lead:
            etree.SubElement(run, f"{W}tab")
            words = etree.SubElement(run, f"{W}t")
            words.text = new
        if way == "tracked":
            came = self.mark("ins")
            came.append(run)
            made.append(came)
            # Enter at the end of the item: its mark is the new one, the new item has its former mark.
            look_of_mark(paragraph).insert(0, self.mark("ins"))
        else:
            made.append(run)
        paragraph.addnext(made)
        return new

    def take_out(self, paragraph: etree._Element, way: str) -> None:
        """Take an item out of its list."""
        if way == "plain":
            drop(paragraph)
            return
        for run in runs(paragraph):
            gone = self.mark("del")
            run.addprevious(gone)
            gone.append(run)
            for text in run.iter(f"{W}t"):
                text.tag = f"{W}delText"
        after, before = paragraph.getnext(), paragraph.getprevious()
        last = before is not None and (after is None or after.tag != f"{W}p")
        look_of_mark(before if last and before is not None else paragraph).insert(0, self.mark("del"))

    def put_in_place(self, old: str, new: str) -> None:
        """Put words in the place of others by hand, where they first stand in one run."""
        every = (one for one in self.root.iter(f"{W}t") if old in (one.text or ""))
        text = next(one for one in every if next(one.iterancestors(MC_FALLBACK), None) is None)
        text.text = (text.text or "").replace(old, new, 1)

    def move(self, paragraph: etree._Element, behind: etree._Element) -> None:
        """Move an item behind another one, noted as a move (ISO/IEC 29500-1, 17.13.5.25)."""
        came = copy.deepcopy(paragraph)
        for one, name, inner in ((paragraph, "moveFrom", "del"), (came, "moveTo", "ins")):
            for run in runs(one):
                mark = self.mark(name)
                run.addprevious(mark)
                mark.append(run)
            look_of_mark(one).insert(0, self.mark(inner))
        behind.addnext(came)

    def remark(self, paragraph: etree._Element, words: str) -> None:
        """Make a remark at a paragraph."""
        self._id += 1
        comment = etree.SubElement(self.remarks, f"{W}comment", {f"{W}id": str(self._id), **BOSS})
        etree.SubElement(etree.SubElement(etree.SubElement(comment, f"{W}p"), f"{W}r"), f"{W}t").text = words
        own = {f"{W}id": str(self._id)}
        runs(paragraph)[0].addprevious(etree.Element(f"{W}commentRangeStart", own))
        runs(paragraph)[-1].addnext(etree.Element(f"{W}commentRangeEnd", own))
        etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}commentReference", own)

    def mark_row(self, row: etree._Element, way: str) -> None:
        """Note a row as come or gone."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            row.insert(0, properties)
        properties.append(self.mark(way))

    def form(self) -> None:
        """Change the form of a word alone: bold by hand, or noted as a change."""
        paragraph, _ = self.random.choice(self.places)
        run = self.random.choice(runs(paragraph))
        look = run.find(f"{W}rPr")
        if look is None:
            look = etree.Element(f"{W}rPr")
            run.insert(0, look)
        former = copy.deepcopy(look)
        etree.SubElement(look, f"{W}b")
        if self.random.random() < 0.5:
            change = self.mark("rPrChange")
            change.append(former)
            look.append(change)


def beside(paragraph: etree._Element) -> bool:
    near = (paragraph.getnext(), paragraph.getprevious())
    return any(one is not None and one.tag == f"{W}p" and runs(one) for one in near)


def with_remarks(package: zipfile.ZipFile) -> dict[str, bytes]:
    """Return the relations and types of a document that gets remarks."""
    types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    part = f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
    link = f'<Relationship Id="rIdRemarks" Type="{office}" Target="comments.xml"/></Relationships>'
    return {
        types: package.read(types).decode().replace("</Types>", part).encode(),
        relations: package.read(relations).decode().replace("</Relationships>", link).encode(),
    }


def drop(element: etree._Element) -> None:
    holder = element.getparent()
    assert holder is not None
    holder.remove(element)


def runs(paragraph: etree._Element) -> list[etree._Element]:
    found = [one for one in paragraph.iter(f"{W}r") if next(one.iterancestors(f"{W}p")) is paragraph]
    return [one for one in found if one.find(f"{W}t") is not None]


def words_of(run: etree._Element) -> list[str]:
    return [
        word for one in run if one.tag == f"{W}t" for word in (one.text or "").split() if any(map(str.isalnum, word))
    ]


def put(run: etree._Element, pieces: list[etree._Element]) -> None:
    holder = run.getparent()
    assert holder is not None
    at = holder.index(run)
    holder[at : at + 1] = pieces


def look_of_mark(paragraph: etree._Element) -> etree._Element:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    look = properties.find(f"{W}rPr")
    if look is None:
        look = etree.SubElement(properties, f"{W}rPr")
    return look


def shown_text(paragraph: etree._Element) -> str:
    """Return what a paragraph says when all changes are accepted."""
    text = ""
    for one in paragraph.iter(f"{W}t", f"{W}tab", f"{W}noBreakHyphen", f"{W}br"):
        run = one.getparent()
        if run is None or run.tag != f"{W}r" or next(run.iterancestors(f"{W}p")) is not paragraph:
            continue
        if next(run.iterancestors(f"{W}del", f"{W}moveFrom"), None) is None:
            text += {f"{W}t": one.text or "", f"{W}tab": "\t", f"{W}noBreakHyphen": "-", f"{W}br": " "}[str(one.tag)]
    return text


def said(paragraph: etree._Element) -> str:
    """Return the words of a paragraph without its dash or number."""
    return " ".join(LEAD.sub("", shown_text(paragraph)).split())
