"""pandas and pandera: the table found by its header, required columns, targets, percentages.

Merged tasks are filled downwards. The engine, openpyxl or calamine, is the first argument.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pandas as pd  # type: ignore[import-untyped]
import pandera.pandas as pa
from pandera.errors import SchemaErrors

TASK, TARGET, PROGRESS = "绩效任务", "年度目标", "上半年进展情况"
_DEPTH = 20
_PERCENT = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)%")


def _in_range(texts: pd.Series) -> pd.Series:
    """Whether every percentage of a text lies within 0..100."""
    return texts.map(lambda text: all(float(number) <= 100 for number in _PERCENT.findall(text)))


SCHEMA = pa.DataFrameSchema(
    {
        TASK: pa.Column(str, nullable=True),
        TARGET: pa.Column(str, pa.Check.str_length(min_value=1), nullable=False),
        PROGRESS: pa.Column(str, pa.Check(_in_range), nullable=True),
    }
)


def table(path: Path, engine: str) -> pd.DataFrame:
    """The rows below the header, wherever among the first rows it stands."""
    sheet = pd.read_excel(path, engine=engine, header=None, dtype=str)
    header = next(
        place for place in range(min(_DEPTH, len(sheet))) if {TARGET, PROGRESS} <= set(sheet.iloc[place])
    )
    rows = sheet.iloc[header + 1 :].set_axis(sheet.iloc[header], axis="columns").dropna(how="all")
    rows[TASK] = rows[TASK].ffill()
    return rows


def failures(rows: pd.DataFrame) -> int:
    """How many values break the schema."""
    try:
        SCHEMA.validate(rows, lazy=True)
    except SchemaErrors as errors:
        return len(errors.failure_cases)
    return 0


def main() -> None:
    """Checks every workbook of the folder."""
    engine, folder = sys.argv[1], Path(sys.argv[2])
    print(sum(failures(table(path, engine)) for path in sorted(folder.iterdir())))


if __name__ == "__main__":
    main()
