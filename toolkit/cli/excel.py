"""``indicators excel``: the add-in for Excel, built and put in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolkit.cli import options
from toolkit.cli.faults import ExitCode, guarded, tell

if TYPE_CHECKING:
    from toolkit.excel.install import Places
    from toolkit.finding import Language


@click.group(help="Excel 里的检查按钮。\n\nThe button in Excel.")
def excel() -> None:
    """The group of commands for Excel."""


@excel.command(help="生成加载项 indicators.xlam。\n\nBuild the add-in indicators.xlam.")
@click.option(
    "--output", "-o", "output", default=".", show_default=True, help="写到哪个文件夹 The folder to write to."
)
@options.language
@guarded
def build(*, output: str, lang: Language) -> int:
    """Writes the add-in into a folder; the same bytes every time."""
    from pathlib import Path

    from toolkit.cli.paths import mistake
    from toolkit.finding import Text

    content = _add_in()
    place = Path(output) / "indicators.xlam"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    except OSError as error:
        reason = error.strerror
        raise mistake(f"无法写入 {place}：{reason}。", f"Cannot write {place}: {reason}.") from error
    tell(Text(zh=f"已生成 {place}。", en=f"Wrote {place}."), lang)
    return ExitCode.CLEAN


@excel.command(name="install", help="把加载项装进 Excel，重开后生效。\n\nInstall the add-in for Excel.")
@options.language
@guarded
def install_(*, lang: Language) -> int:
    """Puts the add-in into the folder that Excel starts from."""
    import sys

    from toolkit.excel.install import install
    from toolkit.finding import Text

    where = _places()
    install(where, _add_in(), sys.executable)
    zh = f"已装好 {where.add_in}，重新打开 Excel 即可使用。"
    tell(Text(zh=zh, en=f"Installed {where.add_in}: start Excel anew."), lang)
    return ExitCode.CLEAN


@excel.command(name="uninstall", help="从 Excel 卸下加载项。\n\nTake the add-in out of Excel.")
@options.language
@guarded
def uninstall_(*, lang: Language) -> int:
    """Takes the add-in and its settings away."""
    from toolkit.excel.install import uninstall
    from toolkit.finding import Text

    gone = Text(zh="加载项已卸下。", en="The add-in is gone.")
    none = Text(zh="没有装过加载项。", en="The add-in was not installed.")
    tell(gone if uninstall(_places()) else none, lang)
    return ExitCode.CLEAN


def _places() -> Places:
    import os
    import sys
    from pathlib import Path

    from toolkit.excel.install import places

    return places(sys.platform, os.environ, Path.home())


def _add_in() -> bytes:
    """The bytes of the add-in. Raises ToolkitError where what builds it is not installed."""
    from toolkit.cli.paths import mistake

    try:
        from toolkit.excel.build import add_in

        return add_in()
    except ModuleNotFoundError as missing:
        raise mistake(
            f"缺少 {missing.name}，请先安装：pip install 'indicator-toolkit[excel]'。",
            f"{missing.name} is missing: pip install 'indicator-toolkit[excel]'.",
        ) from missing
