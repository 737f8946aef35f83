"""N004: unpaired quotes and brackets, doubled punctuation, known slips of the pen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True for a slip in characters or punctuation."""
    from polars import col

    return col("kind") == "wording"


RULE = Rule(
    code="N004",
    name="wording",
    severity=Severity.INFO,
    title=Text("用字或标点有误", "A slip in wording or punctuation"),
    message=Text(
        "“{text}”的用字或标点有误（应为：{hint}）。",
        "“{text}” has a slip in its characters or punctuation (it should be: {hint}).",
    ),
    why=Text(
        "汇总材料直接引用填报文字，错字和标点错误会一并带入。",
        "The summary quotes the text as it stands, slips included.",
    ),
    fix=Text(
        "按规范用字和标点改正，例如：“显着成效”改为“显著成效”，引号、括号成对使用。",
        "Correct the characters and pair quotes and brackets, for example “显着成效” becomes “显著成效”.",
    ),
    check=FrameCheck(frame="phrases", broken=broken, mark="phrase", value="{text}", expected="{hint}"),
    requires=("table", "progress"),
    passing=(Example(target="建设口袋公园10个", progress="建成口袋公园6个（其中屋顶花园2个）。"),),
    failing=(
        Example(target="建设口袋公园10个", progress="建成口袋公园6个，市容改善效果显着。", text="显着"),
        Example(target="建设口袋公园10个", progress="建成口袋公园6个。。", text="。。"),
    ),
)
