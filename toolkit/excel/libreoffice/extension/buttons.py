"""The buttons of the toolbar. LibreOffice runs this in its own Python, 3.8 or later, without the toolkit.

A click starts the Python that ``indicators excel install`` has named, and lends it this office over a pipe
with a name that nobody can guess, which takes one caller and is closed behind it. All the waiting is done
in a thread, so the window stays alive.
"""

from __future__ import annotations

import csv
import os
import secrets
import subprocess
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import uno
import unohelper
from com.sun.star.awt import XCallback
from com.sun.star.awt.MessageBoxType import ERRORBOX, INFOBOX
from com.sun.star.bridge import XInstanceProvider
from com.sun.star.frame import XDispatch, XDispatchProvider
from com.sun.star.lang import XInitialization, XServiceInfo

_NAME, _SERVICE = "org.indicator-toolkit.Buttons", "com.sun.star.frame.ProtocolHandler"
_PROTOCOL = "org.indicator-toolkit:"
_SETTINGS = Path("~", ".indicators", "libreoffice.conf")
_SETTING = "INTERPRETER"
_PROGRAM = "from toolkit.excel.libreoffice.pressed import main; main()"
_TITLE = "指标检查"
_BUSY = {"check": "正在检查，请稍候……", "clear": "正在清除标记……"}
_SHOWN_SECONDS = 20.0
_NOT_SET_UP = (
    "没有找到运行检查的 Python。请先在命令行运行 indicators excel install，再重新打开 LibreOffice。"
)
_BROKEN = "检查程序没有正常结束，不是报送表的问题。详情已写入 {}，请将该文件发给维护人员。"
# What an office sets for its own Python would lead ours astray.
_OF_THE_OFFICE = ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP")


class Outcome(NamedTuple):
    """What is told in the end, and whether something went wrong."""

    text: str
    failed: bool


class Buttons(unohelper.Base, XServiceInfo, XInitialization, XDispatchProvider, XDispatch):
    """The commands of one window."""

    def __init__(self, context: Any, *_: Any) -> None:
        self.context, self.frame = context, None

    def initialize(self, arguments: Any) -> None:
        self.frame = arguments[0]

    def queryDispatch(self, url: Any, _target: str, _flags: int) -> Any:
        return self if url.Protocol == _PROTOCOL else None

    def queryDispatches(self, requests: Any) -> Any:
        return tuple(self.queryDispatch(each.FeatureURL, "", 0) for each in requests)

    def addStatusListener(self, listener: Any, url: Any) -> None:
        """Nothing changes: a button can always be pressed."""

    def removeStatusListener(self, listener: Any, url: Any) -> None:
        """See above."""

    def dispatch(self, url: Any, _arguments: Any) -> None:
        if _one_at_a_time.acquire(blocking=False):
            press = Press(self.context, self.frame, url.Path)
            _line.show(self.frame, _BUSY.get(press.action, ""))
            threading.Thread(target=press.run, daemon=True).start()

    def getImplementationName(self) -> str:
        return _NAME

    def supportsService(self, name: str) -> bool:
        return name == _SERVICE

    def getSupportedServiceNames(self) -> Any:
        return (_SERVICE,)


class StatusLine:
    """The one line that is shown; it makes way after some seconds, or for the next one."""

    def __init__(self) -> None:
        self._indicator: Any = None

    def show(self, frame: Any, text: str, seconds: float = 0) -> None:
        self.clear()
        if text:
            self._indicator = frame.createStatusIndicator()
            self._indicator.start(text, 0)
        if seconds:
            timer = threading.Timer(seconds, self.clear, [self._indicator])
            timer.daemon = True
            timer.start()

    def clear(self, only: Any = None) -> None:
        if self._indicator is not None and only in (None, self._indicator):
            # Its window may be closed by now.
            with suppress(Exception):
                self._indicator.end()
            self._indicator = None


