"""``indicators excel``: the add-in for Excel, built and put in its place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from toolkit.cli import options
from toolkit.cli.excel_doctor import doctor
from toolkit.cli.faults import ExitCode, guarded, tell

if TYPE_CHECKING:
    from toolkit.errors import ToolkitError
    from toolkit.excel.extension_place import Office
    from toolkit.excel.install import Places
    from toolkit.finding import Language


@click.group(help="Excel 里的检查按钮。\n\nThe button in Excel.")
def excel() -> None:
    """The group of commands for Excel."""


excel.add_command(doctor)


@excel.command(
    short_help="生成加载项、扩展和带按钮的模板 Build add-in, extension and template.",
    help="生成 Excel 加载项 indicators.xlam、LibreOffice 扩展 indicators.oxt 和带按钮的模板 .xlsm，"
    "每次生成的文件完全相同。\n\n"
    "Build the add-in indicators.xlam, the extension indicators.oxt for LibreOffice and a template "
    "with buttons; always the same bytes.",
)
@click.option(
    "--output", "-o", "output", default=".", show_default=True, help="写到哪个文件夹 The folder to write to."
)
@click.option("--schema", metavar="NAME|FILE.py", help="模板的表样 The template's form; see template build.")
@click.option(
    "--issue",
    type=click.Path(),
    metavar="FILE",
    help="模板下发的指标，不写则用自带的例子 What it issues; without it, the bundled example.",
)
@options.language
@guarded
def build(*, output: str, schema: str | None, issue: str | None, lang: Language) -> int:
    """Writes both into a folder."""
    from pathlib import Path

    from toolkit.cli.paths import mistake
    from toolkit.excel.extension import EXTENSION_NAME, extension
    from toolkit.finding import Text

    made = {"indicators.xlam": _add_in(), EXTENSION_NAME: extension(), **_template(schema, issue)}
    for name, content in made.items():
        place = Path(output) / name
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        except OSError as error:
            reason = error.strerror
            raise mistake(f"无法写入 {place}：{reason}。", f"Cannot write {place}: {reason}.") from error
        tell(Text(zh=f"已生成 {place}。", en=f"Wrote {place}."), lang)
    return ExitCode.CLEAN


@excel.command(
    name="install",
    help="把按钮装进 Excel 和 LibreOffice，重开后生效。\n\nInstall the buttons in Excel and LibreOffice.",
)
@click.option(
    "--resident/--no-resident",
    default=True,
    show_default=True,
    help="两次点击之间 Python 不退出（Windows、LibreOffice） "
    "Keep Python between clicks, on Windows and in LibreOffice.",
)
@options.language
@guarded
def install_(*, resident: bool, lang: Language) -> int:
    """Puts the add-in into the folder that Excel starts from, and the extension into LibreOffice."""
    import os
    import sys

    from toolkit.excel.bytecode import compile_all
    from toolkit.excel.extension_place import install_extension
    from toolkit.excel.install import install
    from toolkit.finding import Text

    excel_place, office_place = _excel(), _office()
    if excel_place is None and office_place is None:
        raise _nowhere()
    if excel_place is not None:
        install(excel_place, _add_in(), sys.executable, resident=resident)
        zh = f"已装好 {excel_place.add_in}，重新打开 Excel 即可使用。"
        tell(Text(zh=zh, en=f"Installed {excel_place.add_in}: start Excel anew."), lang)
    if office_place is not None:
        install_extension(office_place, sys.executable, resident=resident)
        zh = "扩展已装进 LibreOffice，重新打开后工具栏上有“检查”等按钮。"
        tell(Text(zh=zh, en="The extension is in LibreOffice: start it anew for the toolbar."), lang)
    compile_all(sys.executable, os.environ)
    return ExitCode.CLEAN


@excel.command(
    name="uninstall",
    help="从 Excel 和 LibreOffice 卸下按钮。\n\nTake the buttons out of Excel and LibreOffice.",
)
@options.language
@guarded
def uninstall_(*, lang: Language) -> int:
    """Takes add-in, extension and their settings away."""
    from toolkit.excel.extension_place import uninstall_extension
    from toolkit.excel.install import uninstall
    from toolkit.finding import Text

    excel_place, office_place = _excel(), _office()
    if excel_place is None and office_place is None:
        raise _nowhere()
    were = [excel_place is not None and uninstall(excel_place)]
    were.append(office_place is not None and uninstall_extension(office_place))
    gone = Text(zh="按钮已卸下。", en="The buttons are gone.")
    none = Text(zh="没有装过按钮。", en="The buttons were not installed.")
    tell(gone if any(were) else none, lang)
    return ExitCode.CLEAN


def _nowhere() -> ToolkitError:
    from toolkit.cli.paths import mistake

    return mistake(
        "这台电脑上没有 Excel 也没有 LibreOffice，按钮无处可装；请改用 indicators check 文件.xlsx。",
        "There is neither Excel nor LibreOffice on this computer: use indicators check FILE.xlsx.",
    )


def _office() -> Office | None:
    import os
    import sys
    from pathlib import Path

    from toolkit.excel.extension_place import office

    return office(sys.platform, os.environ, Path.home())


def _excel() -> Places | None:
    import os
    import sys
    from pathlib import Path

    from toolkit.excel.install import places

    return places(sys.platform, os.environ, Path.home()) if sys.platform in {"win32", "darwin"} else None


def _add_in() -> bytes:
    with _installed():
        from toolkit.excel.build import add_in

        return add_in()


def _template(schema: str | None, issue: str | None) -> dict[str, bytes]:
    """The template with buttons by the name of its file. Raises ToolkitError for what cannot be used."""
    from pathlib import Path

    from toolkit.cli.paths import mistake
    from toolkit.template.recipe import ingredients, sample

    if (schema is None) != (issue is None):
        raise mistake(
            "--schema 和 --issue 要么都写，要么都不写。", "--schema and --issue go together, or neither."
        )
    with _installed():
        from toolkit.excel.build import template_with_buttons

        form, issued = ingredients(schema, Path(issue)) if schema and issue else ingredients(*sample())
        return {f"{issued.id}.xlsm": template_with_buttons(form, issued)}


@contextmanager
def _installed() -> Iterator[None]:
    """Says which package is missing. Raises ToolkitError where what builds the files is not installed."""
    from toolkit.cli.paths import mistake

    try:
        yield
    except ModuleNotFoundError as missing:
        raise mistake(
            f"缺少 {missing.name}，请先安装：pip install 'indicator-toolkit[excel]'。",
            f"{missing.name} is missing: pip install 'indicator-toolkit[excel]'.",
        ) from missing
