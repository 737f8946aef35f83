"""C005: two statements in one cell that exclude each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True for a pair of statements of which only one can hold."""
    from polars import col

    return col("kind") == "self_contradiction"


RULE = Rule(
    code="C005",
    name="self-contradiction",
    severity=Severity.WARNING,
    title=Text("前后矛盾", "The text contradicts itself"),
    message=Text(
        "“{text}”前后矛盾，两种说法不能同时成立。",
        "“{text}” contradicts itself: only one of the two statements can hold.",
    ),
    why=Text(
        "互相排斥的说法，让人无法判断工作到了哪一步。",
        "Statements that exclude each other leave open how far the work has come.",
    ),
    fix=Text(
        "保留与事实相符的一种说法，例如：“排查发现问题4处，已全部整改”。",
        "Keep the one that is true, for example “排查发现问题4处，已全部整改” "
        "(four faults found, all mended).",
    ),
    check=FrameCheck(frame="phrases", broken=broken, mark="phrase", value="{text}"),
    requires=("table", "progress"),
    passing=(Example(target="整治河道排污口", progress="排查发现违规排污口4处，已全部整改完毕。"),),
    failing=(
        Example(
            target="整治河道排污口",
            progress="经排查，辖区不存在违规排污现象，已经全部整改完毕。",
            text="不存在违规排污现象，已经全部整改完毕",
        ),
    ),
)
