"""X001: a rebuild from its schema gives another workbook."""

from __future__ import annotations

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, TemplateCheck

RULE = Rule(
    code="X001",
    name="template-drift",
    severity=Severity.ERROR,
    title=Text("模板与定义不一致", "The template is not what its form builds"),
    message=Text("{what_zh}。", "{what_en}."),
    why=Text(
        "手工改过的模板，下次生成时改动就会丢失，也没有人审过。",
        "A change by hand is lost with the next build, and nobody has reviewed it.",
    ),
    fix=Text(
        "请修改表样或下发的指标后重新生成。",
        "Change the form or what is issued and build the template again.",
    ),
    check=TemplateCheck(),
    requires=("template",),
    passing=(),
    failing=(),
)
