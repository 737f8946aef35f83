"""C004: the same object and the same measure told in two rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Row, Rule

if TYPE_CHECKING:
    from polars import Expr


# A district has one of each, so that two values for it exclude each other.
_ONE_OF_A_KIND = r"..(?:指数|浓度|总量|总额|总产值|生产总值|预算收入|预算支出)$"
_SHORT_NAME = 4
_LONG_NAME = 6
_LIST = 2


def broken() -> Expr:
    """True once a row: at the first figure that differs from an earlier row's, else at the first repeated."""
    differing, equal = _told_again()
    grave = differing.any().over("key")
    chosen = (grave & differing) | (~grave & equal)
    return chosen & (chosen.cum_sum().over("key") == 1)


def _told_again() -> tuple[Expr, Expr]:
    """The figures that contradict an earlier row, and those that repeat one.

    Two offices may both write 立案30件 or 完成投资800万元 of works of their own. So another value is
    taken for a contradiction only beside a list that is otherwise the same, for a measure of which
    there is one, or where a long name answers its row's target; and an equal value only within such
    a list, or under a name of some length.
    """
    from polars import col

    repeated = (col("repeats") > 0).fill_null(value=False)
    told = repeated & ~col("role").is_in(["process", "proxy", "off_topic", "denominator", "echo"])
    differs = col("repeats_differ").fill_null(value=False)
    in_list = (told & ~differs).sum().over("key", "repeats_row") >= _LIST
    singular = col("name").str.contains(_ONE_OF_A_KIND)
    named = col("name").str.len_chars() > _SHORT_NAME
    answers = col("repeats_answer").fill_null(value=False) & (col("name").str.len_chars() >= _LONG_NAME)
    return told & differs & (in_list | singular | answers), told & ~differs & (in_list | named)


def grade(row: Row) -> Severity:
    """An error where the two rows give different values."""
    return Severity.ERROR if row["repeats_differ"] else Severity.INFO


RULE = Rule(
    code="C004",
    name="rows-disagree",
    severity=Severity.INFO,
    title=Text("两行填报同一数据", "Two rows tell the same thing"),
    message=Text(
        "“{text}”与第{repeats_row}行填报的是同一对象的同一指标，请核对数值是否一致、是否重复计算。",
        "“{text}” tells the same measure of the same object as row {repeats_row}: "
        "are the values equal, and is it counted once only?",
    ),
    why=Text(
        "同一件事在两行数值不同，必有一处有误；数值相同，也要防止重复计算。",
        "Two values for one thing cannot both be right, and one value told twice may be counted twice.",
    ),
    fix=Text(
        "统一两行的数值，并注明引用关系，例如：“新建便利店6个（与第12行为同一批）”。",
        "Give both rows the same value and say that they share it, for example "
        "“新建便利店6个（与第12行为同一批）” (six shops, the same as in row 12).",
    ),
    check=FrameCheck(frame="figures", broken=broken, mark="figure", grade=grade, value="{text}"),
    requires=("table", "progress"),
    passing=(
        Example(
            target="新建便利店10个",
            progress="上半年新建便利店6个。",
            others=(("新建早餐网点12个", "上半年新建早餐网点8个。"),),
        ),
        Example(
            target="东城小学扩建",
            progress="完成投资1200万元，主体结构封顶。",
            others=(("西城小学扩建", "完成投资800万元，正在进行基础施工。"),),
        ),
    ),
    failing=(
        Example(
            target="新建便利店10个",
            progress="上半年新建便利店6个。",
            others=(("完善便民商业网点", "上半年新建便利店6个，便民服务更加完善。"),),
            text="6个",
        ),
        Example(
            target="推进便民服务进社区",
            progress="新建蔬菜零售网点11个，早餐规范店8个，便利店6个。",
            others=(("完善便民商业网点", "新建蔬菜零售网点11个，早餐规范店8个，便利店9个。"),),
            text="9个",
            severity=Severity.ERROR,
        ),
    ),
)