class Press(unohelper.Base, XCallback):
    """One press of a button, from the start of our Python to what is told in the end."""

    def __init__(self, context: Any, frame: Any, action: str) -> None:
        self.context, self.frame, self.action = context, frame, action
        self.outcome = Outcome("", failed=False)

    def run(self) -> None:
        try:
            self.outcome = _outcome(self.context, self.action, self.frame.Controller.Model.RuntimeUID)
        except Exception as fault:  # the last handler: nobody would hear of it
            self.outcome = _broken(repr(fault))
        finally:
            _one_at_a_time.release()
        # A box belongs to the thread of the windows.
        callback = self.context.ServiceManager.createInstanceWithContext(
            "com.sun.star.awt.AsyncCallback", self.context
        )
        callback.addCallback(self, None)

    def notify(self, _data: Any) -> None:
        text, failed = self.outcome
        _line.show(self.frame, "" if failed or self.action == "about" else text, _SHOWN_SECONDS)
        if failed or self.action == "about":
            window = self.frame.ContainerWindow
            kind = ERRORBOX if failed else INFOBOX
            window.Toolkit.createMessageBox(window, kind, 1, _TITLE, text).execute()


class Lender(unohelper.Base, XInstanceProvider):
    """Gives the caller this office, by whatever name it asks."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def getInstance(self, _name: str) -> Any:
        return self.context


def _outcome(context: Any, action: str, document: str) -> Outcome:
    python = _python()
    if not python:
        return Outcome(_NOT_SET_UP, failed=True)
    pipe = f"pipe,name=indicators{secrets.token_hex(16)}"
    acceptor = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.connection.Acceptor", context
    )
    lending = threading.Thread(target=_lend, args=(context, acceptor, pipe), daemon=True)
    lending.start()
    try:
        command = [python, "-E", "-P", "-X", "utf8", "-c", _PROGRAM, action, pipe, document, _bridge()]
        done = subprocess.run(command, **_surroundings())  # noqa: PLW1510, S603  # the user's own Python
    finally:
        acceptor.stopAccepting()
        lending.join(5)
    told, fault = done.stdout.strip(), done.stderr.strip()
    if done.returncode == 0:
        return Outcome(told, failed=False)
    return _broken(fault) if not fault or "\n" in fault else Outcome(fault, failed=True)


def _lend(context: Any, acceptor: Any, pipe: str) -> None:
    """Take one caller. Where none comes the acceptor is stopped, and says so with an exception."""
    with suppress(Exception):
        connection = acceptor.accept(pipe)
        acceptor.stopAccepting()
        if connection is not None:
            factory = context.ServiceManager.createInstanceWithContext(
                "com.sun.star.bridge.BridgeFactory", context
            )
            factory.createBridge("", "urp", connection, Lender(context))


def _python() -> str:
    """The Python that the user has named: settings of his own, which no workbook can reach."""
    try:
        with _SETTINGS.expanduser().open(encoding="utf-8", newline="") as lines:
            return next((value for name, value in csv.reader(lines) if name == _SETTING), "")
    except (OSError, ValueError):
        return ""


def _bridge() -> str:
    """The folder of this office's bridge, for a Python that has none of its own."""
    return os.path.dirname(os.path.abspath(uno.__file__))  # noqa: PTH100, PTH120  # may be a link


def _surroundings() -> dict[str, Any]:
    environment = {name: value for name, value in os.environ.items() if name not in _OF_THE_OFFICE}
    no_console = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    return {
        "capture_output": True,
        "creationflags": no_console,
        "cwd": str(Path.home()),
        "encoding": "utf-8",
        "env": environment,
        "errors": "replace",
        "stdin": subprocess.DEVNULL,
    }


def _broken(trace: str) -> Outcome:
    handle, name = tempfile.mkstemp(prefix="indicators-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as log:
        log.write(trace + "\n")
    return Outcome(_BROKEN.format(name), failed=True)


_one_at_a_time, _line = threading.Lock(), StatusLine()
g_ImplementationHelper = unohelper.ImplementationHelper()  # noqa: N816  # the name that is looked for
g_ImplementationHelper.addImplementation(Buttons, _NAME, (_SERVICE,))
