"""The notes of a sheet: ours added to the comments part, or behind a note that is there, and taken out again.

What we write stands between an opening and a closing line of its own. So it can be told from what
others wrote, also in one note and after another program has saved the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from toolkit.ooxml.patch.changes import Changes, new_root
from toolkit.ooxml.patch.links import add_relationship, announce, related, related_part, relationship_base
from toolkit.ooxml.patch.outline import Address, Outline
from toolkit.ooxml.patch.shapes import NEW_DRAWING, with_shapes, with_taller_shapes, without_shapes
from toolkit.ooxml.patch.signature import ours
from toolkit.ooxml.patch.words import storable
from toolkit.ooxml.refusals import over
from toolkit.workbook import a1, parse_a1

AUTHOR = "indicator-toolkit"
_Notes = Mapping[Address, str]
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_THREAD = "tc="
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FONT = {"sz": "9", "color": "81", "rFont": "宋体", "charset": "134"}


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
    new, longer = _written(tree, notes)
    changes.save(comments, tree)
    return _draw(changes, sheet, base, (new, longer), found)


def _written(tree: etree._Element, notes: Mapping[Address, str]) -> tuple[_Notes, _Notes]:
    """Write the notes; gives those that need a box, and what was added to those that have one."""
    listed = _child(tree, "commentList")
    authors = _child(tree, "authors")
    if tree.index(authors) > tree.index(listed):
        tree.insert(0, authors)
    names = [author.text or "" for author in authors]
    there = {comment.get("ref", "").upper(): comment for comment in listed.iterchildren("{*}comment")}
    new: dict[Address, str] = {}
    longer: dict[Address, str] = {}
    for place, text in sorted(notes.items()):
        old = there.get(a1(*place))
        if old is None:
            listed.append(_comment(tree, a1(*place), _author(authors, names), text))
            new[place] = text
        elif not _name(names, old.get("authorId")).startswith(_THREAD):
            _child(old, "text").append(_run(tree, f"\n\n{text}"))
            longer[place] = f"\n\n{text}"
    return new, longer


def _draw(
    changes: Changes, sheet: str, base: str, notes: tuple[_Notes, _Notes], found: Outline
) -> bytes | None:
    """Draw a box for each new note, make those taller that hold more; gives the link to a new drawing."""
    new, longer = notes
    relationship = related(changes, sheet).get(found.notes_link or "")
    if relationship is not None and relationship.target in changes:
        drawing = changes.package.read(relationship.target)
        if len(drawing) > changes.package.meter.limits.patched_part:
            raise over("patched_part", changes.package.meter.limits.patched_part)
        taller = with_taller_shapes(drawing, longer, found)
        changes.write(relationship.target, with_shapes(taller, new, found) if new else taller)
        return None
    if not new:
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
    if AUTHOR.encode() not in changes.read(comments):
        return False
    return any(ours(_whole(text)) for text in changes.tree(comments).iter("{*}text"))


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
    _drop_author(tree)
    changes.save(comments, tree)
    drawing = related_part(changes, sheet, "vmlDrawing")
    if gone and drawing is not None:
        changes.write(drawing, without_shapes(changes.package.read(drawing), gone))


def _without_ours(text: etree._Element) -> bool:
    """Take what is ours out of the text of a note; tells whether nothing is left."""
    pieces = _text_pieces(text)
    spans = ours(_whole(text))
    if not spans:
        return False
    _drop(pieces, spans)
    for piece in pieces:
        run = piece.getparent()
        if not piece.text and run is not None and run is not text and run.getparent() is text:
            text.remove(run)
    return not _whole(text).strip()


def _text_pieces(text: etree._Element) -> list[etree._Element]:
    return [piece for piece in text.iter("{*}t") if not _is_phonetic(piece)]


def _whole(text: etree._Element) -> str:
    return "".join(piece.text or "" for piece in _text_pieces(text))


def _drop(pieces: list[etree._Element], spans: list[tuple[int, int]]) -> None:
    """Take these spans of the joined text out of its pieces."""
    position = number = 0
    for piece in pieces:
        content = piece.text or ""
        at, end = position, position + len(content)
        kept: list[str] = []
        while number < len(spans) and spans[number][0] < end:
            start, stop = spans[number]
            kept.append(content[at - position : max(start, at) - position])
            at = max(min(stop, end), at)
            if stop > end:
                break
            number += 1
        piece.text = "".join([*kept, content[at - position :]])
        position = end


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


def _drop_author(tree: etree._Element) -> None:
    """Take us out of the authors, where nobody counts on what stands behind us."""
    authors = _child(tree, "authors")
    used = {comment.get("authorId") for comment in tree.iter("{*}comment")}
    if len(authors) and authors[-1].text == AUTHOR and str(len(authors) - 1) not in used:
        authors.remove(authors[-1])


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
