"""P009: the shares of one whole that do not make 100 percent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.consistency.sums import apart
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True where the sum is further from the whole than the rounding of its parts allows."""
    from polars import col

    return (col("kind") == "shares") & apart(unknown_tolerance=1)


RULE = Rule(
    code="P009",
    name="shares-do-not-sum",
    severity=Severity.ERROR,
    title=Text("各项占比之和不为100%", "The shares do not make 100 %"),
    message=Text(
        "“{text}”各项占比合计为{counted}%，不是{stated}%。",
        "The shares in “{text}” add up to {counted} %, not {stated} %.",
    ),
    why=Text(
        "同一整体的各部分占比之和应为100%，多出或不足都说明有错项、漏项。",
        "The shares of one whole make 100 %; more or less means that a part is wrong or left out.",
    ),
    fix=Text(
        "核对各项占比，补上漏项，例如：“优占62%，良占30%，其他占8%”。",
        "Check every share and add what is left out, for example "
        "“优占62%，良占30%，其他占8%” (excellent 62 %, good 30 %, other 8 %).",
    ),
    check=FrameCheck(frame="phrases", broken=broken, mark="phrase", value="{counted}%", expected="{stated}%"),
    requires=("table", "progress"),
    passing=(
        Example(
            target="开展空气质量评估",
            progress="上半年空气质量天数中，优占62%，良占30%，轻度污染占8%。",
        ),
        Example(target="优化产业结构", progress="三次产业结构由4.6:43.1:52.3调整为4.1:42.6:53.3。"),
    ),
    failing=(
        Example(
            target="开展空气质量评估",
            progress="上半年空气质量天数中，优占62%，良占30%，轻度污染占18%。",
            text="62%，良占30%，轻度污染占18%",
        ),
        Example(
            target="优化产业结构",
            progress="一产占4.1%、二产占42.6%、三产占54.3%。",
            text="4.1%、二产占42.6%、三产占54.3%",
        ),
        Example(target="优化产业结构", progress="三次产业结构为4.1:42.6:54.3。", text="4.1:42.6:54.3"),
    ),
)
