"""What is wrong with a command line, in one sentence: click's own words are English only."""

from __future__ import annotations

import click

from toolkit.finding import Text


def explained(error: click.ClickException) -> Text:
    """The mistake in both languages, with where to look."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "indicators"
    en = f"{error.format_message().rstrip('.')}; see {path} --help."
    return Text(zh=f"{_chinese(error)}；用法见 {path} --help。", en=en)


def _chinese(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            return f"没有选项 {error.option_name}{_meant(error.possibilities)}"
        case click.exceptions.NoSuchCommand():
            return f"没有命令 {error.command_name}{_meant(error.possibilities)}"
        case click.MissingParameter():
            return f"缺少{_named(error.param)}{_choices(error.param)}"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 后面要写一个值"
        case click.BadParameter():
            return f"{_named(error.param)} 的值有误{_choices(error.param) or f'（{error.message}）'}"
    if "unexpected extra argument" in error.message:
        return f"多写了内容（{error.message.partition('(')[2].rstrip(').')}）；名称中有空格的要加引号"
    return f"命令写法有误（{error.format_message()}）"


def _meant(near: list[str] | None) -> str:
    return f"，是否指 {near[0]}" if near else ""


def _named(parameter: click.Parameter | None) -> str:
    if isinstance(parameter, click.Option):
        return f"选项 {parameter.opts[-1]}"
    wanted = {
        "paths": "文件或文件夹，例如 报送表.xlsx",
        "code": "规则代码，例如 A006",
        "folder": "文件夹，例如 收件箱",
        "unit": "填报单位，例如 西城区",
    }
    name = parameter.name if parameter else None
    return wanted.get(name or "", f"参数 {name}")


def _choices(parameter: click.Parameter | None) -> str:
    kind = parameter.type if parameter else None
    if isinstance(kind, click.Choice):
        return f"，可以是 {'、'.join(map(str, kind.choices))}"
    if isinstance(kind, click.IntRange):
        return f"，应为不小于 {kind.min} 的整数"
    return ""
