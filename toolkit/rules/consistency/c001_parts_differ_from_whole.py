"""C001: parts that do not make their whole, or a part larger than it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.consistency.sums import apart
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True where parts that partition do not add up, or a subset exceeds what it is taken from."""
    from polars import col

    larger = (col("kind") == "subset") & (col("counted") > col("stated"))
    return ((col("kind") == "whole_with_parts") & apart()) | larger


RULE = Rule(
    code="C001",
    name="parts-differ-from-whole",
    severity=Severity.ERROR,
    title=Text("分项与总数不符", "The parts differ from the whole"),
    message=Text(
        "“{text}”分项与总数不符：总数{stated}，分项{counted}。",
        "In “{text}” the parts differ from the whole: {stated} in all, {counted} in its parts.",
    ),
    why=Text(
        "总分对不上，说明总数或某个分项有误。",
        "Where they differ the whole or one of its parts is wrong.",
    ),
    fix=Text(
        "核对后使分项之和等于总数，例如：“办理案件86件，其中行政处罚52件、责令改正34件”。",
        "Make the parts add up, for example “办理案件86件，其中行政处罚52件、责令改正34件” "
        "(86 cases: 52 penalties and 34 orders).",
    ),
    check=FrameCheck(frame="phrases", broken=broken, mark="phrase", value="{counted}", expected="{stated}"),
    requires=("table", "progress"),
    passing=(
        Example(target="办理案件150件", progress="上半年办理案件86件，其中行政处罚52件、责令改正34件。"),
        Example(target="培训从业人员2000人次", progress="上半年培训从业人员1240人次，其中驾驶员310人次。"),
        Example(target="“四上”单位净增60家", progress="净增“四上”单位63家，其中新入库81家，退库19家。"),
    ),
    failing=(
        Example(
            target="办理案件150件",
            progress="上半年办理案件86件，其中行政处罚52件、责令改正43件。",
            text="86件，其中行政处罚52件、责令改正43件",
        ),
        Example(
            target="建设提升便民网点120个",
            progress="上半年建设提升网点66个：菜店22个、便利店38个、早餐店16个。",
            text="66个：菜店22个、便利店38个、早餐店16个",
        ),
        Example(
            target="进出口总额30亿元",
            progress="进出口总额33.6亿元，其中出口21.3亿元、进口10.3亿元。",
            text="33.6亿元，其中出口21.3亿元、进口10.3亿元",
        ),
    ),
)
