"""Reports made by hand, one of each kind."""

from __future__ import annotations

import pytest

from toolkit.finding import FileReport, Finding, Location, Report, Severity, Skipped, Text


def finding(code: str, severity: Severity, cell: str | None, row: int | None, **facts: object) -> Finding:
    span = facts.get("span")
    text = facts.get("text")
    return Finding(
        code=code,
        name="limit-breached",
        severity=severity,
        message=Text(zh=f"{code}的问题。", en=f"The fault of {code}."),
        fix=Text(zh="请核对。", en="Check it."),
        location=Location(
            sheet="进展情况",
            cell=cell,
            row=row,
            column="progress",
            span=span if isinstance(span, tuple) else None,
        ),
        text=text if isinstance(text, str) else None,
        value="74",
        expected="≤ 60",
        related=(Location(sheet="进展情况", cell="B29", span=(0, 3)),),
        indicator="清洁空气｜浓度控制在60微克以内",
    )


@pytest.fixture
def report() -> Report:
    return Report(
        tool_version="1.2.3",
        round="2017年上半年",
        files=(
            FileReport(
                path="甲.xlsx",
                verdict="rejected",
                unit="甲区",
                findings=(
                    finding("D001", Severity.WARNING, "C29", 29, span=(0, 4), text="前5个月"),
                    finding("A006", Severity.ERROR, "C29", 29, span=(29, 33), text="74微克"),
                    finding("T003", Severity.INFO, "B9", 9),
                ),
                ran=("A006", "D001", "T003"),
                skipped=(
                    Skipped("S006", Text(zh="没有模板", en="no template")),
                    Skipped("S007", Text(zh="没有模板", en="no template")),
                    Skipped("D005", Text(zh="不知道期间", en="the period is unknown")),
                ),
            ),
            FileReport(path="乙.xlsx", verdict="accepted", ran=("A006",)),
        ),
    )
