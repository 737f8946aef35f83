"""What was understood of submissions, for a person: the text with its quantities marked, then a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from toolkit.check import ReadFile, ReadRow
from toolkit.display import plain
from toolkit.finding import Language, Text
from toolkit.language.model import Comparator, Figure, Kind, Percentage, Role, Target
from toolkit.reporters.address import address
from toolkit.reporters.marking import Span, marked_lines
from toolkit.reporters.style import Style
from toolkit.reporters.wrapping import one_line, shorten, width

COMPARATORS: dict[Comparator, Text] = {
    ">=": Text(zh="≥", en="≥"),
    "<=": Text(zh="≤", en="≤"),
    "==": Text(zh="=", en="="),
    "~": Text(zh="≈", en="≈"),
    "delta+": Text(zh="提高", en="up by"),
    "delta-": Text(zh="下降", en="down by"),
}
KINDS: dict[Kind, Text] = {
    "level": Text(zh="水平", en="level"),
    "total": Text(zh="总量", en="total"),
    "rate": Text(zh="比率", en="rate"),
    "growth": Text(zh="增减", en="growth"),
    "index": Text(zh="指数", en="index"),
    "zero_occurrence": Text(zh="零发生", en="must not occur"),
    "milestone": Text(zh="工作节点", en="milestone"),
}
ROLES: dict[Role, Text] = {
    "result": Text(zh="完成值", en="result"),
    "component": Text(zh="分项", en="component"),
    "subset": Text(zh="其中", en="subset"),
    "denominator": Text(zh="基数", en="denominator"),
    "process": Text(zh="过程数", en="process"),
    "proxy": Text(zh="间接数", en="proxy"),
    "context": Text(zh="背景数", en="context"),
    "off_topic": Text(zh="与目标无关", en="off topic"),
    "echo": Text(zh="复述目标", en="echo of the target"),
}
_LABELS = {
    "target": Text(zh="年度目标", en="Target"),
    "progress": Text(zh="进展情况", en="Progress"),
    "figure": Text(zh="数字", en="Figure"),
    "percentage": Text(zh="百分比", en="Percentage"),
}
_LABEL_WIDTH = 12


def render(files: Iterable[ReadFile], language: Language = "zh", style: Style | None = None) -> str:
    """The readings as text with a closing line break."""
    return "".join(chunks(files, language, style))


def chunks(files: Iterable[ReadFile], language: Language = "zh", style: Style | None = None) -> Iterator[str]:
    """The same text file by file."""
    for number, file in enumerate(files):
        blank = "\n" if number else ""
        yield blank + "".join(f"{line}\n" for line in _file(file, language, style or Style()))


def _file(file: ReadFile, language: Language, style: Style) -> Iterator[str]:
    yield style.bold(one_line(file.path))
    for row in file.rows:
        number = row.row.number
        label = Text(zh=f"第 {number} 行", en=f"Row {number}").in_language(language)
        task = shorten(one_line(row.row.text("task")), style.columns - width(label) - 2)
        yield ""
        yield style.bold(f"{label}  {task}".rstrip())
        yield from _texts(row, language, style)
        for name, words in _understood(row, language):
            yield f"  {_padded(name)}{shorten(one_line(words), style.columns - 2 - _LABEL_WIDTH)}"


def _texts(row: ReadRow, language: Language, style: Style) -> Iterator[str]:
    reading = row.reading
    targets = [_target_span(target) for target in reading.targets if target.kind != "milestone"]
    figures = [(figure.quantity.start, figure.quantity.end) for figure in reading.figures]
    percentages = [(each.quantity.start, each.quantity.end) for each in reading.percentages]
    for role, spans in (("target", targets), ("progress", [*figures, *percentages])):
        name = f"{_LABELS[role].in_language(language)} {address(row, role) or ''}"
        yield f"  {style.dim(name.rstrip())}"
        for line in marked_lines(row.row.text(role), spans, style.columns - 4, style):
            yield f"    {line}"


def _target_span(target: Target) -> Span:
    quantity = target.quantity
    return (quantity.start, quantity.end) if quantity else (target.start, target.end)


def _understood(row: ReadRow, language: Language) -> Iterator[tuple[str, str]]:
    for number, target in enumerate(row.reading.targets, start=1):
        yield f"{Text(zh='目标', en='Target').in_language(language)} {number}", _target(target, language)
    for figure in row.reading.figures:
        yield _LABELS["figure"].in_language(language), _figure(figure, language)
    for percentage in row.reading.percentages:
        yield _LABELS["percentage"].in_language(language), _percentage(percentage)


def _target(target: Target, language: Language) -> str:
    kind = KINDS[target.kind].in_language(language)
    if target.value is None:
        return f"{kind}  {target.text}"
    amount = _amount(target.value, target.unit, target.base_value, target.base_unit)
    return f"{COMPARATORS[target.comparator].in_language(language)} {amount}  {kind}  {target.name}"


def _figure(figure: Figure, language: Language) -> str:
    quantity = figure.quantity
    parts = [_amount(quantity.value, quantity.unit, quantity.base_value, quantity.base_unit)]
    parts.append(ROLES[figure.role].in_language(language))
    if figure.target is not None:
        parts.append(f"→ {Text(zh='目标', en='target').in_language(language)} {figure.target + 1}")
    if figure.period:
        parts.append(figure.period.text)
    return "  ".join([*parts, figure.name]).rstrip()


def _percentage(percentage: Percentage) -> str:
    if percentage.numerator is None or percentage.denominator is None:
        return percentage.quantity.text
    return f"{percentage.quantity.text} = {plain(percentage.numerator)} / {plain(percentage.denominator)}"


def _amount(value: Decimal, unit: str | None, base_value: Decimal | None, base_unit: str | None) -> str:
    written = f"{plain(value)} {unit or ''}".rstrip()
    if base_value is None or base_value == value:
        return written
    return f"{written} = {plain(base_value)} {base_unit or ''}".rstrip()


def _padded(label: str) -> str:
    return label + " " * max(1, _LABEL_WIDTH - width(label))
