"""The questions, each answered from the facts alone. What cannot be known is said to be unknown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from toolkit.excel.doctor.facts import Answer, Facts, Host, Setting, State

_RULE = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
_SIGNED_ONLY = 3
_STOPS = {"1": "blocked", "6": "warned"}
_OFF = (  # what keeps an add-in from running wherever it lies
    ("vba_off", "no-vba"),
    ("add_ins_off", "no-add-ins"),
    ("signed_add_ins_only", "signed-only"),
)


def examine(facts: Facts) -> tuple[Answer, ...]:
    """An answer to every question, in their order."""
    return tuple(question(facts) for question in QUESTIONS)


def _program(facts: Facts) -> Answer:
    """Whether there is anything that a button could be in."""
    question = "program"
    if facts.excel.there or facts.office.there:
        names = " + ".join(
            name for name, host in (("Excel", facts.excel), ("LibreOffice", facts.office)) if host.there
        )
        return Answer(question=question, state="fine", words="program.found", values={"names": names})
    return Answer(question=question, state="fault", words="program.missing")


def _add_in(facts: Facts) -> Answer:
    return _button("add-in", facts.excel, spare=facts.office)


def _extension(facts: Facts) -> Answer:
    return _button("extension", facts.office, spare=facts.excel)


def _button(question: str, host: Host, spare: Host) -> Answer:
    """Whether the button is in its program. Who has it in the other one need not have it here as well."""
    if host.button is not None:
        return Answer(
            question=question,
            state="fine",
            words=f"{question}.installed",
            values={"version": host.button.toolkit or "?"},
        )
    if not host.there:
        return Answer(question=question, state="not_applicable", words=f"{question}.no-program")
    state: State = "fine" if spare.button is not None else "fault"
    return Answer(question=question, state=state, words=f"{question}.{_ELSEWHERE[state]}")


_ELSEWHERE = {"fine": "elsewhere", "fault": "missing"}


def _python_of_excel(facts: Facts) -> Answer:
    return _python("python-of-excel", facts.excel)


def _python_of_office(facts: Facts) -> Answer:
    return _python("python-of-office", facts.office)


def _python(question: str, host: Host) -> Answer:
    """Whether the Python that the button calls can be run and has the toolkit."""
    values = {"python": host.python, "toolkit": host.answer.toolkit if host.answer else ""}
    state: State = "fault"
    if host.button is None:
        state, words = "not_applicable", "no-button"
    elif not host.python:
        words = "unnamed"
    elif host.answer is None:
        words = "gone"
    elif not host.answer.toolkit:
        words = "no-toolkit"
    else:
        state, words = "fine", "found"
    return Answer(question=question, state=state, words=f"python.{words}", values=values)


def _versions(facts: Facts) -> Answer:
    """Whether add-in and extension are as new as the toolkit that they call."""
    question, known = "versions", False
    if facts.excel.button is None and facts.office.button is None:
        return Answer(question=question, state="not_applicable", words="versions.no-button")
    for host in (facts.excel, facts.office):
        if host.button is None or host.answer is None or not (host.button.toolkit and host.answer.toolkit):
            continue
        known = True
        if host.button.toolkit != host.answer.toolkit:
            values = {"button": host.button.toolkit, "python": host.answer.toolkit}
            return Answer(question=question, state="fault", words="versions.toolkit", values=values)
    if not known:
        return Answer(question=question, state="unknown", words="versions.unknown")
    return Answer(question=question, state="fine", words="versions.equal", values={"version": facts.version})


def _xlwings(facts: Facts) -> Answer:
    """Whether the VBA in the add-in is of the xlwings that it calls: its DLL has the version in its name."""
    question, host = "xlwings", facts.excel
    if host.button is None:
        return Answer(question=question, state="not_applicable", words="xlwings.no-add-in")
    if not host.button.xlwings or host.answer is None:
        return Answer(question=question, state="unknown", words="xlwings.unknown")
    values = {"add_in": host.button.xlwings, "python": host.answer.xlwings or "—"}
    if host.answer.xlwings != host.button.xlwings:
        return Answer(question=question, state="fault", words="xlwings.differs", values=values)
    return Answer(question=question, state="fine", words="xlwings.equal", values=values)


def _resident(facts: Facts) -> Answer:
    """Whether Python is kept warm, and on Windows whether the library that does it is there."""
    question, host = "resident", facts.excel if facts.excel.button else facts.office
    if host.button is None:
        return Answer(question=question, state="not_applicable", words="resident.no-button")
    if not host.resident:
        return Answer(question=question, state="fine", words="resident.off")
    if host is facts.excel and facts.platform != "win32":
        return Answer(question=question, state="not_applicable", words="resident.windows-only")
    wanted = f"-{host.button.xlwings}.dll"
    if host is facts.excel and not any(name.endswith(wanted) for name in facts.libraries):
        values = {"library": f"xlwings64{wanted}", "python": host.python}
        return Answer(question=question, state="fault", words="resident.no-library", values=values)
    return Answer(question=question, state="fine", words="resident.on")


def _downloaded(facts: Facts) -> Answer:
    """Whether Excel takes the add-in or the workbook for one from the internet, and blocks its macros."""
    question = "downloaded"
    if facts.platform != "win32":
        return Answer(question=question, state="not_applicable", words="windows-only")
    if facts.add_in_marked:
        return Answer(question=question, state="fault", words="downloaded.add-in")
    if facts.workbook_marked:
        values = {"workbook": facts.workbook}
        return Answer(question=question, state="fault", words="downloaded.workbook", values=values)
    return Answer(question=question, state="fine", words="downloaded.no")


def _macros(facts: Facts) -> Answer:
    """Whether the settings of the Trust Center let an add-in run."""
    question = "macros"
    if facts.platform != "win32":
        return Answer(question=question, state="not_applicable", words="windows-only")
    for name, words in _OFF:
        if facts.registry.get(name) == 1:
            return Answer(question=question, state="fault", words=f"macros.{words}")
    folders_off, level = facts.registry.get("trusted_folders_off"), facts.registry.get("macros")
    if folders_off == 1 and isinstance(level, int) and level >= _SIGNED_ONLY:
        return Answer(question=question, state="fault", words="macros.no-folders")
    if facts.unread & {"macros", "trusted_folders_off", *(name for name, _ in _OFF)}:
        return Answer(question=question, state="unknown", words="macros.unread")
    return Answer(question=question, state="fine", words="macros.run")


def _child_processes(facts: Facts) -> Answer:
    """Whether Defender keeps Office from starting programs, as RunPython has to."""
    question = "child-processes"
    if facts.platform != "win32":
        return Answer(question=question, state="not_applicable", words="windows-only")
    rule = _rule(facts.registry)
    if rule in _STOPS:
        return Answer(question=question, state="fault", words=f"child-processes.{_STOPS[rule]}")
    if not rule and facts.unread & {"child_processes", "child_processes_managed"}:
        return Answer(question=question, state="unknown", words="child-processes.unread")
    return Answer(question=question, state="fine", words="child-processes.run")


def _rule(registry: Mapping[str, Setting]) -> str:
    """What is set for the rule, empty for nothing."""
    if (found := registry.get("child_processes")) is not None:
        return str(found)
    managed = str(registry.get("child_processes_managed") or "").lower()
    rules = dict(each.partition("=")[::2] for each in managed.split("|"))
    return rules.get(_RULE, "")


def _name(facts: Facts) -> Answer:
    """Whether the path of the workbook can be handed to Python as it is."""
    question, values = "name", {"workbook": facts.workbook}
    if not facts.workbook:
        return Answer(question=question, state="not_applicable", words="name.not-asked")
    if "=" in facts.workbook:
        return Answer(question=question, state="fault", words="name.equals-sign", values=values)
    return Answer(question=question, state="fine", words="name.plain", values=values)


QUESTIONS: tuple[Callable[[Facts], Answer], ...] = (
    _program,
    _add_in,
    _python_of_excel,
    _xlwings,
    _extension,
    _python_of_office,
    _versions,
    _downloaded,
    _macros,
    _child_processes,
    _resident,
    _name,
)
