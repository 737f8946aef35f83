"""Reads a target cell: what is to be reached, by how much, in which direction, and of what kind."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from toolkit.language.classify import Judgement, annual, judge, kind_and_direction
from toolkit.language.cutting import Clause, clauses
from toolkit.language.folding import Folded, fold
from toolkit.language.model import Quantity, Target
from toolkit.language.quantity import unfold
from toolkit.language.tokens import Token, tokens
from toolkit.language.vocabulary import pattern, words
from toolkit.language.zero import zero_parts

_DESCRIPTOR = re.compile(r"(?:等|这|该|前|首批|上述|以上|原有|现有|共有|全市|全区|全县|每|按|内)$")
_FROM = re.compile(r"(?:由|从)[^,。;]{0,14}$")
_FROM_AFTER = re.compile(
    r"[^,。;]{0,6}?(?:提高|提升|增加|增长|上升|扩大|下降|降低|降|减少|压减|调整|压缩|缩短|增|升)(?:了)?(?:到|至|为)"
)
_BASE_BEFORE = re.compile(r"(?:比|较)[^,。;]{0,10}$")
_SHARE_OF = re.compile(r"占(?!道|地|用|压|比)[^,。;]{0,12}$")
_ATTRIBUTE_BEFORE = re.compile(r"(?:对|在|为|向|面向|针对|围绕|覆盖)$")
_RECURRING = re.compile("每个?(?:季度|季|月|周|旬|日|天|半年|半月|学期)")
_PARTS = re.compile(r"[及和与、]")
_TRIM = re.compile(
    r"^(?:确保|力争|争取|实现|完成|做到|努力|全年|年内|年底前|全区|全市|全县|使|力促|并|且|到)+"
)
_NAME_END = re.compile(r"(?:的|数量|总数|数|要|应|年均|全年|将|能|基本)+$")
_LONGEST_NAME = 60
_NEAR = 40
_LONGEST_PLACEHOLDER = 16
_MOST = 100  # targets of one cell; no real one has a tenth of them
_ZERO = Decimal(0)


@cache
def _placeholders() -> frozenset[str]:
    return frozenset(words("words", "placeholder"))


def is_placeholder(text: str) -> bool:
    """Whether a cell is blank or holds what people type instead of an answer: —, 待定, 同上."""
    if len(text) > _LONGEST_PLACEHOLDER and not text.isspace() and len(text.strip()) > _LONGEST_PLACEHOLDER:
        return False
    bare = fold(text).text.strip("()。.、 \n“”")
    return bare in _placeholders() or not bare or set(bare) <= set("-—–/_·*….")


@cache
def _milestone() -> re.Pattern[str]:
    return re.compile(pattern("words", "milestone_verb"))


@cache
def _lead_in() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern('words', 'lead_in')})")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A folded target cell with its tokens and clauses."""

    folded: Folded
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]

    @property
    def text(self) -> str:
        return self.folded.text


def read_targets(text: str, task: str = "") -> tuple[Target, ...]:
    """Every target of the cell in reading order; a cell without a number or a zero is one milestone.

    ``task`` names what a bare ``达到3760亿元左右`` speaks of. Spans are those of ``text``.
    """
    if is_placeholder(text):
        return ()
    folded = fold(text.rstrip("。; \n"))
    found = tuple(tokens(folded.text))
    cell = _Cell(folded, found, clauses(folded.text, found))
    targets = _numeric_and_zero(cell, task)
    if not targets:
        return (_milestone_target(cell, 0, len(cell.text)),) if cell.text.strip() else ()
    starts = [target.start for target in targets]
    for clause, inside in _by_clause(cell):
        if len(targets) < 2 * _MOST and not inside and _is_milestone(cell, clause, starts):
            targets.append(_milestone_target(cell, clause.start, clause.end))
    targets.sort(key=lambda target: target.start)
    return _with_parts(targets)


