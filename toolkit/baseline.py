"""A former report, against which a new one tells only its news."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any, NamedTuple, TypeAlias

from toolkit.errors import CannotOpen, ToolkitError
from toolkit.finding import FileReport, Text

Fingerprints: TypeAlias = frozenset[str]
_NONE: Fingerprints = frozenset()


class _File(NamedTuple):
    path: str
    unit: str | None
    fingerprints: Fingerprints


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The fingerprints of a former report, file by file.

    A file is found again by its path, its name or its reporting unit, in this order; a name or a
    unit that two files share tells nothing. ``alone`` is what one file was compared with another.
    """

    by_path: Mapping[str, Fingerprints]
    by_name: Mapping[str, Fingerprints]
    by_unit: Mapping[str, Fingerprints]
    alone: Fingerprints = _NONE

    def only_new(self, report: FileReport) -> FileReport:
        """The report without the findings that were there before; their fingerprints are ``known``.

        The verdict stays: it is on the submission, not on its news.
        """
        before = self._of(report)
        known = tuple(each.fingerprint for each in report.findings if each.fingerprint in before)
        news = tuple(each for each in report.findings if each.fingerprint not in before)
        return replace(report, findings=news, known=known)

    def _of(self, report: FileReport) -> Fingerprints:
        for files, key in (
            (self.by_path, report.path),
            (self.by_name, PurePath(report.path).name),
            (self.by_unit, report.unit),
        ):
            if key is not None and key in files:
                return files[key]
        return self.alone


def load_baseline(path: Path, *, one_file: bool = False) -> Baseline:
    """The former report at ``path``, in JSON. Raises ToolkitError for a file that is none.

    ``one_file``: one file is being checked, so that a report on one file is about it, whatever its name.
    """
    files = _files(path)
    return Baseline(
        by_path={file.path: file.fingerprints for file in files},
        by_name=_unshared((PurePath(file.path).name, file.fingerprints) for file in files),
        by_unit=_unshared((file.unit, file.fingerprints) for file in files if file.unit),
        alone=files[0].fingerprints if one_file and len(files) == 1 else _NONE,
    )


def _files(path: Path) -> list[_File]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        return [_file(entry) for entry in document["files"]]
    except OSError as error:
        raise CannotOpen(path, error) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ToolkitError(
            Text(
                zh=f"{path} 不是检查报告，请指定用 --format json 存下的报告。",
                en=f"{path} is no report: name one that --format json wrote.",
            )
        ) from error


def _file(entry: Mapping[str, Any]) -> _File:
    found = (finding["fingerprint"] for finding in entry["findings"])
    return _File(str(entry["path"]), entry["unit"], frozenset((*found, *entry.get("known", ()))))


def _unshared(pairs: Iterable[tuple[str, Fingerprints]]) -> dict[str, Fingerprints]:
    listed = list(pairs)
    shared = Counter(key for key, _ in listed)
    return {key: found for key, found in listed if shared[key] == 1}
