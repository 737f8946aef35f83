"""A workbook whose texts are made to run, to break out of a form, or to be too long for one."""

from __future__ import annotations

from pathlib import Path

from toolkit.check import Settings, check
from toolkit.finding import Report
from toolkit.round import parse_period
from toolkit.testing import three_columns

LONGEST = 32_767
TEXTS = {
    "a script": "<script>document.title='ran'</script>",
    "an image that fails": "<img src=x onerror=\"document.title='ran'\">",
    "out of an attribute": "\"><svg onload=document.title='ran'>' onfocus=alert(1) x='",
    "out of a style": "</style><script>document.title='ran'</script>",
    "out of a title": "</title><script>document.title='ran'</script>",
    "a template": "{{ 7*7 }}{% for x in y %}{# c #}${7*7}",
    "a formula": "=cmd|' /C calc'!A0",
    "a formula behind a sign": '+HYPERLINK("http://example.test","x")',
    "the end of character data": "]]><!-- --> <![CDATA[ &amp; &#0; &nbsp;",
    "escape sequences": "\x1b]0;title\x07\x1b[2J\x1b[31m",
    "a command of its own": "::error file=x::y\n::set-output name=a::b%0A",
    "a line of JSON": '"}\n{"kind": "finding", "path": "x"',
    "other directions": "\u202eabc\u2066\u200b\ufeff",
    "an address": "javascript:document.title='ran'",
    "entities": "&lt;script&gt;&amp;amp;",
}
NAME = "<img src=x onerror=document.title='ran'> & \"q\" 'q' ]]> ,;%0A.xlsx"


def rows() -> list[tuple[str, str, str]]:
    """Each text in every column, with figures around it, so that it comes back in findings."""
    rows = [
        (text, f"{text}完成{text}改造60公里左右", f"{text}上半年完成改造12公里，{text}取得显着成效，占192%。")
        for text in TEXTS.values()
    ]
    long = "甲<b>]]>&" * (LONGEST // 8)
    return [*rows, (long, f"改造60公里{long}"[:LONGEST], f"改造12公里，{long}"[:LONGEST])]


def hostile_report(folder: Path) -> Report:
    """The report on that workbook, with its indicators."""
    path = folder / NAME
    path.write_bytes(three_columns(rows()))
    return check([path], Settings(period=parse_period("2017-01-01/2017-06-30"), standing=True))
