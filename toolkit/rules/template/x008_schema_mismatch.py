"""X008: headers, types or lists that do not follow the schema."""

from __future__ import annotations

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, TemplateCheck

RULE = Rule(
    code="X008",
    name="schema-mismatch",
    severity=Severity.ERROR,
    title=Text("模板与表样不符", "The template does not follow its form"),
    message=Text("{what_zh}。", "{what_en}."),
    why=Text(
        "表头、类型或可选项与表样不同，收上来读不对。",
        "With other headers, types or lists, what comes back is read wrongly.",
    ),
    fix=Text("请重新生成模板。", "Build the template again."),
    check=TemplateCheck(),
    requires=("template",),
    passing=(),
    failing=(),
)
