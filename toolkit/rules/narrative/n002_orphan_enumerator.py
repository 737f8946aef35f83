"""N002: a numbered item that has no second one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True for a “1.” that no “2.” follows."""
    from polars import col

    return col("kind") == "orphan_enumerator"


RULE = Rule(
    code="N002",
    name="orphan-enumerator",
    severity=Severity.INFO,
    title=Text("序号有一无二", "An item 1 without an item 2"),
    message=Text(
        "“{text}”只有“1”没有“2”，后面的内容可能被截断或漏填。",
        "“{text}” begins an enumeration that has no second item: was something cut off or left out?",
    ),
    why=Text(
        "孤立的序号常常是粘贴时漏掉了后面几条。",
        "A lone number is often the trace of items that were lost in pasting.",
    ),
    fix=Text(
        "补上漏掉的内容；确实只有一条的，删去序号，例如：“1.开展巡查120次”改为“开展巡查120次”。",
        "Add what was lost, or drop the number where there is one item only: "
        "“1.开展巡查120次” becomes for example “开展巡查120次” (120 patrols).",
    ),
    check=FrameCheck(frame="phrases", broken=broken, mark="phrase", value="{text}"),
    requires=("table", "progress"),
    passing=(Example(target="开展巡查200次", progress="1.开展巡查120次。2.整改隐患36处。"),),
    failing=(Example(target="开展巡查200次", progress="1.开展巡查120次，整改隐患36处。", text="1.开展"),),
)
