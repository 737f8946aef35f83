"""``indicators excel``: the add-in for Excel, built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolkit.cli import options
from toolkit.cli.faults import ExitCode, guarded, tell

if TYPE_CHECKING:
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

    try:
        from toolkit.excel.build import ADD_IN_NAME, add_in

        content = add_in()
    except ModuleNotFoundError as missing:
        raise mistake(
            f"缺少 {missing.name}，请先安装：pip install 'indicator-toolkit[excel]'。",
            f"{missing.name} is missing: pip install 'indicator-toolkit[excel]'.",
        ) from missing
    place = Path(output) / ADD_IN_NAME
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    except OSError as error:
        reason = error.strerror
        raise mistake(f"无法写入 {place}：{reason}。", f"Cannot write {place}: {reason}.") from error
    tell(Text(zh=f"已生成 {place}。", en=f"Wrote {place}."), lang)
    return ExitCode.CLEAN
