"""Issued rows of two versions of a template, by id: what is asked now, and ids that were used before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.template.column_changes import Told

if TYPE_CHECKING:
    from toolkit.template.breaking import Content

_CELLS = (
    ("target_value", Severity.ERROR, "target-value-changed", "目标值", "target value"),
    ("unit", Severity.ERROR, "unit-changed", "计量单位", "unit"),
    ("direction", Severity.ERROR, "direction-changed", "方向", "direction"),
    ("target", Severity.WARNING, "target-reworded", "年度目标", "target"),
    ("task", Severity.WARNING, "task-changed", "绩效任务", "task"),
    ("office", Severity.INFO, "office-changed", "责任单位", "office"),
)


def row_changes(before: Content, after: Content) -> Iterator[Told]:
    """Every change of an issued row, with its id."""
    old, new = before.description.retired, after.description.retired
    has_ids = before.line("indicator_id") is not None
    for key in before.rows:
        if key not in after.rows:
            yield _removed(key, listed=not has_ids or key in new)
    for key, row in after.rows.items():
        if key in old:
            yield _told(
                Severity.ERROR,
                "id-reused",
                f"编号“{key}”已停用，不能再用",
                f"the id {key} was retired and is used again",
                key,
                "indicator_id",
            )
        elif key not in before.rows:
            yield _told(
                Severity.WARNING, "row-added", f"增加了指标“{key}”", f"the indicator {key} is new", key, None
            )
        else:
            yield from _changes(key, before.rows[key], row)
    for key in sorted(old - new):
        yield _told(
            Severity.ERROR,
            "retired-forgotten",
            f"停用编号“{key}”从名单中去掉了",
            f"{key} is not listed as retired any more",
            None,
            None,
        )
    kept = [key for key in before.rows if key in after.rows]
    if kept != [key for key in after.rows if key in before.rows]:
        yield _told(
            Severity.INFO, "rows-reordered", "指标的先后变了", "the rows stand in another order", None, None
        )


def _removed(key: str, *, listed: bool) -> Told:
    severity, kind = (Severity.WARNING, "row-retired") if listed else (Severity.ERROR, "row-removed")
    note = "" if listed else "，也没有列入停用编号"
    said = "" if listed else " and is not listed as retired"
    return _told(severity, kind, f"去掉了指标“{key}”{note}", f"the indicator {key} is gone{said}", None, None)


def _changes(key: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Told]:
    differing = [
        cell
        for cell in _CELLS
        if old.get(cell[0], "") != new.get(cell[0], "") and cell[0] in old and cell[0] in new
    ]
    roles = {cell[0] for cell in differing}
    if {"target", "task"} <= roles and "target_value" in roles:
        yield _told(
            Severity.ERROR,
            "id-reused",
            f"编号“{key}”换成了另一项指标",
            f"the id {key} stands for another indicator now",
            key,
            "indicator_id",
        )
    for role, severity, kind, zh, en in differing:
        words = f"{key} 的{zh}由“{old[role]}”改为“{new[role]}”"
        yield _told(
            severity, kind, words, f"the {en} of {key} changed from “{old[role]}” to “{new[role]}”", key, role
        )


def _told(severity: Severity, kind: str, zh: str, en: str, key: str | None, role: str | None) -> Told:
    return severity, kind, Text(zh, en), key, role
