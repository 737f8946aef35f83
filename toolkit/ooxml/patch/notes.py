"""The notes of a sheet: ours added to the comments part, or behind a note that is there, and taken out again.

What we write stands between an opening and a closing line of its own. So it can be told from what
others wrote, also in one note and after another program has saved the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from toolkit.ooxml.patch.changes import Changes, new_root
from toolkit.ooxml.patch.links import add_relationship, announce, related, related_part, relationship_base
from toolkit.ooxml.patch.outline import Address, Outline
from toolkit.ooxml.patch.shapes import NEW_DRAWING, with_shapes, without_shapes
from toolkit.ooxml.patch.words import storable
from toolkit.ooxml.refusals import over
from toolkit.workbook import a1, parse_a1

AUTHOR = "indicator-toolkit"
CLOSING = "—— indicator-toolkit"
_OPENINGS = ("【检查结果】", "[Check results]")
_OURS = re.compile(
    rf"\n*(?:{'|'.join(map(re.escape, _OPENINGS))})\n(?:(?!{re.escape(CLOSING)}).)*{re.escape(CLOSING)}",
    re.DOTALL,
)
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_THREAD = "tc="
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FONT = {"sz": "9", "color": "81", "rFont": "宋体", "charset": "134"}


def opened(language: str) -> str:
    """The line that our part of a note begins with."""
    return _OPENINGS[0] if language == "zh" else _OPENINGS[1]


def add_notes(
    changes: Changes, sheet: str, root: etree._Element, notes: Mapping[Address, str], found: Outline
) -> bytes | None:
    """Add the notes to a sheet part; ``root`` is the workbook's.

    Gives the element to link the drawing with where the sheet has none yet. A cell on which a
    conversation stands gets no note: its text belongs to those who hold it.
    """
    comments = related_part(changes, sheet, "comments")
    base = relationship_base(root)
    if comments is None:
        comments = changes.free_name("xl/commentsMark{}.xml")
        namespace = root.tag.rpartition("}")[0][1:]
        changes.save(comments, new_root("comments", namespace))
        add_relationship(changes, sheet, f"{base}/comments", comments)
        announce(changes, comments, _COMMENTS)
    tree = changes.tree(comments)
    new = _written(tree, notes)
    changes.save(comments, tree)
    return _draw(changes, sheet, base, new, found)


def _written(tree: etree._Element, notes: Mapping[Address, str]) -> dict[Address, str]:
    """Write the notes; gives those that still need a shape."""
    listed = _child(tree, "commentList")
    authors = _child(tree, "authors")
    if tree.index(authors) > tree.index(listed):
        tree.insert(0, authors)
    names = [author.text or "" for author in authors]
    there = {comment.get("ref", "").upper(): comment for comment in listed.iterchildren("{*}comment")}
    new: dict[Address, str] = {}
    for place, text in sorted(notes.items()):
        old = there.get(a1(*place))
        if old is None:
            listed.append(_comment(tree, a1(*place), _author(authors, names), text))
            new[place] = text
        elif not _name(names, old.get("authorId")).startswith(_THREAD):
            _child(old, "text").append(_run(tree, f"\n\n{text}"))
    return new


def _draw(
    changes: Changes, sheet: str, base: str, new: Mapping[Address, str], found: Outline
) -> bytes | None:
    """Add a shape for each new note; gives the link to the drawing where it is new."""
    if not new:
        return None
    relationship = related(changes, sheet).get(found.notes_link or "")
    if relationship is not None and relationship.target in changes:
        drawing = changes.package.read(relationship.target)
        if len(drawing) > changes.package.meter.limits.patched_part:
            raise over("patched_part", changes.package.meter.limits.patched_part)
        changes.write(relationship.target, with_shapes(drawing, new, found))
        return None
    name = changes.free_name("xl/drawings/vmlDrawingMark{}.vml")
    changes.write(name, with_shapes(NEW_DRAWING, new, found))
    announce(changes, name, _VML)
    key = add_relationship(changes, sheet, f"{base}/vmlDrawing", name)
    namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main" if "purl" in base else _main()
    return f'<legacyDrawing xmlns="{namespace}" xmlns:r="{base}" r:id="{key}"/>'.encode("ascii")


def _main() -> str:
    return "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def has_our_notes(changes: Changes, comments: str) -> bool:
    """Whether a comments part holds anything of ours."""
    # A program may have cut our lines into runs, but hardly ever this word.
    return AUTHOR.encode() in changes.read(comments)


def take_notes(changes: Changes, sheet: str) -> None:
    """Take our part out of every note of a sheet, and the notes that held nothing else with their shapes."""
    comments = related_part(changes, sheet, "comments")
    if comments is None or not has_our_notes(changes, comments):
        return
    tree = changes.tree(comments)
    gone: set[Address] = set()
    for comment in list(_child(tree, "commentList").iterchildren("{*}comment")):
        if _without_ours(_child(comment, "text")):
            gone.add(parse_a1(comment.get("ref", "")))
            _child(tree, "commentList").remove(comment)
    changes.save(comments, tree)
    drawing = related_part(changes, sheet, "vmlDrawing")
    if gone and drawing is not None:
        changes.write(drawing, without_shapes(changes.package.read(drawing), gone))


def _without_ours(text: etree._Element) -> bool:
    """Take what is ours out of the text of a note; tells whether nothing is left."""
    pieces = [piece for piece in text.iter("{*}t") if not _is_phonetic(piece)]
    whole = "".join(piece.text or "" for piece in pieces)
    match = _OURS.search(whole.replace("_x000D_", "").replace("\r", ""))
    if match is None:
        return False
    return _cut(text, pieces, whole)


def _cut(text: etree._Element, pieces: list[etree._Element], whole: str) -> bool:
    # A program may end lines in two characters, one of them escaped, or in one.
    ours = re.compile(_OURS.pattern.replace("\\n", "(?:_x000D_|\\r)?\\n"), re.DOTALL)
    found = ours.search(whole)
    while found is not None:
        _drop_span(pieces, found.start(), found.end())
        whole = "".join(piece.text or "" for piece in pieces)
        found = ours.search(whole)
    for piece in pieces:
        run = piece.getparent()
        if not piece.text and run is not None and run is not text and run.getparent() is text:
            text.remove(run)
    return not whole.strip()


def _drop_span(pieces: list[etree._Element], start: int, end: int) -> None:
    position = 0
    for piece in pieces:
        content = piece.text or ""
        first, last = max(start - position, 0), max(end - position, 0)
        piece.text = content[:first] + content[last:]
        position += len(content)


def _is_phonetic(piece: etree._Element) -> bool:
    parent = piece.getparent()
    return parent is not None and parent.tag.endswith("}rPh")


def _comment(tree: etree._Element, reference: str, author: int, text: str) -> etree._Element:
    namespace = tree.tag.rpartition("}")[0]
    comment = etree.Element(f"{namespace}}}comment", ref=reference, authorId=str(author))
    etree.SubElement(comment, f"{namespace}}}text").append(_run(tree, text))
    return comment


def _run(tree: etree._Element, text: str) -> etree._Element:
    namespace = tree.tag.rpartition("}")[0]
    run = etree.Element(f"{namespace}}}r")
    properties = etree.SubElement(run, f"{namespace}}}rPr")
    for name, value in _FONT.items():
        key = "indexed" if name == "color" else "val"
        etree.SubElement(properties, f"{namespace}}}{name}").set(key, value)
    content = etree.SubElement(run, f"{namespace}}}t")
    content.text = storable(text)
    content.set(_SPACE, "preserve")
    return deepcopy(run)


def _child(parent: etree._Element, name: str) -> etree._Element:
    found = parent.find(f"{{*}}{name}")
    if found is None:
        return etree.SubElement(parent, f"{parent.tag.rpartition('}')[0]}}}{name}")
    return found


def _author(authors: etree._Element, names: list[str]) -> int:
    if AUTHOR not in names:
        names.append(AUTHOR)
        etree.SubElement(authors, f"{authors.tag.rpartition('}')[0]}}}author").text = AUTHOR
    return names.index(AUTHOR)


def _name(names: list[str], key: str | None) -> str:
    try:
        return names[int(key or "0")]
    except (ValueError, IndexError):
        return ""
