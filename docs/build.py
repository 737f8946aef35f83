"""Writes what is made from the code: a page for each rule, the tables in the README, the help texts.

``pages()`` is the whole of it; a test compares it with the files, so that none can fall behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import click

from toolkit.cli.main import commands
from toolkit.finding import Text
from toolkit.reporters.catalogue import generic
from toolkit.reporters.style import SEVERITIES
from toolkit.rules import all_rules
from toolkit.rules.model import AnyExample, Example, IntakeExample, Rule, TableExample

ROOT = Path(__file__).parents[1]
RULES = ROOT / "docs" / "rules"
SAMPLE = ROOT / "examples" / "xicheng-2017-h1" / "check.txt"
SAMPLE_ROW = "第 29 行"
FAMILIES = {
    "S": Text(zh="表格结构", en="structure"),
    "T": Text(zh="年度目标", en="target"),
    "A": Text(zh="完成情况", en="actual"),
    "P": Text(zh="百分比", en="percentage"),
    "C": Text(zh="前后一致", en="consistency"),
    "N": Text(zh="文字表述", en="narrative"),
    "D": Text(zh="时间", en="time"),
    "X": Text(zh="模板", en="template"),
}
REQUIREMENTS = {
    "workbook": Text(zh="文件能打开", en="a readable file"),
    "table": Text(zh="找到表头", en="a header row"),
    "task": Text(zh="有“绩效任务”列", en="the task column"),
    "target": Text(zh="有“年度目标”列", en="the target column"),
    "progress": Text(zh="有“进展情况”列", en="the progress column"),
    "period": Text(zh="已知填报期间", en="the reporting period"),
    "indicator_id": Text(zh="有“指标编号”列", en="the column of ids"),
    "target_value": Text(zh="有“目标值”列", en="the column of target values"),
    "previous": Text(zh="有上次的报送表", en="the previous submission"),
    "units": Text(zh="本轮有填报单位名单", en="a list of units in the round"),
    "deadline": Text(zh="本轮有截止时间", en="a deadline"),
    "unit": Text(zh="有“计量单位”列", en="the column of units"),
    "actual_value": Text(zh="有“本期完成值”列", en="the column of actual values"),
    "completion": Text(zh="有“完成率”列", en="the column of completion rates"),
    "template": Text(zh="给出下发的模板", en="the issued template"),
    "guards": Text(zh="文件格式保留保护和数据验证", en="protection and validations in the file format"),
    "formats": Text(zh="文件格式保留数字格式", en="number formats in the file format"),
    "formulas": Text(zh="文件格式保留公式", en="formulas in the file format"),
    "errors": Text(zh="文件格式保留错误值", en="error values in the file format"),
}


def pages() -> dict[Path, str]:
    """Every file that is made here, with its whole text."""
    rules = all_rules()
    made = {RULES / f"{rule.code}.md": rule_page(rule) for rule in rules}
    made[RULES / "README.md"] = f"# 规则 Rules\n\n{index(rules, '')}"
    made[ROOT / "docs" / "cli.md"] = help_page()
    readme = ROOT / "README.md"
    made[readme] = filled(
        readme.read_text(encoding="utf-8"), {"sample": sample(), "rules": index(rules, "docs/rules/")}
    )
    return made


def filled(text: str, parts: Mapping[str, str]) -> str:
    """The text with each part put between its two marks. Raises ValueError where the marks are missing."""
    for name, part in parts.items():
        begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        before, after = text.partition(begin)[0], text.partition(end)[2]
        if f"{before}{begin}" not in text or not text.endswith(f"{end}{after}"):
            raise ValueError(f"no place for {name}")
        text = f"{before}{begin}{part}{end}{after}"
    return text


def sample() -> str:
    """What the check says of one row of the example."""
    _, _, rest = SAMPLE.read_text(encoding="utf-8").partition(f"\n{SAMPLE_ROW}")
    block = rest.partition("\n\n")[0]
    return f"```\n{SAMPLE_ROW}{block}\n```\n"


def index(rules: Iterable[Rule], folder: str) -> str:
    """The rules as a Markdown table, with links to their pages in ``folder``."""
    lines = ["| 代码 | 名称 | 级别 | 问题 | Problem |", "|---|---|---|---|---|"]
    lines += [
        f"| [{rule.code}]({folder}{rule.code}.md) | `{rule.name}` | {_severity(rule)} "
        f"| {_cell(rule.title.zh)} | {_cell(rule.title.en)} |"
        for rule in rules
    ]
    return "\n".join(lines) + "\n"


def rule_page(rule: Rule) -> str:
    """One rule: what it finds, why, how to mend, and the examples that run as tests."""
    return "\n".join(_rule_lines(rule)) + "\n"


def _rule_lines(rule: Rule) -> Iterator[str]:
    family = FAMILIES[rule.family]
    needs = [REQUIREMENTS.get(word, Text(zh=word, en=word)) for word in rule.requires]
    yield f"# {rule.code} `{rule.name}`"
    yield from ("", f"**{rule.title.zh}** · {rule.title.en}", "")
    yield from ("| | |", "|---|---|")
    yield f"| 级别 Severity | {_severity(rule)} {rule.severity.value} |"
    yield f"| 类别 Family | {family.zh} {family.en} |"
    chinese, english = "、".join(need.zh for need in needs), ", ".join(need.en for need in needs)
    yield f"| 前提 Requires | {chinese} · {english} |"
    yield f"| 起始版本 Since | {rule.since} |"
    for heading, words in (("为何检查 Why", rule.why), ("如何修改 How to mend", rule.fix)):
        yield from ("", f"## {heading}", "", generic(words.zh), "", generic(words.en))
    yield from ("", "## 会报出 Found in", "", *_examples(rule.failing, failing=True))
    yield from ("", "## 不会报出 Not found in", "", *_examples(rule.passing, failing=False))


def _examples(examples: Iterable[AnyExample], *, failing: bool) -> Iterator[str]:
    listed = list(examples)
    rows = [example for example in listed if isinstance(example, Example)]
    beside = next((name for name, of in _BESIDE.items() if any(map(of, rows))), None)
    if rows:
        names = ["年度目标 Target", "进展情况 Progress", beside, "标出 Marked" if failing else None]
        yield _line(names)
        yield _line(["---" if name else None for name in names]).replace(" ", "")
    for row in rows:
        other = _BESIDE[beside](row) if beside else None
        yield _line([row.target, row.progress, other, _marked(row) if failing else None])
        for target, progress in row.others:
            yield f"| {_cell(target)} | {_cell(progress)} |{' |' if failing else ''}"
    intakes = [example for example in listed if isinstance(example, IntakeExample)]
    if intakes:
        yield from ("| 截止 Deadline | 收到 Received | 现在 Now |", "|---|---|---|")
    for intake in intakes:
        yield f"| {intake.deadline} | {intake.received or '—'} | {intake.now} |"
    for number, table in enumerate(example for example in listed if isinstance(example, TableExample)):
        yield from [""] if rows or number else []
        yield from ("```", *(line.strip() for line in table.table.strip().splitlines()), "```")
        yield from ["", f"→ {table.cell}"] if table.cell else []
        if table.units:
            yield from ("", f"名单 List of units: {'、'.join(table.units)}")
        if table.template:
            issued = (line.strip() for line in table.template.strip().splitlines())
            yield from ("", "下发时 As issued", "", "```", *issued, "```")


def _line(cells: Iterable[str | None]) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells if cell is not None)} |"


def _before(example: Example) -> str:
    if example.previous is None:
        return ""
    told = "：".join(cell for cell in example.previous if cell)
    return f"{told}（{example.previous_period}，本次 now {example.period}）"


_BESIDE: dict[str, Callable[[Example], str]] = {
    "上次报送 Before": _before,
    "另一单位的进展 Of another unit": lambda example: example.elsewhere or "",
}


def _marked(example: Example) -> str:
    severity = f"（{SEVERITIES[example.severity].zh} {example.severity.value}）" if example.severity else ""
    return f"{_cell(example.text or '整格 the whole cell')}{severity}"


def _severity(rule: Rule) -> str:
    return SEVERITIES[rule.severity].zh


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")


def help_page() -> str:
    """The help of every command, as it is shown on a terminal of 100 columns."""
    texts = [_help(commands, "indicators")]
    for name, command in sorted(commands.commands.items()):
        texts.append(_help(command, f"indicators {name}"))
        inner = command.commands if isinstance(command, click.Group) else {}
        texts += [_help(each, f"indicators {name} {word}") for word, each in sorted(inner.items())]
    return "# 命令 Commands\n\n" + "\n".join(texts)


def _help(command: click.Command, name: str) -> str:
    context = click.Context(command, info_name=name, terminal_width=100, help_option_names=["-h", "--help"])
    return f"## {name}\n\n```\n{command.get_help(context)}\n```\n"


def main() -> None:
    """Writes the files, and removes pages of rules that are no more."""
    made = pages()
    for old in set(RULES.glob("*.md")) - made.keys():
        old.unlink()
    for path, text in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(made)} files")


if __name__ == "__main__":
    main()
