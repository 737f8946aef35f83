"""Changes from one version of a template to the next; filled copies of the old one are the oracle."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.template.filling import Typed, filled
from toolkit.examine import read_submission
from toolkit.finding import Severity
from toolkit.form_files import find_form
from toolkit.schema import load_form
from toolkit.template.against import of_bytes
from toolkit.template.breaking import changes, is_raised, needed_version
from toolkit.template.build import build_template
from toolkit.template.issue import load_issue
from toolkit.template.layout import layout_of
from toolkit.testing import workbook
from toolkit.typed import typed

FORM = find_form("progress-form").read_text(encoding="utf-8")
HEAD = """\
id = "t"
version = "1.0.0"
title = "进展情况表"
unit = "某区"
period = "2017-01-01/2017-06-30"
retired = ["A00"]
rows = "rows.csv"
"""
ROWS = """\
指标编号,绩效任务,年度目标,目标值,计量单位,方向,责任单位
A01,管线,改造地下管线60公里,60,公里,≥,甲
A02,财政,一般公共预算收入4200万元,4200,万元,≥,甲
A03,整改,隐患整改率达到90%,90,%,≥,乙
"""


class Case(NamedTuple):
    """One change of a form, a head or the rows, as (old text, new text), and how it has to be classified."""

    kind: str
    severity: Severity
    old: str
    new: str
    where: str = "form"
    note: str = ""


def block(role: str) -> str:
    """The lines of one column of the form."""
    start = FORM.index(f"    {role}: ")
    return FORM[start : FORM.index("\n\n", start) + 2]


E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741
LAST_COLUMN = "    phone: str = column("
CASES = (
    # columns
    Case("column-removed", E, block("reporter"), "", note="an input column"),
    Case("column-removed", E, block("office"), "", note="an issued column"),
    Case("column-renamed", E, '"本期完成值",', '"实际完成",', note="an input column"),
    Case("column-renamed", E, '"计量单位",\n        aliases=[', '"计数单位",\n        aliases=["计量单位", ', note="an issued column"),
    Case("column-renamed", E, '"进展情况",', '"进展",', note="the narrative"),
    Case("column-added", W, LAST_COLUMN, '    remark: str = column("备注说明", required=False)\n\n' + LAST_COLUMN),
    Case("column-added", W, LAST_COLUMN, '    level: str = column("级别", required=False, issued=True)\n\n' + LAST_COLUMN, note="issued"),
    Case("required-column-added", E, LAST_COLUMN, '    cause: str = column("原因", nullable=False)\n\n' + LAST_COLUMN),
    Case("required-column-added", E, LAST_COLUMN, '    cause: str = column("原因", needed_with="actual_value")\n\n' + LAST_COLUMN, note="with another"),
    Case("type-changed", E, "    reporter: str", "    reporter: Number", note="text to number"),
    Case("type-changed", E, "    number: int", "    number: str", note="number to text"),
    Case("type-widened", I, "    number: int", "    number: Number"),
    Case("type-changed", E, '    reporter: str = column(\n        "填报人"', '    reporter: date = column(\n        "填报人"', note="text to date"),
    Case("input-locked", E, '"填报人",', '"填报人", issued=True,'),
    Case("input-locked", E, '"本期完成值",', '"本期完成值", issued=True, required=False,', note="the actual"),
    Case("issued-opened", W, '"责任单位", aliases=["责任部门", "牵头单位"], required=False, issued=True,', '"责任单位", aliases=["责任部门", "牵头单位"], required=False,'),
    Case("required-added", E, 'aliases=["完成值", "实际完成值", "实际值"],', 'aliases=["完成值", "实际完成值", "实际值"], nullable=False,'),
    Case("required-dropped", I, '"进展情况",\n        aliases=["完成情况", "进展情况说明", "工作进展"],\n        nullable=False,', '"进展情况",\n        aliases=["完成情况", "进展情况说明", "工作进展"],'),
    Case("needed-with-added", E, '"填报人",', '"填报人", needed_with="actual_value",'),
    Case("needed-with-dropped", I, '        needed_with="actual_value",\n', ""),
    Case("needed-with-added", E, 'needed_with="actual_value"', 'needed_with="target_value"', note="another column"),
    Case("period-bound-dropped", I, "        within_period=True,\n", ""),
    Case("pattern-dropped", I, r'        str_matches=r"(0\d{2,3}-?)?\d{7,8}(-\d{1,5})?|1\d{10}",' + "\n", ""),
    Case("pattern-added", E, r"(-\d{1,5})?|1\d{10}", r"|1\d{10}", note="another"),
    Case("pattern-added", E, '"填报人",', '"填报人", str_matches=r"[^0-9]+",'),
    # ranges and lists
    Case("range-narrowed", E, "        ge=0,\n", "        ge=1,\n", note="raised"),
    Case("range-narrowed", E, "        ge=0,\n", "        ge=0,\n        le=100,\n", note="a new bound"),
    Case("range-widened", I, "        ge=0,\n", "", note="a bound gone"),
    Case("range-widened", I, "        ge=0,\n", "        ge=-100,\n", note="lowered"),
    Case("range-narrowed", E, '{"max_value": 1000}', '{"max_value": 500}', note="shorter text"),
    Case("range-widened", I, '{"max_value": 1000}', '{"max_value": 2000}', note="longer text"),
    Case("range-narrowed", E, '{"min_value": 2, "max_value": 20}', '{"min_value": 3, "max_value": 20}', note="longer names"),
    Case("range-widened", I, '{"min_value": 2, "max_value": 20}', '{"min_value": 1, "max_value": 20}', note="shorter names"),
    Case("list-narrowed", E, 'isin=["≥", "≤", "=", "趋近"]', 'isin=["≥", "≤", "="]'),
    Case("list-widened", I, 'isin=["≥", "≤", "=", "趋近"]', 'isin=["≥", "≤", "=", "趋近", "≈"]'),
    Case("list-reordered", I, 'isin=["≥", "≤", "=", "趋近"]', 'isin=["≤", "≥", "=", "趋近"]'),
    Case("list-narrowed", E, '"填报人",', '"填报人", isin=["王敏"],', note="a new list"),
    Case("list-widened", I, '        isin=["≥", "≤", "=", "趋近"],\n', "", note="a list gone"),
    # formats and order
    Case("percent-format-changed", E, '        number_format="General",\n        width=12,', '        number_format="0.0%",\n        width=12,'),
    Case("percent-format-changed", E, 'number_format="0.0%"', 'number_format="0.0"', note="the rate"),
    Case("format-changed", I, 'number_format="yyyy-mm-dd"', 'number_format="yyyy/mm/dd"'),
    Case("format-changed", I, 'number_format="0.0%"', 'number_format="0%"', note="fewer decimals"),
    # rows
    Case("row-removed", E, "A02,财政,一般公共预算收入4200万元,4200,万元,≥,甲\n", "", "rows"),
    Case("row-retired", W, "A02,财政,一般公共预算收入4200万元,4200,万元,≥,甲\n", "", "rows", "listed"),
    Case("row-added", W, "A03,", "A04,绿化,植树9棵,9,棵,≥,丙\nA03,", "rows"),
    Case("id-reused", E, "A03,", "A00,绿化,植树9棵,9,棵,≥,丙\nA03,", "rows", "a retired id"),
    Case("id-reused", E, "A02,财政,一般公共预算收入4200万元,4200,万元", "A02,绿化,植树9棵,9,棵", "rows", "another thing"),
    Case("retired-forgotten", E, 'retired = ["A00"]\n', "", "head"),
    Case("target-value-changed", E, "60公里,60", "60公里,66", "rows"),
    Case("unit-changed", E, "4200,万元", "4200,元", "rows", "万元 to 元"),
    Case("unit-changed", E, "90,%", "90,个百分点", "rows", "% to points"),
    Case("unit-changed", E, "60,公里", "60,米", "rows", "公里 to 米"),
    Case("direction-changed", E, "90,%,≥", "90,%,≤", "rows"),
    Case("target-reworded", W, "改造地下管线60公里", "改造老旧地下管线60公里", "rows"),
    Case("task-changed", W, "A01,管线", "A01,地下管线", "rows"),
    Case("office-changed", I, "≥,乙", "≥,丁", "rows"),
    Case("rows-reordered", I, "A02,财政,一般公共预算收入4200万元,4200,万元,≥,甲\nA03,整改,隐患整改率达到90%,90,%,≥,乙", "A03,整改,隐患整改率达到90%,90,%,≥,乙\nA02,财政,一般公共预算收入4200万元,4200,万元,≥,甲", "rows"),
    # the file
    Case("template-renamed", E, 'id = "t"', 'id = "u"', "head"),
    Case("period-changed", W, "2017-06-30", "2017-09-30", "head"),
    Case("title-changed", I, "进展情况表", "进展表", "head"),
    Case("head-changed", I, "某区", "另一区", "head"),
    Case("guide-changed", I, "截至数据截止日的累计完成数", "截至数据截止日的累计数", note="a note"),
    Case("columns-reordered", I, "reorder", "", note="by moving"),
)  # fmt: skip
FILLING: dict[str, Typed] = {
    "actual_value": 33,
    "as_of": date(2017, 6, 30),
    "progress": "按计划推进。",
    "reporter": "王敏",
    "phone": "010-66123456",
}


def built(folder: Path, case: Case | None) -> tuple[Path, bytes]:
    """A form and its template, with the change of a case or without any."""
    texts = {"form": FORM, "head": HEAD, "rows": ROWS}
    if case is not None and case.kind == "columns-reordered":
        texts["form"] = _moved(FORM)
    elif case is not None:
        assert case.old in texts[case.where], case
        texts[case.where] = texts[case.where].replace(case.old, case.new, 1)
        if case.note == "listed":
            texts["head"] = HEAD.replace('["A00"]', '["A00", "A02"]')
    folder.mkdir()
    form_path = folder / "progress_form.py"
    form_path.write_text(texts["form"], encoding="utf-8")
    (folder / "rows.csv").write_text(texts["rows"], encoding="utf-8")
    (folder / "t.toml").write_text(texts["head"], encoding="utf-8")
    form = load_form(form_path)
    return form_path, build_template(form, load_issue(folder / "t.toml", form.headings))


def _moved(form: str) -> str:
    """The form with its last column before the one that stands before it."""
    start, last = form.index("    reporter: str"), form.index(LAST_COLUMN)
    return form[:start] + form[last:].rstrip() + "\n\n" + form[start:last].rstrip() + "\n"


def numbers(path: Path, form_path: Path) -> Mapping[str, Any]:
    """By id the figures and dates that a form reads out of a workbook."""
    form = load_form(form_path)
    kinds = {heading.role: heading.kind for heading in form.headings}
    submission = read_submission(path, form.headings)
    return {
        row.text("indicator_id"): {
            role: typed(row.fields.get(role), kinds.get(role, "text"))
            for role in ("actual_value", "target_value", "as_of", "progress", "reporter", "phone")
        }
        for table in submission.tables
        for row in table.rows
    }


def test_there_are_enough_changes() -> None:
    assert len(CASES) >= 60
    assert len({(case.kind, case.note) for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind} {case.note}".strip())
def test_a_change_is_classified_and_the_filled_copy_agrees(tmp_path: Path, case: Case) -> None:
    old_form, old = built(tmp_path / "old", None)
    new_form, new = built(tmp_path / "new", case)
    found = changes(of_bytes(Path("old"), old), of_bytes(Path("new"), new))
    told = {(change.kind, change.severity) for change in found}
    assert (case.kind, case.severity) in told, told
    assert max(change.severity.rank for change in found) == case.severity.rank, told
    if case.severity is not E:
        form = load_form(old_form)
        layout = layout_of(form.headings, 3)
        copy = tmp_path / "copy.xlsx"
        copy.write_bytes(filled(old, layout, dict.fromkeys((5, 6, 7), FILLING)))
        assert numbers(copy, old_form) == numbers(copy, new_form)


def test_the_same_template_twice_is_no_change(tmp_path: Path) -> None:
    _, data = built(tmp_path / "old", None)
    assert changes(of_bytes(Path("old"), data), of_bytes(Path("new"), data)) == []


@pytest.mark.parametrize(
    ("severity", "asked"), [(E, "2.0.0"), (W, "1.3.0"), (I, "1.2.4"), (None, None)], ids=str
)
def test_the_version_that_a_change_asks_for(
    tmp_path: Path, severity: Severity | None, asked: str | None
) -> None:
    _, old = built(tmp_path / "old", None)
    case = next((each for each in CASES if each.severity is severity), None)
    _, new = built(tmp_path / "new", case)
    found = changes(of_bytes(Path("old"), old), of_bytes(Path("new"), new))
    assert needed_version(found, "1.2.3") == asked
    assert is_raised(asked, asked or "1.2.3")
    assert asked is None or not is_raised(asked, "1.2.3")


def test_a_workbook_of_another_kind_is_told(tmp_path: Path) -> None:
    _, data = built(tmp_path / "old", None)
    (change,) = changes(of_bytes(Path("old"), workbook("| a | b |")), of_bytes(Path("new"), data))
    assert change.kind == "not-a-template"
