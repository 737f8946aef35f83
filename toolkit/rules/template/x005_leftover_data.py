"""X005: an input cell of a blank template is filled."""

from __future__ import annotations

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, TemplateCheck

RULE = Rule(
    code="X005",
    name="leftover-data",
    severity=Severity.ERROR,
    title=Text("空白模板里有数据", "Data left in a blank template"),
    message=Text("{what_zh}。", "{what_en}."),
    why=Text(
        "留在模板里的内容会被各单位当作示例照报上来。",
        "What is left in a template comes back from every office.",
    ),
    fix=Text("请清空填报单元格，或重新生成模板。", "Clear the input cells, or build the template again."),
    check=TemplateCheck(),
    requires=("template",),
    passing=(),
    failing=(),
)
