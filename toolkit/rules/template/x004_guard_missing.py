"""X004: an input column without its validation, or an issued cell that is not locked."""

from __future__ import annotations

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, TemplateCheck

RULE = Rule(
    code="X004",
    name="guard-missing",
    severity=Severity.ERROR,
    title=Text("缺少保护或数据验证", "A guard is missing"),
    message=Text("{what_zh}。", "{what_en}."),
    why=Text(
        "没有保护的单元格会被误改，没有数据验证的会被填错。",
        "A cell without protection gets changed, one without validation gets filled in wrongly.",
    ),
    fix=Text(
        "请重新生成模板，不要手工去掉保护和数据验证。",
        "Build the template again, and leave protection and validations as they are.",
    ),
    check=TemplateCheck(),
    requires=("template",),
    passing=(),
    failing=(),
)
