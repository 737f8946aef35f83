"""The buttons of the toolbar. LibreOffice runs this in its own Python, 3.8 or later, without the toolkit.

A click is handed to the Python that ``indicators excel install`` has named, see ``indicators_relay``. All the
waiting is done in a thread, so the window stays alive.
"""

from __future__ import annotations

import os
import tempfile
import threading
from contextlib import suppress
from typing import Any

import uno
import unohelper
from com.sun.star.awt import XCallback
from com.sun.star.awt.MessageBoxType import ERRORBOX, INFOBOX
from com.sun.star.frame import XDispatch, XDispatchProvider
from com.sun.star.lang import XInitialization, XServiceInfo
from indicators_relay import Gone, Keeper, Outcome
from indicators_settings import settings

_NAME, _SERVICE = "org.indicator-toolkit.Buttons", "com.sun.star.frame.ProtocolHandler"
_PROTOCOL = "org.indicator-toolkit:"
_TITLE = "指标检查"
_BUSY = {"check": "正在检查，请稍候……", "clear": "正在清除标记……"}
_SHOWN_SECONDS = 20.0
_NOT_SET_UP = "没有找到运行检查的 Python。请先在命令行运行 indicators excel install，再重新打开 LibreOffice。"
_NOT_RUNNING = "{} 无法运行检查。请在命令行运行 indicators excel doctor 查找原因；详情已写入 {}。"
_BROKEN = "检查程序没有正常结束，不是报送表的问题。详情已写入 {}，请将该文件发给维护人员。"


class Buttons(unohelper.Base, XServiceInfo, XInitialization, XDispatchProvider, XDispatch):
    """The commands of one window."""

    def __init__(self, context: Any, *_: Any) -> None:
        self.context, self.frame = context, None

    def initialize(self, arguments: Any) -> None:
        self.frame = arguments[0] if arguments else None

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
            _line.show(self.frame, _BUSY.get(press.macro, ""))
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

    def __init__(self, context: Any, frame: Any, macro: str) -> None:
        self.context, self.frame, self.macro = context, frame, macro
        self.outcome = Outcome("done", "")

    def run(self) -> None:
        try:
            self.outcome = _outcome(self.context, self.macro, self.frame.Controller.Model)
        except Exception as fault:  # noqa: BLE001 - the last handler: nobody would hear of it
            self.outcome = Outcome("failed", _BROKEN.format(_written(repr(fault))))
        finally:
            _one_at_a_time.release()
        # A box belongs to the thread of the windows.
        name = "com.sun.star.awt.AsyncCallback"
        self.context.ServiceManager.createInstanceWithContext(name, self.context).addCallback(self, None)

    def notify(self, _data: Any) -> None:
        failed, text = self.outcome.kind != "done", self.outcome.text
        in_a_box = failed or self.macro == "about"
        _line.show(self.frame, "" if in_a_box else text, _SHOWN_SECONDS)
        if in_a_box:
            window = self.frame.ContainerWindow
            kind = ERRORBOX if failed else INFOBOX
            window.Toolkit.createMessageBox(window, kind, 1, _TITLE, text).execute()


def _outcome(context: Any, macro: str, document: Any) -> Outcome:
    known = settings()
    if not known.get("INTERPRETER"):
        return Outcome("failed", _NOT_SET_UP)
    try:
        return _keeper.press(known, uno, macro, context, document)
    except Gone as gone:
        log = _written(gone.log)
        sentence = _BROKEN.format(log) if gone.started else _NOT_RUNNING.format(known["INTERPRETER"], log)
        return Outcome("failed", sentence)
    except OSError as missing:
        return Outcome("failed", _NOT_RUNNING.format(known["INTERPRETER"], _written(repr(missing))))


def _written(trace: str) -> str:
    """A log that only this user can read; gives its path."""
    handle, name = tempfile.mkstemp(prefix="indicators-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as log:
        log.write(trace + "\n")
    return name


_one_at_a_time, _line, _keeper = threading.Lock(), StatusLine(), Keeper()
g_ImplementationHelper = unohelper.ImplementationHelper()  # noqa: N816  # the name that is looked for
g_ImplementationHelper.addImplementation(Buttons, _NAME, (_SERVICE,))
