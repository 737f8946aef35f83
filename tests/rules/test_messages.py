"""Every message as a submitter reads it: filled in from every rule's own examples, in both languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rules.test_examples import FAILING, found
from toolkit.finding import Finding, Language
from toolkit.rules.model import AnyExample, Example, Rule, TableExample

TOOLKIT = Path(__file__).parents[2] / "toolkit"
QUOTED = re.compile(r"“(?:[^“”]|“[^“”]*”)*”")
LEFT_IN = re.compile(r"[{}]|(?<![A-Za-z])(?:None|nan|True|False|Decimal|datetime)(?![A-Za-z])")
DOUBLED = re.compile(r"[，。；：？！、,;:?!]{2,}|(?<!\.)\.\.(?!\.)|“”|（）|\(\)|  |\s[，。；：、]|[,;:]$")
ERROR_VALUES = re.compile(r"#[A-Z0-9/]+[!?]?")
LATIN = re.compile(r"[A-Za-z]{2,}")
NAMES = re.compile(r"\b(?:Excel|WPS|TRUE|FALSE|F9|XML|[A-Z]{1,3}\d+)\b|\.[a-z]{3,4}\b|设置项 [a-z_]+")
HALF_WIDTH = re.compile(r"[一-鿿][,;:?!]|[,;:?!][一-鿿]")
CHINESE = re.compile(r"[一-鿿，。；：？！、（）]+")
LONGEST: dict[Language, int] = {"zh": 80, "en": 240}  # characters of our own, quoted ones aside
LANGUAGES: tuple[Language, ...] = ("zh", "en")
ENDS: dict[Language, tuple[str, ...]] = {"zh": ("。", "？"), "en": (".", "?")}


def own_words(text: str, finding: Finding, example: AnyExample, language: Language) -> str:
    """The message without what is quoted, and in English without units and names out of the workbook."""
    quoted = "甲" if language == "zh" else "x"
    for fact in (finding.expected, finding.value):
        text = text.replace(f"：{fact}", f"：{quoted}") if fact and language == "zh" else text
    text = ERROR_VALUES.sub(quoted, QUOTED.sub(quoted, text))
    if language == "en":
        given = given_words(finding, example)
        text = CHINESE.sub(lambda match: quoted if match[0] in given else match[0], text)
    return text


def given_words(finding: Finding, example: AnyExample) -> str:
    facts = [finding.text, finding.value, finding.expected, finding.indicator]
    if isinstance(example, Example):
        facts += [example.target, example.progress, example.task]
    elif isinstance(example, TableExample):
        facts += [example.table, example.schema]
    return "\n".join(fact for fact in facts if fact)


def faults(text: str, own: str, language: Language) -> Iterator[str]:
    """What is wrong with one sentence."""
    for name, pattern in (("left in", LEFT_IN), ("doubled", DOUBLED)):
        if match := pattern.search(own):
            yield f"{name}: {match[0]!r}"
    if len(own) > LONGEST[language]:
        yield f"{len(own)} characters"
    if not own.endswith(ENDS[language]) or own != own.strip():
        yield "its end"
    if not text.isprintable():
        yield "signs that cannot be seen"
    foreign = CHINESE.findall(own) if language == "en" else LATIN.findall(NAMES.sub("", own))
    if foreign or (language == "zh" and HALF_WIDTH.search(own)):
        yield f"of another language: {foreign}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("rule", "example"), FAILING)
def test_message_and_mend_as_they_are_read(
    rule: Rule, example: AnyExample, language: Language, tmp_path: Path
) -> None:
    for finding in found(rule, example, tmp_path):
        for words in (finding.message, finding.fix):
            text = words.in_language(language)
            own = own_words(text, finding, example, language)
            assert list(faults(text, own, language)) == [], text


@pytest.mark.parametrize(("rule", "example"), FAILING)
def test_the_mend_is_an_example_or_names_the_very_thing(
    rule: Rule, example: AnyExample, tmp_path: Path
) -> None:
    for finding in found(rule, example, tmp_path):
        zh, en = finding.fix.zh, finding.fix.en
        assert "例如" in zh or "“" in zh or re.search(r"\d", zh) or rule.code == "S001", zh
        assert "for example" in en or "“" in en or re.search(r"\d", en) or rule.code == "S001", en


@pytest.mark.parametrize(
    ("text", "language", "fault"),
    [
        ("“{told}”不符合目标{bound}。", "zh", "left in"),
        ("应为None。", "zh", "left in"),
        ("不符合目标。。", "zh", "doubled"),
        ("请改正，，再报送。", "zh", "doubled"),
        ("请改正", "zh", "its end"),
        ("请改正cell的内容。", "zh", "of another language"),
        ("请改正,再报送。", "zh", "of another language"),
        ("请改正" * 40 + "。", "zh", "characters"),
        ("Mend the 单元格.", "en", "of another language"),
        ("Mend it。", "en", "its end"),
        ("Mend  it.", "en", "doubled"),
        ("Mend\nit.", "en", "signs that cannot be seen"),
    ],
)
def test_a_bad_message_is_seen(text: str, language: Language, fault: str) -> None:
    assert any(fault in each for each in faults(text, QUOTED.sub("甲", text), language))


def literal_texts() -> Iterator[tuple[str, str, str]]:
    """Every sentence of the source that is written out in both languages, with its place."""
    for path in sorted(TOOLKIT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text":
                words = [*node.args, *(keyword.value for keyword in node.keywords)]
                values = [each.value for each in words if isinstance(each, ast.Constant)]
                if len(values) == 2 and all(values):
                    zh, en = map(str, values)
                    yield f"{path.relative_to(TOOLKIT).as_posix()}:{node.lineno}", zh, en


LITERALS = list(literal_texts())


def test_there_are_many_sentences() -> None:
    assert len(LITERALS) > 300


def test_both_languages_of_a_sentence_have_the_same_facts_and_form() -> None:
    told = []
    for place, zh, en in LITERALS:
        names = [
            {re.sub(r"_(zh|en)$|:.*", "", name) for name in re.findall(r"\{([^{}]*)\}", text)}
            for text in (zh, en)
        ]
        if names[0] != names[1]:
            told.append(f"{place}: {names}")
        if zh.endswith(("。", "？")) != en.endswith((".", "?")) and not zh.endswith(("}", "：", "…")):
            told.append(f"{place}: {zh[-3:]} {en[-3:]}")
        if DOUBLED.search(QUOTED.sub("甲", zh).rstrip()) and "：" not in zh[-1:]:
            told.append(f"{place}: {zh}")
    assert told == []
