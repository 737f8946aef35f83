"""X009: the VBA in the template is not the one built from its sources."""

from __future__ import annotations

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, TemplateCheck

RULE = Rule(
    code="X009",
    name="macro-changed",
    severity=Severity.ERROR,
    title=Text("模板里的宏与源码不符", "Macros that are not built from their sources"),
    message=Text("{what_zh}。", "{what_en}."),
    why=Text("来历不明的宏不能发给各单位。", "Macros of unknown origin cannot be sent to offices."),
    fix=Text("请删除宏，或由源码重新生成。", "Remove the macros, or build them from their sources."),
    check=TemplateCheck(),
    requires=("template",),
    passing=(),
    failing=(),
)
