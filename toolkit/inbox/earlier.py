"""Where the submissions before these are: a file that is named, a folder, or the round before this one.

A round's register says which file of a unit counted; without one its newest file does.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from toolkit.check import Settings, form_headings
from toolkit.errors import ToolkitError
from toolkit.examine import read_submission
from toolkit.finding import Text
from toolkit.header import Heading, fold
from toolkit.inbox.folder import Look, look
from toolkit.inbox.received import content_of
from toolkit.previous import Source, Sources
from toolkit.reporting_period import Period
from toolkit.roster import Roster
from toolkit.round import Round, load_round
from toolkit.round_files import FILE_NAME, find_round
from toolkit.rules import known_words


class Search(NamedTuple):
    """What is looked for: tables of this form, units of this list, and none of the files checked ``now``.

    ``register`` is one that several rounds share.
    """

    headings: tuple[Heading, ...]
    roster: Roster
    now: Collection[Path]
    register: str | None = None


def beside(
    settings: Settings, now: Collection[Path], previous: str | None = None, register: str | None = None
) -> Settings:
    """The same check beside the submissions at ``previous``, or else those of the round before.

    Raises ToolkitError as ``earlier`` does.
    """
    place = Path(previous) if previous else settings.round.previous if settings.round else None
    if place is None:
        return settings
    roster = settings.round.roster if settings.round else Roster()
    search = Search(form_headings(settings), roster, now, register)
    return replace(settings, previous=earlier(place, search))


def earlier(place: Path, search: Search) -> Sources:
    """The former submissions at a place: a workbook, a folder, or a ``round.toml``.

    Raises ToolkitError for a place that is not there, and for a file without such a table.
    """
    if (place / FILE_NAME).is_file():
        place /= FILE_NAME
    if place.suffix == ".toml" and place.is_file():
        return Sources(by_unit=_of_round(load_round(place, known_words()), place.resolve(), search))
    if place.is_dir():
        return Sources(by_unit=_newest(look(place), _period_at(place), search))
    content = content_of(place)
    if content is None:
        raise ToolkitError(Text(f"找不到上次的报送表 {place}。", f"There is no previous submission {place}."))
    submission = read_submission(place, search.headings, roster=search.roster)
    if not submission.tables:
        raise ToolkitError(Text(f"{place} 不是这种表样的报送表。", f"{place} is no submission of this form."))
    source = Source(place, content, _period_at(place))
    if len(search.now) == 1:
        return Sources(alone=source)
    unit = submission.unit and _name(submission.unit, search.roster)
    return Sources(by_unit={unit: source} if unit else {})


def _of_round(former: Round, path: Path, search: Search) -> dict[str, Source]:
    files = {each: stamp for each, stamp in look(path.parent).items() if _belongs(each, path)}
    counted = _counted(former, path.parent, search.register)
    if not counted:
        return _newest(files, former.period, search._replace(roster=search.roster or former.roster))
    return {
        _name(unit, search.roster): Source(each, content, former.period)
        for each in files
        if (content := content_of(each)) is not None
        for unit in counted.get(content, ())
    }


def _belongs(path: Path, round_file: Path) -> bool:
    """Whether a file is of this round and of none that has a folder of its own inside it."""
    nearest = find_round(path)
    return round_file.name != FILE_NAME or nearest is None or nearest.resolve() == round_file


def _counted(former: Round, folder: Path, register: str | None) -> dict[str, list[str]]:
    """By content the units whose submission counted in a round, as a register has it."""
    from toolkit.inbox.register import open_register

    own = folder / "register.db"
    for place in (register, str(own) if own.is_file() else None):
        found: dict[str, list[str]] = {}
        for received, _ in open_register(place).newest(former.name) if place else ():
            if received.unit:
                found.setdefault(received.content, []).append(received.unit)
        if found:
            return found
    return {}


def _newest(files: Look, period: Period | None, search: Search) -> dict[str, Source]:
    """The newest file of every unit, each read for what it says of its unit."""
    checked = {path.resolve() for path in search.now}
    found: dict[str, Source] = {}
    for path in sorted(files, key=lambda path: (files[path].written, str(path))):
        if path.resolve() not in checked:
            unit, content = _unit_of(path, search), content_of(path)
            if unit and content:
                found[unit] = Source(path, content, period)
    return found


def _unit_of(path: Path, search: Search) -> str | None:
    submission = read_submission(path, search.headings, roster=search.roster)
    return _name(submission.unit, search.roster) if submission.unit and submission.tables else None


def _name(unit: str, roster: Roster) -> str:
    known = roster.called(unit)
    return fold(known.name if known else unit)


def _period_at(place: Path) -> Period | None:
    found = find_round(place)
    return load_round(found, known_words()).period if found else None
