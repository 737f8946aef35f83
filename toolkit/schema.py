"""The vocabulary for the author of a form: a pandera model whose columns know their headers.

A form is a file, found by its name or by its path; the toolkit imports none of them::

    from toolkit.schema import Form, column

    class ProgressSummary(Form):
        target: str = column("年度目标", aliases=["目标"])
        progress: str = column("进展情况", pattern=r".*进展情况")
        score: float = column("自评得分", required=False, ge=0, le=100)

The toolkit reads the columns ``task``, ``target`` and ``progress``, and of a structured form also
``indicator_id``, ``target_value``, ``unit``, ``direction``, ``actual_value``, ``completion`` and
``as_of``; every further column is the author's own. Numbers are ``Number``. Whatever else pandera
can say of a column (``isin``, ``str_matches``, ``ge``, ``@pa.check`` …) is said in pandera's own
words and reported as S020. A check sees the rows of many submissions at once: one that sums or
counts says ``.over("submission")``; ``unique`` already does.
"""

from __future__ import annotations

import importlib.util
import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any, TypeAlias

import pandera.polars as pa
import polars as pl

from toolkit.design import READ_ROLES, Constraint, Design
from toolkit.errors import ToolkitError
from toolkit.finding import Text
from toolkit.frames import NUMBER, ROWS
from toolkit.header import Heading, Kind

Number: TypeAlias = Annotated[pl.Decimal, 38, 10]  # as exact as the frames are

_KINDS: Mapping[str, Kind] = {
    "target_value": "number",
    "actual_value": "number",
    "completion": "number",
    "as_of": "date",
}
RESERVED = frozenset(ROWS) - READ_ROLES


class Form(pa.DataFrameModel):
    """The base of every form. A column's name in the class is its role; ``column`` says its header."""


