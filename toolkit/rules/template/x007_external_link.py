"""X007: the template reads another workbook."""

from __future__ import annotations

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, TemplateCheck

RULE = Rule(
    code="X007",
    name="external-link",
    severity=Severity.ERROR,
    title=Text("模板引用了其他工作簿", "The template reads another workbook"),
    message=Text("{what_zh}。", "{what_en}."),
    why=Text(
        "各单位没有那个文件，打开时会报错或显示旧数。",
        "Offices do not have that file: they see an error or an old number.",
    ),
    fix=Text(
        "请断开链接，把内容写进表样或下发的指标。",
        "Break the link, and put the content into the form or what is issued.",
    ),
    check=TemplateCheck(),
    requires=("template",),
    passing=(),
    failing=(),
)
