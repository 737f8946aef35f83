"""Phrases of a text set in red: the runs of a shared or inline string cut at code points.

The XML writes some characters as ``_xHHHH_``; such a group counts as one, two that make a
surrogate pair together as one, and none is ever cut in half.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from toolkit.ooxml.canonical import MAIN_NAMESPACES
from toolkit.ooxml.patch.changes import new_root
from toolkit.ooxml.patch.colours import RED

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TOKEN = re.compile(
    r"_x[dD][89abAB][0-9a-fA-F]{2}__x[dD][c-fC-F][0-9a-fA-F]{2}_|_x[0-9a-fA-F]{4}_|.", re.DOTALL
)
# The only name that a font and the properties of a run spell differently.
_NAMES = {"name": "rFont"}
_BEFORE_COLOUR = frozenset(
    ["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz"]
)
Span = tuple[int, int]


class Run(NamedTuple):
    """A piece of text as it is escaped, with its properties; None where it follows the cell."""

    properties: etree._Element | None
    text: str


def tokens(text: str) -> list[str]:
    """The text as it is escaped in characters as a reader counts them."""
    return _TOKEN.findall(text)


def runs_of(item: etree._Element) -> list[Run]:
    """The runs of a shared or inline string; a plain text is one run."""
    found: list[Run] = []
    for child in item.iterchildren("{*}t", "{*}r"):
        if child.tag.endswith("}t"):
            found.append(Run(None, child.text or ""))
        else:
            text = "".join(piece.text or "" for piece in child.iterchildren("{*}t"))
            found.append(Run(child.find("{*}rPr"), text))
    return found


def reddened(
    item: etree._Element,
    spans: Iterable[Span],
    font: etree._Element | None,
    namespace: str = MAIN_NAMESPACES[0],
) -> bytes | None:
    """The string as an ``is`` element with the phrases at these spans in red; None where there are none.

    ``font`` is that of the cell, for runs that follow it.
    """
    wanted = {place for start, end in spans for place in range(start, end)}
    runs: list[tuple[Run, bool]] = []
    position = 0
    for run in runs_of(item):
        for text, is_red in _cut(tokens(run.text), position, wanted):
            runs.append((Run(run.properties, text), is_red))
        position += len(tokens(run.text))
    if not any(is_red for _, is_red in runs):
        return None
    root = new_root("is", namespace)
    for number, (run, is_red) in enumerate(runs):
        properties = run.properties
        if properties is None and (is_red or number):
            properties = _properties(font, namespace)
        root.append(_element(Run(_red(properties, namespace) if is_red else properties, run.text), namespace))
    for child in item.iterchildren("{*}rPh", "{*}phoneticPr"):
        root.append(deepcopy(child))
    return etree.tostring(root, encoding="UTF-8")


def _cut(characters: Sequence[str], position: int, wanted: set[int]) -> list[tuple[str, bool]]:
    pieces: list[tuple[list[str], bool]] = []
    for place, character in enumerate(characters, position):
        is_red = place in wanted
        if not pieces or pieces[-1][1] != is_red:
            pieces.append(([], is_red))
        pieces[-1][0].append(character)
    return [("".join(piece), is_red) for piece, is_red in pieces]


def _properties(font: etree._Element | None, namespace: str) -> etree._Element:
    """The properties of a run written in this font."""
    properties = new_root("rPr", namespace)
    for child in font.iterchildren("{*}*") if font is not None else ():
        copy = deepcopy(child)
        local = child.tag.rpartition("}")[2]
        copy.tag = f"{{{namespace}}}{_NAMES.get(local, local)}"
        properties.append(copy)
    return properties


def _red(properties: etree._Element | None, namespace: str) -> etree._Element:
    painted = deepcopy(properties) if properties is not None else etree.Element(f"{{{namespace}}}rPr")
    for old in list(painted.iterchildren("{*}color")):
        painted.remove(old)
    colour = etree.Element(f"{{{namespace}}}color", rgb=RED)
    painted.insert(sum(child.tag.rpartition("}")[2] in _BEFORE_COLOUR for child in painted), colour)
    return painted


def _element(run: Run, namespace: str) -> etree._Element:
    element = etree.Element(f"{{{namespace}}}r")
    if run.properties is not None and len(run.properties):
        element.append(deepcopy(run.properties))
    text = etree.SubElement(element, f"{{{namespace}}}t")
    text.text = run.text
    text.set(_SPACE, "preserve")
    return element


def without_red(item: etree._Element) -> bool:
    """Take the red out of a string; tells whether there was any.

    A red run takes the look of the run beside it, and runs that look all the same become one text.
    """
    listed = list(item.iterchildren("{*}r"))
    red = [run for run in listed if _is_red(run)]
    if not red:
        return False
    plain = [run for run in listed if run not in red]
    for run in red:
        _take_look(run, plain)
    if len({_look(run) for run in listed} - {""}) <= 1:
        _merge(item, listed)
    return True


def _is_red(run: etree._Element) -> bool:
    colour = run.find("{*}rPr/{*}color")
    return colour is not None and colour.get("rgb", "").upper() == RED


def _take_look(run: etree._Element, plain: Sequence[etree._Element]) -> None:
    properties = run.find("{*}rPr")
    colour = None if properties is None else properties.find("{*}color")
    if properties is None or colour is None:
        return
    place = properties.index(colour)
    properties.remove(colour)
    for other in plain:
        beside = other.find("{*}rPr/{*}color")
        if beside is not None:
            properties.insert(place, deepcopy(beside))
            return


def _look(run: etree._Element) -> str:
    properties = run.find("{*}rPr")
    if properties is None:
        return ""
    return "|".join(sorted(f"{child.tag}{sorted(child.items())}" for child in properties))


def _merge(item: etree._Element, runs: Sequence[etree._Element]) -> None:
    text = etree.Element(runs[0].tag.rpartition("}")[0] + "}t")
    text.text = "".join(piece.text or "" for run in runs for piece in run.iterchildren("{*}t"))
    text.set(_SPACE, "preserve")
    item.insert(0, text)
    for run in runs:
        item.remove(run)
