"""Every question on computers that are described, Windows first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from toolkit.excel.doctor.facts import Answer, Facts, Host, State, Versions
from toolkit.excel.doctor.questions import QUESTIONS, examine
from toolkit.excel.doctor.report import _words, as_document, as_lines, is_healthy
from toolkit.finding import Language

BUILT = Versions("1.0", "0.37.8")
EXCEL = Host(there=True, button=BUILT, python=r"C:\Python\python.exe", answer=BUILT, resident=True)
OFFICE = Host(there=True, button=Versions("1.0"), python="/venv/bin/python", answer=BUILT)
WINDOWS = Facts(
    platform="win32",
    version="1.0",
    excel=EXCEL,
    office=Host(there=False),
    workbook=r"C:\报送\西城区.xlsx",
    libraries=frozenset({"xlwings64-0.37.8.dll", "xlwings32-0.37.8.dll"}),
)
LINUX = Facts(platform="linux", version="1.0", office=OFFICE)
GUID = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"


def on_windows(**changed: Any) -> Facts:  # noqa: ANN401  # any fact
    return replace(WINDOWS, **changed)


def excel(**changed: Any) -> Facts:  # noqa: ANN401
    return replace(WINDOWS, excel=replace(EXCEL, **changed))


def office(**changed: Any) -> Facts:  # noqa: ANN401
    return replace(LINUX, office=replace(OFFICE, **changed))


def registry(unread: str = "", **values: int | str) -> Facts:
    return on_windows(registry=values, unread=frozenset(unread.split()))


CASES: list[tuple[str, Facts, State, str]] = [
    ("program", WINDOWS, "fine", "program.found"),
    ("program", Facts(platform="linux", version="1.0"), "fault", "program.missing"),
    ("add-in", WINDOWS, "fine", "add-in.installed"),
    ("add-in", excel(button=None), "fault", "add-in.missing"),
    ("add-in", replace(excel(button=None), office=OFFICE), "fine", "add-in.elsewhere"),
    ("add-in", LINUX, "not_applicable", "add-in.no-program"),
    ("extension", LINUX, "fine", "extension.installed"),
    ("extension", office(button=None), "fault", "extension.missing"),
    ("extension", on_windows(office=Host(there=True)), "fine", "extension.elsewhere"),
    ("extension", WINDOWS, "not_applicable", "extension.no-program"),
    ("python-of-excel", WINDOWS, "fine", "python.found"),
    ("python-of-excel", excel(button=None), "not_applicable", "python.no-button"),
    ("python-of-excel", excel(python=""), "fault", "python.unnamed"),
    ("python-of-excel", excel(answer=None), "fault", "python.gone"),
    ("python-of-excel", excel(answer=Versions()), "fault", "python.no-toolkit"),
    ("python-of-office", LINUX, "fine", "python.found"),
    ("python-of-office", office(answer=None), "fault", "python.gone"),
    ("xlwings", WINDOWS, "fine", "xlwings.equal"),
    ("xlwings", excel(answer=Versions("1.0", "0.37.6")), "fault", "xlwings.differs"),
    ("xlwings", excel(answer=Versions("1.0")), "fault", "xlwings.differs"),
    ("xlwings", excel(button=Versions("1.0")), "unknown", "xlwings.unknown"),
    ("xlwings", excel(answer=None), "unknown", "xlwings.unknown"),
    ("xlwings", LINUX, "not_applicable", "xlwings.no-add-in"),
    ("versions", WINDOWS, "fine", "versions.equal"),
    ("versions", excel(answer=Versions("1.1", "0.37.8")), "fault", "versions.toolkit"),
    ("versions", office(button=Versions("0.9")), "fault", "versions.toolkit"),
    ("versions", office(button=Versions()), "unknown", "versions.unknown"),
    ("versions", office(button=None), "not_applicable", "versions.no-button"),
    ("downloaded", WINDOWS, "fine", "downloaded.no"),
    ("downloaded", on_windows(add_in_marked=True), "fault", "downloaded.add-in"),
    ("downloaded", on_windows(workbook_marked=True), "fault", "downloaded.workbook"),
    ("downloaded", LINUX, "not_applicable", "windows-only"),
    ("macros", WINDOWS, "fine", "macros.run"),
    ("macros", registry(vba_off=1), "fault", "macros.no-vba"),
    ("macros", registry(add_ins_off=1), "fault", "macros.no-add-ins"),
    ("macros", registry(signed_add_ins_only=1), "fault", "macros.signed-only"),
    ("macros", registry(macros=4, trusted_folders_off=1), "fault", "macros.no-folders"),
    ("macros", registry(macros=4), "fine", "macros.run"),
    ("macros", registry(macros=2, trusted_folders_off=1), "fine", "macros.run"),
    ("macros", registry("vba_off"), "unknown", "macros.unread"),
    ("macros", registry("vba_off", add_ins_off=1), "fault", "macros.no-add-ins"),
    ("macros", LINUX, "not_applicable", "windows-only"),
    ("child-processes", WINDOWS, "fine", "child-processes.run"),
    ("child-processes", registry(child_processes="1"), "fault", "child-processes.blocked"),
    ("child-processes", registry(child_processes=6), "fault", "child-processes.warned"),
    ("child-processes", registry(child_processes="2"), "fine", "child-processes.run"),
    (
        "child-processes",
        registry(child_processes_managed=f"b2b3f03d-6a65-4f7b-a9c7-1c7ef74a9ba4=2|{GUID.upper()}=1"),
        "fault",
        "child-processes.blocked",
    ),
    ("child-processes", registry(child_processes_managed=f"{GUID}=0"), "fine", "child-processes.run"),
    ("child-processes", registry("child_processes"), "unknown", "child-processes.unread"),
    ("child-processes", LINUX, "not_applicable", "windows-only"),
    ("resident", WINDOWS, "fine", "resident.on"),
    ("resident", excel(resident=False), "fine", "resident.off"),
    ("resident", on_windows(libraries=frozenset({"xlwings64-0.37.6.dll"})), "fault", "resident.no-library"),
    ("resident", replace(WINDOWS, platform="darwin"), "not_applicable", "resident.windows-only"),
    ("resident", office(resident=True), "fine", "resident.on"),
    ("resident", office(button=None), "not_applicable", "resident.no-button"),
    ("name", WINDOWS, "fine", "name.plain"),
    ("name", on_windows(workbook=r"C:\报送\西城区=终稿.xlsx"), "fault", "name.equals-sign"),
    ("name", LINUX, "not_applicable", "name.not-asked"),
]
NAMES = [f"{number} {case[0]}: {case[3]}" for number, case in enumerate(CASES)]
FAULTS = [case for case in CASES if case[2] == "fault"]


def answered(question: str, facts: Facts) -> Answer:
    (answer,) = (answer for answer in examine(facts) if answer.question == question)
    return answer


@pytest.mark.parametrize(("question", "facts", "state", "words"), CASES, ids=NAMES)
def test_answers(question: str, facts: Facts, state: State, words: str) -> None:
    answer = answered(question, facts)
    assert (answer.state, answer.words) == (state, words)


def test_a_healthy_computer_has_no_fault() -> None:
    assert len(examine(WINDOWS)) == len(QUESTIONS)
    assert is_healthy(examine(WINDOWS))
    assert is_healthy(examine(LINUX))


def keys() -> Iterator[str]:
    for section, entries in _words().items():
        if section != "titles":
            yield from [section] if "zh" in entries else (f"{section}.{name}" for name in entries)


def test_every_text_is_used_and_every_question_has_a_title() -> None:
    assert {words for *_, words in CASES} == set(keys())
    assert {answer.question for answer in examine(WINDOWS)} == set(_words()["titles"])


@pytest.mark.parametrize(("question", "facts", "state", "words"), FAULTS, ids=range(len(FAULTS)))
def test_a_fault_says_how_to_mend_it(question: str, facts: Facts, state: State, words: str) -> None:
    document: Any = as_document([answered(question, facts)], "1.0")
    (entry,) = document["answers"]
    assert (entry["state"], entry["answer"], document["healthy"]) == (state, words, False)
    for text in (entry["message"], entry["fix"]):
        assert set(text) == {"zh", "en"}
        assert all(text.values())
        assert text["zh"].endswith("。")
    assert entry["example"]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "zh",
            [
                "× Excel 加载项（有问题）：没有安装加载项，Excel 里看不到检查按钮。",
                "    处理：安装后重新打开 Excel。",
                "    例如：indicators excel install",
                "共发现 1 个问题。",
            ],
        ),
        (
            "en",
            [
                "× Add-in for Excel (fault): The add-in is not installed, so Excel shows no button.",
                "    Mend: Install it and start Excel anew.",
                "    Example: indicators excel install",
                "Problems found: 1.",
            ],
        ),
    ],
)
def test_lines(language: Language, lines: list[str]) -> None:
    assert list(as_lines([answered("add-in", excel(button=None))], language)) == lines
