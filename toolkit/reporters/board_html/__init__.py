"""The board as one HTML file that loads itself again: who has reported, when, and how the tasks stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toolkit import __version__
from toolkit.finding import Language, Text
from toolkit.inbox.board import Board
from toolkit.reporters.board_html.charts import arrivals, bars
from toolkit.reporters.board_text import (
    DISAGREEMENTS,
    HEADINGS,
    STATES,
    cells,
    disagreements,
    moment,
    summary,
)
from toolkit.reporters.characters import visible
from toolkit.reporters.style import Style

RELOAD = 60  # seconds
_FOLDER = Path(__file__).parent
_WORDS = {
    "arrivals": Text("报送进度", "Submissions over time"),
    "tasks": Text("各任务完成情况", "Completion by task"),
    "units": Text("各单位情况", "Units"),
    "strangers": Text("看不出单位的文件（不计入）", "Files of no unit (not counted)"),
    "disagreements": DISAGREEMENTS,
    "deadline": Text("截止", "Deadline"),
    "ahead": Text("达到或超过序时", "at or ahead of pace"),
    "behind": Text("落后于序时", "behind"),
    "other": Text("不按序时或未报数", "without pace or figure"),
    "task": Text("绩效任务", "Task"),
    "of": Text("共", "of"),
}


def chunks(board: Board, language: Language = "zh", style: Style | None = None) -> Iterator[str]:
    """The page in pieces."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader([_FOLDER, _FOLDER.parent / "html"]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    yield from environment.get_template("board.html.jinja").generate(_facts(board, language))


def _facts(board: Board, language: Language) -> dict[str, object]:
    return {
        "lang": {"zh": "zh-CN", "en": "en"}[language],
        "version": __version__,
        "reload": RELOAD,
        "round": board.round,
        "now": moment(board.now),
        "summary": summary(board).in_language(language),
        "words": {name: text.in_language(language) for name, text in _WORDS.items()},
        "headings": [heading.in_language(language) for heading in HEADINGS],
        "rows": [(line.state, cells(line, language)) for line in board.lines],
        "states": {state: text.in_language(language) for state, text in STATES.items()},
        "disagreements": [
            (unit, each.location.cell, each.code, each.message.in_language(language))
            for unit, each in disagreements(board)
        ],
        "strangers": [each.path for each in board.strangers],
        "arrivals": arrivals(board),
        "bars": bars(board.tasks),
    }


def _harmless(value: object) -> object:
    return visible(value) if type(value) is str else value
