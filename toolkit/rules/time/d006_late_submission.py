"""D006: a submission that came after its deadline."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Severity, Text
from toolkit.intake import Intake
from toolkit.rules.model import IntakeCheck, IntakeExample, Rule, Spot


def spots(intake: Intake) -> Iterator[Spot]:
    """The submission that counts, once, when it came after the second of the deadline."""
    late = intake.lateness
    if late is None or intake.received is None or intake.deadline is None:
        return
    received, deadline = (
        moment.astimezone(intake.deadline.tzinfo).isoformat(" ", "seconds")[:19]
        for moment in (intake.received, intake.deadline)
    )
    days, minutes, seconds = late.days, late.seconds // 60, late.seconds % 60
    facts = {
        "received": received,
        "deadline": deadline,
        "late_zh": f"{days}天" if days else f"{minutes}分{seconds}秒",
        "late_en": f"{days} d" if days else f"{minutes} min {seconds} s",
    }
    yield Spot(value=received, expected=f"≤ {deadline}", facts=facts)


RULE = Rule(
    code="D006",
    name="late-submission",
    severity=Severity.WARNING,
    title=Text("逾期报送", "The submission is late"),
    message=Text(
        "{received}收到，晚于截止时间{deadline}（逾期{late_zh}）。",
        "It came at {received}, after the deadline {deadline} (late by {late_en}).",
    ),
    why=Text(
        "汇总和通报按截止时间进行，迟到的数据可能赶不上。",
        "The summary is made at the deadline, and figures that come later may not be in it.",
    ),
    fix=Text(
        "请说明逾期原因，例如：“系统故障，7月11日恢复后补报”；确需延期的，请主管部门登记延期时间。",
        "Give the reason, for example “系统故障，7月11日恢复后补报” (an outage, sent on the 11th); "
        "ask the office for an extension where one is due.",
    ),
    check=IntakeCheck(spots=spots),
    requires=("deadline",),
    passing=(
        IntakeExample(deadline="2017-07-10T17:00:00", received="2017-07-10T17:00:00"),
        IntakeExample(deadline="2017-07-10T17:00:00", received=None),
    ),
    failing=(IntakeExample(deadline="2017-07-10T17:00:00", received="2017-07-10T17:00:01"),),
)