def _by_clause(cell: _Cell) -> Iterator[tuple[Clause, list[Token]]]:
    """Each clause with the quantities that begin in it."""
    position = 0
    for clause in cell.clauses:
        inside: list[Token] = []
        while position < len(cell.tokens) and cell.tokens[position].start < clause.end:
            if cell.tokens[position].quantity and cell.tokens[position].start >= clause.start:
                inside.append(cell.tokens[position])
            position += 1
        yield clause, inside


def _numeric_and_zero(cell: _Cell, task: str) -> list[Target]:
    targets: list[Target] = []
    name = ""
    for clause, inside in _by_clause(cell):
        if len(targets) >= _MOST:
            break
        read = _clause_targets(cell, clause, inside, task, name)
        if not read and (zeros := zero_parts(cell.text, clause.start, clause.end)):
            targets.extend(_zero_target(cell, start, end, name) for start, end, name in zeros)
            continue
        targets.extend(read)
        if not read and clause.end - clause.start < _LONGEST_NAME:
            name = cell.text[clause.start : clause.end]
    return _joined_by_slash(cell, targets, task)


def _clause_targets(
    cell: _Cell, clause: Clause, inside: Sequence[Token], task: str, previous: str
) -> list[Target]:
    read: list[Target] = []
    place = clause.start
    for position, token in enumerate(inside[:_MOST]):
        if token.quantity is None:
            continue
        stop = inside[position + 1].start if position + 1 < len(inside) else clause.end
        place = max(place, token.start - _NEAR)
        before, after = cell.text[place : token.start], cell.text[token.end : min(stop, token.end + _NEAR)]
        if _describes(before, after, last=position + 1 == len(inside)):
            continue
        judgement = judge(before, token.quantity, after)
        name = _name(before[: judgement.lead_at], after, read[-1].name if read else previous, task)
        read.append(_numeric_target(cell, token.quantity, judgement, place, name, task, before, after))
        place = token.end
    return read


def _describes(before: str, after: str, *, last: bool) -> bool:
    """Whether the number describes something in the target and is none itself: 等8项服务, 由5%提高到."""
    if _DESCRIPTOR.search(before) or (
        _SHARE_OF.search(before) and not before.endswith(("达到", "达", "不低于", "不超过"))
    ):
        return True
    if _FROM.search(before) and _FROM_AFTER.match(after):
        return True
    if _ATTRIBUTE_BEFORE.search(before) and not last:
        return True
    return (
        _BASE_BEFORE.search(before) is not None
        and re.match(r"[^,。;]{0,3}(?:提高|增|减|下降|降低|上升)", after) is not None
    )


def _numeric_target(  # noqa: PLR0913, PLR0917 - one number and all that stands around it
    cell: _Cell,
    quantity: Quantity,
    judgement: Judgement,
    place: int,
    name: str,
    task: str,
    before: str,
    after: str,
) -> Target:
    start = place + judgement.lead_at if judgement.lead else quantity.start - judgement.about
    end = max(quantity.end + judgement.tail, quantity.end)
    subject = name or task
    kind, direction, comparator = kind_and_direction(
        quantity, judgement, before[: judgement.lead_at] + after, subject
    )
    start, end = cell.folded.span(start, end)
    return Target(
        text=cell.folded.original[start:end],
        start=start,
        end=end,
        name=subject,
        value=quantity.value,
        unit=quantity.unit,
        base_value=quantity.base_value,
        base_unit=quantity.base_unit,
        comparator=comparator,
        direction=direction,
        kind=kind,
        approximate=judgement.approximate,
        has_base=judgement.has_base or bool(re.search(r"比|较|同比|上年|去年|环比|由|从", cell.text[:400])),
        annual_statistic=annual(subject, before, kind),
        part_of=0 if "其中" in before else None,
        recurring=_RECURRING.search(before) is not None,
        quantity=unfold(quantity, cell.folded),
        context=f"{before}|{re.split('[、,;(]', after)[0]}",
    )


