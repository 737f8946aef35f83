"""frictionless: required columns, targets, percentages. It is told on which row the header stands."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from frictionless import (  # type: ignore[import-not-found]
    Check,
    Checklist,
    Detector,
    Dialect,
    Resource,
    Schema,
    errors,
    fields,
    system,
)

TASK, TARGET, PROGRESS = "绩效任务", "年度目标", "上半年进展情况"
HEADER_ROW = 3
_PERCENT = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)%")
_SCHEMA = Schema(
    fields=[
        fields.StringField(name=TASK),
        fields.StringField(name=TARGET, constraints={"required": True}),
        fields.StringField(name=PROGRESS),
    ]
)


class Percentages(Check):  # type: ignore[misc]
    """Every percentage lies within 0..100."""

    Errors = (errors.RowError,)

    def validate_row(self, row: Any) -> Iterator[Any]:  # noqa: ANN401 - as frictionless asks for it
        """An error for a row with one that does not."""
        if any(float(number) > 100 for number in _PERCENT.findall(row[PROGRESS] or "")):
            yield errors.RowError.from_row(row, note="percentage")


def failures(path: Path) -> int:
    """How many rows fail."""
    resource = Resource(
        path=path.name,
        basepath=str(path.parent),
        dialect=Dialect(header_rows=[HEADER_ROW]),
        schema=_SCHEMA.to_copy(),
        detector=Detector(schema_sync=True),
    )
    report = resource.validate(Checklist(checks=[Percentages()]), limit_errors=sys.maxsize)
    return sum(len(task.errors) for task in report.tasks)


def main() -> None:
    """Checks every workbook of the folder."""
    with system.use_context(trusted=True):
        print(sum(failures(path) for path in sorted(Path(sys.argv[1]).iterdir())))


if __name__ == "__main__":
    main()
