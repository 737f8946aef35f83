"""The words of the bulletin (通报): how the targets of a round stand, as an office would send it round."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.collection import Round
from toolkit.inbox.pace import Pace, pace, shares
from toolkit.inbox.summary import Summary


def bulletin(summary: Summary, collection: Round) -> Iterator[str]:
    """The bulletin, a paragraph each, the title first."""
    found = pace(summary.sources)
    indicators = sum(len(source.rows) for source in summary.sources)
    yield f"关于{collection.name}绩效任务进展情况的通报"
    yield (
        f"{_period(collection)}，应报送单位{len(summary.sources) + len(summary.left_out)}个，"
        f"纳入汇总{len(summary.sources)}个，共填报指标{indicators}项，其中量化目标{found.total}个。"
    )
    if found.total:
        yield _standing(found)
    if found.behind:
        yield f"落后于序时进度的{len(found.behind)}个量化目标："
        several = len(summary.sources) > 1
        for number, each in enumerate(found.behind, start=1):
            owner = f"{each.unit}" if several else ""
            yield (
                f"{number}. {owner}“{each.target}”：完成{each.completion}%，"
                f"序时进度{each.elapsed}%，落后{each.by}个百分点。"
            )
    for name, reason in summary.left_out:
        yield f"未纳入汇总：{name}（{reason.zh}）。"


def _period(collection: Round) -> str:
    if collection.period is None:
        return collection.name
    first, last = collection.period
    return f"{first.year}年{first.month}月{first.day}日至{last.year}年{last.month}月{last.day}日"


def _standing(found: Pace) -> str:
    counts = (found.ahead, len(found.behind), found.unpaced, found.untold)
    names = ("达到或超过序时进度", "落后于序时进度", "不按序时进度考核", "未报可比完成数")
    parts = [
        f"{name}的{count}个，占{share}%"
        for name, count, share in zip(names, counts, shares(counts), strict=True)
        if count
    ]
    return f"量化目标中，{'；'.join(parts)}。"