def _name(before: str, after: str, previous: str, task: str) -> str:
    """What is counted or measured: the words before the number, else those behind it, else what came before."""
    name = _NAME_END.sub("", _TRIM.sub("", before.rpartition("其中")[2].lstrip(",、(和及与并"))).strip(
        "为:,的("
    )
    if len(name) >= 2:
        behind = (
            after.split("的", maxsplit=1)[0]
            if name.endswith(("完成", "实施", "建设", "启动", "开展", "选择", "新建"))
            else ""
        )
        return (name + behind)[:_LONGEST_NAME]
    behind = re.split(r"[,。;()以]", after)[0].strip()
    return (name + behind)[:_LONGEST_NAME] if len(behind) >= 2 else (previous or task)


def _zero_target(cell: _Cell, start: int, end: int, name: str) -> Target:
    start, end = cell.folded.span(start, end)
    return Target(
        text=cell.folded.original[start:end], start=start, end=end, name=name, value=_ZERO, unit=None,
        base_value=_ZERO, base_unit=None, comparator="==", direction="down", kind="zero_occurrence",
    )  # fmt: skip


def _milestone_target(cell: _Cell, start: int, end: int) -> Target:
    start, end = cell.folded.span(start, end)
    text = cell.folded.original[start:end]
    return Target(
        text=text, start=start, end=end, name=text[:_LONGEST_NAME], value=None, unit=None, base_value=None,
        base_unit=None, comparator="==", direction="none", kind="milestone",
    )  # fmt: skip


def _is_milestone(cell: _Cell, clause: Clause, starts: Sequence[int]) -> bool:
    """Whether a clause beside numeric targets is a task of its own and not the way to them."""
    start, end = cell.folded.span(clause.start, clause.end)
    text = cell.text[clause.start : clause.end]
    place = bisect_left(starts, start)
    if len(text) < 5 or (place < len(starts) and starts[place] < end) or _lead_in().match(text):
        return False
    return _milestone().search(text) is not None and re.search("[“‘][一二三四五六七八九十]", text) is None


def _joined_by_slash(cell: _Cell, targets: list[Target], task: str) -> list[Target]:
    """``422.1亿元/388.4亿元``: two numbers joined by a slash take their names from the task, in order."""
    joined = [
        position
        for position, target in enumerate(targets)
        if target.quantity is not None
        and cell.folded.original[target.end : target.end + 1] in ("/", "/")
        and target.end < len(cell.folded.original)
    ]
    if not joined:
        return targets
    names = _PARTS.split(task)
    stem = names[0][:-2] if len(names) == 2 and len(names[0]) > 2 else ""
    result = list(targets)
    for position, target in enumerate(targets):
        beside = position in joined or position - 1 in joined
        if beside and len(names) == len(targets):
            name = names[position] if position == 0 else stem + names[position]
            spending = name.endswith("支出")
            result[position] = replace(
                target, name=name, slash_joined=True,
                comparator="==" if spending else target.comparator, direction="target" if spending else target.direction,
            )  # fmt: skip
        elif beside:
            result[position] = replace(target, slash_joined=True)
    return result


def _with_parts(targets: Sequence[Target]) -> tuple[Target, ...]:
    """Gives each 其中 part its whole, and marks a second count of the same things (11件15项)."""
    whole: int | None = None
    result: list[Target] = []
    for position, read in enumerate(targets):
        target = read
        if read.part_of is not None:
            target = replace(read, part_of=whole)
        elif read.value is not None:
            whole = position
        before = targets[position - 1] if position else None
        if (
            before is not None
            and before.quantity
            and target.quantity
            and before.end == target.start
            and not target.slash_joined
        ):
            target = replace(target, counts_again=True)
        result.append(target)
    return tuple(result)


@cache
def _deliverables() -> re.Pattern[str]:
    return re.compile(pattern("words", "deliverable"))


def is_measurable(text: str, targets: Sequence[Target]) -> bool:
    """Whether anyone could tell that it is done: a number, a deliverable or a date."""
    return (
        any(target.kind != "milestone" for target in targets)
        or _deliverables().search(text) is not None
        or re.search("[0-9]+月|年底前|季度|上半年", text) is not None
    )
