"""The faults of an operator and of a file; the command line alone turns them into exit codes."""

from __future__ import annotations

from toolkit.finding import Text


class ToolkitError(Exception):
    """An operator's mistake, in one sentence: a wrong option, a missing path, a broken round.toml."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


class CannotOpen(ToolkitError):
    """A path of the operator's that cannot be opened, said without the words of the operating system."""

    def __init__(self, path: object, error: OSError) -> None:
        zh, en = _WHY_NOT.get(type(error), ("无法打开", "cannot be opened"))
        super().__init__(Text(f"{zh}：{path}。", f"{path} {en}."))


_WHY_NOT = {
    FileNotFoundError: ("找不到文件", "is not there"),
    IsADirectoryError: ("这是文件夹，不是文件", "is a folder, not a file"),
    NotADirectoryError: ("找不到文件", "is not there"),
    PermissionError: ("没有权限打开", "may not be opened"),
}


class UnreadableWorkbook(ToolkitError):
    """A file that cannot be read as a workbook. ``reason`` says why, ``fix`` what to do about it.

    It reaches the submitter as finding S001, never as a traceback.
    """

    def __init__(self, reason: Text, fix: Text) -> None:
        super().__init__(reason)
        self.reason = reason
        self.fix = fix


class LimitExceeded(UnreadableWorkbook):
    """A file past a safety limit; ``limit`` is the name of the setting that stopped it."""

    def __init__(self, limit: str, reason: Text, fix: Text) -> None:
        super().__init__(reason, fix)
        self.limit = limit
