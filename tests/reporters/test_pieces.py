"""What is made of a file where it is read is what a whole report says of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.test_cache import FULL, submitted
from toolkit.cache import Cache
from toolkit.check import Settings, check, check_as, report_of
from toolkit.finding import Language, Report
from toolkit.reporters.formats import FORMATS, piece_reporter, reporter
from toolkit.reporters.pieces import Words
from toolkit.reporters.style import Style
from toolkit.shapes import AsItIs

PIECED = [form for form, each in FORMATS.items() if each.pieces]
REPORT = Report(tool_version="0", round="一", files=(FULL, replace(FULL, path="two.xlsx", findings=())))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", PIECED)
def test_pieces_make_the_whole(form: str, language: Language) -> None:
    words = Words(forms=(("text", Style(columns=60)), (form, Style(colour=True))), language=language)
    pieces = [words.load(words.dump(words.put_on(file)), file.path) for file in REPORT.files]
    files = [(each.outline, each.bodies[1]) for each in pieces]
    made = piece_reporter(form).assembled(REPORT, files, language, Style(colour=True))
    assert "".join(made) == "".join(map(str, reporter(form).chunks(REPORT, language, Style(colour=True))))


@pytest.mark.parametrize(
    "damage",
    [b"", b"[]", b'["accepted",[],0,0,[9]]\nabc', b"\xff\n"],
    ids=["empty", "no head", "cut off", "no text"],
)
def test_damaged_words_are_made_anew(damage: bytes, tmp_path: Path) -> None:
    words = Words(forms=(("text", Style()),), language="zh")
    cache = Cache(tmp_path, "setting")
    piece = cache.save("ab12", FULL, words)
    (place,) = tmp_path.rglob(f"*.{words.name}")
    place.write_bytes(damage)
    assert cache.load("ab12", Path("one.xlsx"), words) == piece
    assert place.read_bytes() == words.dump(piece)


def test_words_differ_by_form_style_and_language() -> None:
    asked = [("text", Style(), "zh"), ("json", Style(), "zh"), ("text", Style(columns=60), "zh")]
    names = {Words(forms=((form, style),), language="zh").name for form, style, _ in asked}
    assert len(names | {Words(forms=(("text", Style()),), language="en").name}) == 4


def test_another_form_is_answered_from_the_report_that_is_kept(tmp_path: Path) -> None:
    path = submitted(tmp_path)
    settings = Settings(cache=tmp_path / "cache", select=("A001",))
    text, json = (Words(forms=((form, Style()),), language="zh") for form in ("text", "json"))
    list(check_as(text, [path], settings))
    (kept,) = (tmp_path / "cache").rglob(f"*.{AsItIs.name}")
    kept.write_bytes(kept.read_bytes().replace(b"A001", b"A999"))
    (piece,) = check_as(json, [path], settings)
    assert "A999" in piece.bodies[0]
    assert report_of(settings).files == ()
    assert check([path], settings).files[0].findings[0].code == "A999"
