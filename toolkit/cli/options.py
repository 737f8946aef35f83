"""Options that several commands share, and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.check import Settings
    from toolkit.collection import Round
    from toolkit.reporting_period import Period
    from toolkit.rules.model import Rule

Command = TypeVar("Command", bound=Callable[..., Any])

language = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default="zh",
    show_default=True,
    envvar="INDICATORS_LANG",
    help="语言 Language; also INDICATORS_LANG.",
)
reading_format = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="输出格式 Form of the output.",
)
reading_output = click.option(
    "-o",
    "--output",
    type=click.Path(),
    metavar="FILE",
    help="写入文件（UTF-8） Write to a file instead of the screen.",
)


def form(command: Command) -> Command:
    """The options that say which form is read, and for which round."""
    for option in (
        click.option(
            "--period",
            metavar="PERIOD",
            help="填报期间 The reporting period: 2017年上半年, 2017H1, 2017Q2, 2017-06, 2017年, "
            "or first/last day: 2017-01-01/2017-06-30.",
        ),
        click.option(
            "--round",
            "round_path",
            type=click.Path(),
            metavar="FILE",
            help="填报轮次 The round.toml; else the one beside the files or above them.",
        ),
        click.option(
            "--schema",
            metavar="NAME|FILE.py",
            help="表样 The form: its name, or a file of your own. [default: the round's]",
        ),
    ):
        command = option(command)
    return command


def settings(
    paths: Iterable[Path],
    *,
    schema: str | None,
    round_path: str | None,
    period: str | None,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    template: str | None = None,
) -> Settings:
    """What a check needs to know. Raises ToolkitError for an option that means nothing."""
    from pathlib import Path

    from toolkit.check import Settings

    found = round_file(Path(round_path)) if round_path else _nearest_round(paths)
    return Settings(
        schema=Path(schema) if schema and schema.endswith(".py") else schema,
        round=_loaded(found) if found else None,
        period=_parsed(period) if period else None,
        select=codes(select),
        ignore=codes(ignore),
        template=Path(template) if template else None,
    )


def _loaded(path: Path) -> Round:
    from toolkit.round import load_round
    from toolkit.rules import known_words

    return load_round(path, known_words())


def _parsed(period: str) -> Period:
    from toolkit.round import parse_period

    return parse_period(period)


def with_means(asked: Settings, *, jobs: int | None, cache: str | None, executor: str | None) -> Settings:
    """The same check with its means: how many files at a time, where to keep results, on which cluster."""
    from dataclasses import replace
    from pathlib import Path

    return replace(asked, jobs=jobs, cache=Path(cache) if cache else None, executor=executor)


def round_file(path: Path) -> Path:
    """The round.toml that a path stands for: itself, or the one in that folder."""
    from toolkit.round_files import FILE_NAME

    return path / FILE_NAME if path.is_dir() else path


def _nearest_round(paths: Iterable[Path]) -> Path | None:
    from toolkit.errors import ToolkitError
    from toolkit.finding import Text
    from toolkit.round_files import find_round

    folders = {path if path.is_dir() else path.parent for path in paths}
    found = sorted({find_round(folder) for folder in folders}, key=str)
    if len(found) > 1:
        names = "、".join(str(path) if path else "—" for path in found)
        raise ToolkitError(
            Text(
                zh=f"这些文件分属不同轮次（{names}），请用 --round 指明一个。",
                en=f"These files belong to different rounds ({names}): name one with --round.",
            )
        )
    return found[0] if found else None


def codes(words: Iterable[str]) -> tuple[str, ...]:
    """Rule codes for codes, names and families, given one by one or with commas between them."""
    asked = [word for group in words for word in re.split(r"[\s,，、;；]+", group) if word]
    if not asked:
        return ()  # and load no rule: a run whose files are all in the cache needs none
    from toolkit.rules import RULES

    return tuple(dict.fromkeys(rule.code for word in asked for rule in matching(RULES, word)))


def matching(rules: Iterable[Rule], word: str) -> list[Rule]:
    """The rules of a code, a name or a family. Raises ToolkitError where there is none."""
    listed = list(rules)
    found = [rule for rule in listed if word.upper() in {rule.code, rule.family} or word == rule.name]
    if found:
        return found
    from difflib import get_close_matches

    from toolkit.errors import ToolkitError
    from toolkit.finding import Text

    known = [name for rule in listed for name in (rule.code, rule.name)]
    near = (get_close_matches(word.upper(), known, 1) or get_close_matches(word, known, 1) or [""])[0]
    raise ToolkitError(
        Text(
            zh=f"没有规则“{word}”{f'，是否指 {near}' if near else ''}；全部规则见 indicators rules。",
            en=f"There is no rule {word!r}{f', did you mean {near}' if near else ''}; see indicators rules.",
        )
    )
