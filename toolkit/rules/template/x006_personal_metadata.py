"""X006: author, last editor or company left in the properties."""

from __future__ import annotations

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, TemplateCheck

RULE = Rule(
    code="X006",
    name="personal-metadata",
    severity=Severity.WARNING,
    title=Text("文件属性里有个人信息", "Somebody is named in the properties"),
    message=Text("{what_zh}。", "{what_en}."),
    why=Text(
        "作者、最后修改人和单位会随模板发给所有单位。",
        "Author, last editor and company go out to every office with the template.",
    ),
    fix=Text(
        "请在文件属性中删除，或重新生成模板。",
        "Remove them from the properties, or build the template again.",
    ),
    check=TemplateCheck(),
    requires=("template",),
    passing=(),
    failing=(),
)