def column(  # noqa: PLR0913 - the words of the vocabulary
    title: str,
    *,
    aliases: Iterable[str] = (),
    pattern: str | None = None,
    loose: str | None = None,
    required: bool = True,
    nullable: bool = True,
    issued: bool = False,
    needed_with: str | None = None,
    within_period: bool = False,
    number_format: str | None = None,
    width: float | None = None,
    note: str | None = None,
    **constraints: Any,  # noqa: ANN401 - they are pandera's own
) -> Any:  # noqa: ANN401 - as pandera's Field, so that ``target: str = column(...)`` types
    """A column of a form: how its header reads, and what pandera shall hold it to.

    ``aliases`` are other exact headers, ``pattern`` is a regular expression for the whole header
    after folding (half width, no blanks), ``loose`` is one for headers that mean this column only
    where nothing closer is there. A column that is not ``required`` may be left out of
    the table; one that is not ``nullable`` may not have blank cells. ``issued`` cells are filled in
    by the office and locked in its template. ``needed_with`` names the column whose value makes this
    one necessary; a date ``within_period`` lies in the round's period. ``number_format``, ``width``
    (in characters) and ``note`` (shown at the header) are the template's. ``constraints`` are the
    arguments of ``pandera.Field``.
    """
    names = {"aliases": tuple(aliases), "pattern": pattern, "loose": loose}
    uses = {"required": required, "issued": issued}
    checks = {"needed_with": needed_with, "within_period": within_period}
    looks = {"number_format": number_format, "width": width, "note": note}
    return pa.Field(
        title=title, nullable=nullable, metadata={**names, **uses, **checks, **looks}, **constraints
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFile:
    """A form as it was loaded: its pandera schema, and what finding its table needs to know."""

    name: str
    path: Path
    schema: pa.DataFrameSchema
    headings: tuple[Heading, ...]
    designs: Mapping[str, Design] = field(default_factory=dict)

    @property
    def extra(self) -> Mapping[str, pl.DataType]:
        """The polars types of the author's own columns."""
        return {
            role: column.dtype.type
            for role, column in self.schema.columns.items()
            if role not in READ_ROLES and column.dtype is not None
        }


def load_form(path: Path) -> FormFile:
    """The form that this file defines. Raises ToolkitError where it cannot be run or is no form."""
    module = _run(path)
    forms = [
        value
        for value in vars(module).values()
        if inspect.isclass(value) and issubclass(value, Form) and value.__module__ == module.__name__
    ]
    if len(forms) != 1:
        raise _fault(
            path, f"应当只定义一个 Form，实有 {len(forms)} 个", f"defines {len(forms)} forms, not one"
        )
    return form_of(forms[0], path)


def form_of(model: type[Form], path: Path) -> FormFile:
    """The form that a model describes. Raises ToolkitError for a model that the toolkit cannot use."""
    try:
        schema = model.to_schema()
    except Exception as error:
        raise _fault(
            path, f"不能作为 pandera 模型使用（{error}）", f"is no usable pandera model ({error})"
        ) from error
    headings = tuple(_heading(path, role, column) for role, column in schema.columns.items())
    if not any(heading.required for heading in headings):
        raise _fault(path, "没有必填列", "has no required column")
    for role, column in schema.columns.items():
        column.checks.extend(_own_checks(path, role, column, schema.columns))
    designs = {role: _design(column) for role, column in schema.columns.items()}
    name = path.stem.replace("_", "-")
    return FormFile(name=name, path=path, schema=schema, headings=headings, designs=designs)


def _own_checks(
    path: Path, role: str, column: pa.Column, columns: Mapping[str, pa.Column]
) -> Iterator[pa.Check]:
    """The checks that are ours and not pandera's: each looks at a second column of the frame."""
    metadata = column.metadata or {}
    if other := metadata["needed_with"]:
        if other not in columns:
            raise _fault(
                path, f"的列 {role} 提到不存在的列 {other}", f"names no column {other} beside {role}"
            )
        missing = pl.col(role).is_null() & pl.col(other).is_not_null()
        yield _row_check("needed_with", ~missing, {"title": columns[other].title, "role": other})
    if metadata["within_period"]:
        within = pl.col(role).is_between("period_first", "period_last")
        yield _row_check("within_period", within, {})


def _row_check(name: str, holds: pl.Expr, limits: Mapping[str, object]) -> pa.Check:
    check = pa.Check(
        lambda data: data.lazyframe.select(holds.fill_null(value=True)), name=name, ignore_na=False
    )
    check.statistics = dict(limits)
    return check


def _design(column: pa.Column) -> Design:
    metadata = column.metadata or {}
    constraints = [Constraint(name=check.name, limits=check.statistics or {}) for check in column.checks]
    if column.unique:
        constraints.append(Constraint(name="field_uniqueness"))
    return Design(
        issued=metadata["issued"],
        filled=not column.nullable,
        constraints=tuple(constraints),
        number_format=metadata["number_format"],
        width=metadata["width"],
        note=metadata["note"],
    )


def _run(path: Path) -> ModuleType:
    """The module of a schema file; it is run as the operator's own code, and never put on sys.modules."""
    spec = importlib.util.spec_from_file_location(f"schema_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise _fault(path, "不是 Python 文件", "is not a Python file")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise _fault(path, f"运行出错（{error}）", f"cannot be run ({error})") from error
    return module


def _heading(path: Path, role: str, column: pa.Column) -> Heading:
    metadata = column.metadata or {}
    if column.title is None or "aliases" not in metadata:
        raise _fault(path, f"的列 {role} 应写成 column(…)", f"should declare {role} with column(...)")
    if column.coerce or column.regex:
        raise _fault(path, f"的列 {role} 不能用 coerce 或 regex", f"cannot use coerce or regex in {role}")
    if role in RESERVED:
        raise _fault(
            path, f"不能有名为 {role} 的列，这是工具自用的名称", f"cannot name a column {role}: it is ours"
        )
    kind = _kind(column)
    exact = kind != "number" or role not in READ_ROLES or column.dtype.type == NUMBER
    if kind is None or not exact or (role in READ_ROLES and kind != _KINDS.get(role, "text")):
        raise _fault(path, f"的列 {role} 类型不能用", f"gives {role} a type that cannot be used")
    for word in ("pattern", "loose"):
        try:
            re.compile(metadata[word] or "")
        except re.error as error:
            raise _fault(
                path, f"的列 {role} 的 {word} 有误（{error}）", f"has a broken {word} for {role} ({error})"
            ) from error
    return Heading(
        role=role,
        title=column.title,
        aliases=metadata["aliases"],
        pattern=metadata["pattern"],
        loose=metadata["loose"],
        required=metadata["required"],
        kind=kind,
        issued=metadata["issued"],
    )


def _kind(column: pa.Column) -> Kind | None:
    """What a cell of this column has to hold."""
    dtype = getattr(column.dtype, "type", None)
    if dtype is None or dtype == pl.String:
        return "text"
    if dtype.is_integer():
        return "whole"
    if dtype.is_numeric():
        return "number"
    if dtype == pl.Boolean:
        return "truth"
    return "date" if dtype == pl.Date else None


def _fault(path: Path, zh: str, en: str) -> ToolkitError:
    return ToolkitError(Text(zh=f"表样 {path} {zh}。", en=f"The schema {path} {en}."))
