"""D007: a reporting unit on the list that has sent nothing by its deadline."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Severity, Text
from toolkit.intake import Intake
from toolkit.rules.model import IntakeCheck, IntakeExample, Rule, Spot


def spots(intake: Intake) -> Iterator[Spot]:
    """The unit, once, when its time is up and nothing has come."""
    if intake.received is None and intake.is_over and intake.deadline is not None:
        deadline = intake.deadline.isoformat(" ", "seconds")[:19]
        yield Spot(expected=f"≤ {deadline}", facts={"unit": intake.unit, "deadline": deadline})


RULE = Rule(
    code="D007",
    name="submission-missing",
    severity=Severity.ERROR,
    title=Text("没有报送", "Nothing was sent"),
    message=Text(
        "“{unit}”到截止时间{deadline}没有报送。", "“{unit}” had sent nothing by the deadline {deadline}."
    ),
    why=Text(
        "缺一个单位，汇总表就不完整，占比和排名也会失真。",
        "Without one unit the summary is incomplete, and shares and ranks come out wrong.",
    ),
    fix=Text(
        "请尽快报送；已经报送的，核对文件是否在收件文件夹中、填报单位是否写全，例如：“填报单位：西城区”。",
        "Send it soon. If it was sent, see whether it is in the inbox and names its unit"
        ", for example “填报单位：西城区”.",
    ),
    check=IntakeCheck(spots=spots),
    requires=("deadline",),
    passing=(
        IntakeExample(deadline="2017-07-10T17:00:00", now="2017-07-10T17:00:00", received=None),
        IntakeExample(deadline="2017-07-10T17:00:00", received="2017-07-10T16:30:00"),
    ),
    failing=(IntakeExample(deadline="2017-07-10T17:00:00", now="2017-07-10T17:00:01", received=None),),
)
