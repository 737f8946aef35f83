"""A012: a figure that fits in number and unit but is told of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True where the text itself names another object or another population."""
    from polars import col

    return col("kind") == "scope"


RULE = Rule(
    code="A012",
    name="scope-mismatch",
    severity=Severity.WARNING,
    title=Text("对象或口径不一致", "Another object or population"),
    message=Text(
        "“{text}”与目标考核的对象或口径不一致。",
        "“{text}” is told of another object or population than the target's.",
    ),
    why=Text(
        "数字相近而对象不同，不能算作这一目标的完成数。",
        "A figure of something else is no result for this target, however well the numbers fit.",
    ),
    fix=Text(
        "按目标的对象填报；口径确有调整的写明依据，例如：“培训持证护理员320人（不含志愿者）”。",
        "Report on the target's own object, and say so where the scope has changed, for example "
        "“培训持证护理员320人（不含志愿者）” (320 certified carers, volunteers not counted).",
    ),
    check=FrameCheck(frame="phrases", broken=broken, mark="phrase", value="{text}", related=("target",)),
    requires=("table", "target", "progress"),
    passing=(Example(target="整治违规广告800处", progress="上半年整治违规广告463处。"),),
    failing=(
        Example(
            target="更新新能源公交车200辆",
            progress="上半年更新新能源出租车126辆。",
            text="上半年更新新能源出租车126辆",
        ),
    ),
)
