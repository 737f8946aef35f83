"""S002: a workbook in which no header row of the form was found."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.submission import Submission


def spots(submission: Submission) -> Iterator[Spot]:
    """The workbook as a whole, with the headers that were looked for."""
    if not submission.tables:
        titles = [heading.title for heading in submission.headings if heading.required]
        quoted = [f"“{title}”" for title in titles]
        yield Spot(facts={"headers_zh": "、".join(quoted), "headers_en": ", ".join(quoted)})


RULE = Rule(
    code="S002",
    name="table-not-found",
    severity=Severity.ERROR,
    title=Text("没有找到报送表", "The table was not found"),
    message=Text(
        "在各工作表的前30行中没有找到表头，表头应有：{headers_zh}。",
        "No sheet has a header row among its first 30 rows; it should name: {headers_en}.",
    ),
    why=Text(
        "找不到表头，就不知道哪一列是目标、哪一列是进展，其余各项都无法核对。",
        "Without the header nobody knows which column is which, and nothing else can be checked.",
    ),
    fix=Text(
        "请使用下发的模板填报，不要删改表头行，也不要把报送表放在隐藏的工作表里，例如：表头写“年度目标”，不写“第2列”。",
        "Use the issued template, keep its header row and keep the table on a visible sheet, "
        "for example “年度目标” (yearly target) and not “第2列” (column 2).",
    ),
    check=StructureCheck(spots=spots),
    requires=("workbook",),
    passing=(TableExample(table="| 绩效任务 | 年度目标 | 进展情况 |\n| 拆违 | 拆除12处 | 拆除8处 |"),),
    failing=(
        TableExample(table="| 姓名 | 电话 |\n| 张三 | '6601 |"),
        TableExample(table="## 封面\n| 西城区 |\n\n## 附表 [hidden]\n| 绩效任务 | 年度目标 | 进展情况 |"),
    ),
)
