"""Submissions for the register, made without any file."""

from __future__ import annotations

from datetime import datetime, timedelta

from toolkit.finding import FileReport, Finding, Location, Severity, Text, Waived
from toolkit.inbox.received import Received, as_received
from toolkit.round_fields import BEIJING

START = datetime(2017, 7, 1, 9, tzinfo=BEIJING)
ROUND = "2017年上半年"


def finding(code: str = "A006", severity: Severity = Severity.ERROR, waived: Waived | None = None) -> Finding:
    return Finding(
        code=code,
        name="limit-breached",
        severity=severity,
        message=Text("超过限值\0\ud83d。", "Over the limit."),
        fix=Text("请核对。", "Check it."),
        location=Location(sheet="表", cell="C3", row=3, column="progress"),
        indicator="清洁空气｜细颗粒物",
        waived=waived,
    )


def submission(
    number: int, unit: str = "西城区", content: str | None = None, findings: tuple[Finding, ...] = ()
) -> tuple[Received, FileReport]:
    """The ``number``-th submission of the round, a minute after the one before."""
    rejected = any(each.severity is Severity.ERROR and each.waived is None for each in findings)
    report = FileReport(
        path=f"{unit}-{number}.xlsx",
        verdict="rejected" if rejected else "accepted",
        unit=unit,
        findings=findings,
    )
    moment = START + timedelta(minutes=number, microseconds=number)
    return as_received(report, content or f"{number:064x}", moment), report
