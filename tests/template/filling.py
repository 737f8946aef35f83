"""Filled copies of a template: values into its open cells, as a person or a program would put them there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from random import Random

import openpyxl

from toolkit.form_files import find_form
from toolkit.schema import FormFile, load_form
from toolkit.template.issue import Issue, load_issue
from toolkit.template.layout import SHEET, Layout

Typed = str | float | int | date | None

ISSUE = """\
id = "guards"
version = "1.0.0"
title = "2017年绩效任务进展情况表"
unit = "某区"
period = "2017-01-01/2017-06-30"
rows = "rows.csv"
"""
ROWS = """\
指标编号,绩效任务,年度目标,目标值,计量单位,方向,责任单位
G01,产出,园区地均产出率达到210亿元/平方公里,210,亿元/平方公里,≥,甲
G02,管线,改造地下管线60公里,60,公里,≥,甲
G03,能耗,能源消费总量控制在392.5万吨标准煤以内,392.5,万吨标准煤,≤,甲
G04,整改,隐患整改率达到90%,90,%,≥,乙
G05,逾期,逾期率控制在5%以内,5,%,≤,乙
G06,空气,细颗粒物年均浓度控制在60微克/立方米左右,60,微克/立方米,≤,乙
G07,车辆,淘汰老旧机动车24530辆,24530,辆,≥,丙
G08,指数,食品安全指数为96,96,指数,≥,丙
G09,增长,地区生产总值增长6.5%左右,6.5,%,≥,丙
G10,安全,不发生重大火灾事故,,,,丙
G11,规划,编制完成综合规划,,,,丁
G12,面积,拆除违法建设12万平方米,12,万平方米,≥,丁
G13,标准,户均面积趋近80平方米,80,平方米,趋近,丁
G14,管线,新建地下管线6公里,6,公里,≥,丁
"""
FAULTS: dict[str, list[Typed]] = {
    "actual_value": [None, "12件", "约三分之二", -3, " ", "　", 0.92, 92, 196, 0.005],
    "as_of": [
        None,
        "6月底",
        date(2017, 3, 31),
        date(2017, 5, 15),
        date(2017, 12, 31),
        date(2017, 7, 1),
        date(2016, 12, 31),
        date(2017, 1, 1),
        date(2017, 1, 1) + timedelta(days=44),
    ],
    "progress": [None, "", "　", "长" * 1001, "短"],
    "reporter": [None, "王", "名" * 21, "　"],
    "phone": [None, "6612", "010-66123456转8001分机一二三"],
}
SHARES = (
    *(0, 0.3, 0.45, 0.49, 0.5, 0.51, 0.6, 0.8, 0.95, 1, 1.02, 1.05, 1.06, 1.4, 1.5, 1.51, 1.9, 2.2, 12),
    *(0.01, 0.0012, 0.0001, 99, 100, 1000, 9999, 10000, 15001, 1e8, 1e-8),
)


def issue_in(
    folder: Path, head: str = ISSUE, rows: str = ROWS, schema: str = "progress-form"
) -> tuple[FormFile, Issue]:
    """The form and what is issued, from files written into this folder."""
    (folder / "rows.csv").write_text(rows, encoding="utf-8")
    path = folder / "targets.toml"
    path.write_text(head, encoding="utf-8")
    form = load_form(find_form(schema))
    return form, load_issue(path, form.headings)


def filled(template: bytes, layout: Layout, rows: Mapping[int, Mapping[str, Typed]]) -> bytes:
    """A copy with these values by row and role, saved by openpyxl: no formula has a result in it."""
    book = openpyxl.load_workbook(BytesIO(template))
    sheet = book[SHEET]
    for number, values in rows.items():
        for role, value in values.items():
            column = layout.column(role)
            assert column is not None
            sheet.cell(number, column).value = value
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def random_rows(issue: Issue, layout: Layout, random: Random) -> dict[int, dict[str, Typed]]:
    """A filling of every row: mostly right, and each kind of fault now and then."""
    return {number: _random_row(row, random) for number, row in enumerate(issue.rows, start=layout.first_row)}


def _random_row(row: Mapping[str, object], random: Random) -> dict[str, Typed]:
    if random.random() < 0.06:
        return {}
    target = row.get("target_value")
    values: dict[str, Typed] = {
        "actual_value": _actual(float(str(target)), random) if target is not None else None,
        "as_of": date(2017, 6, 30),
        "progress": random.choice(["按计划推进，各项措施已落实。", "工作有序开展。", "上半年已基本完成。"]),
        "reporter": random.choice(["王敏", "李建国"]),
        "phone": random.choice(["010-66123456", "13900001234"]),
    }
    for role, wrong in FAULTS.items():
        if random.random() < 0.12:
            values[role] = random.choice(wrong)
    if target is None and random.random() < 0.9:
        values["actual_value"] = None
    return values


def _actual(target: float, random: Random) -> Typed:
    """A share of the target near every bound that a rule has, and now and then one that is far off."""
    return round(target * random.choice(SHARES), 8)
