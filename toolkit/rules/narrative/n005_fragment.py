"""N005: a sentence with no verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True where a sentence is a mere noun phrase, and no verb is carried over a comma."""
    from polars import col

    return col("kind") == "fragment"


RULE = Rule(
    code="N005",
    name="fragment",
    severity=Severity.WARNING,
    title=Text("句子不完整", "A sentence without a verb"),
    message=Text(
        "“{text}”没有谓语，看不出工作是什么状态。",
        "“{text}” has no verb, so the state of the work cannot be told.",
    ),
    why=Text(
        "只有名词的句子分不清是已印发、在修订还是打算做。",
        "A noun alone may mean issued, under revision or merely intended.",
    ),
    fix=Text(
        "补上谓语，写明状态，例如：“区级河道整治实施方案已于4月印发”。",
        "Add the verb that tells the state, for example "
        "“区级河道整治实施方案已于4月印发” (the district's plan was issued in April).",
    ),
    check=FrameCheck(frame="phrases", broken=broken, mark="phrase", value="{text}"),
    requires=("table", "progress"),
    passing=(Example(target="制定河道整治实施方案", progress="区级河道整治实施方案已于4月印发。"),),
    failing=(
        Example(
            target="制定河道整治实施方案",
            progress="区级河道整治实施方案。巡查人员名单已在网站公示。",
            text="区级河道整治实施方案。",
        ),
    ),
)
