"""X003: the content changed and the version did not."""

from __future__ import annotations

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, TemplateCheck

RULE = Rule(
    code="X003",
    name="version-not-raised",
    severity=Severity.ERROR,
    title=Text("内容改了，版本号没有改", "Changed without a new version"),
    message=Text(
        "内容有改动，版本号应不低于{asked}，现在是{found}。",
        "The content changed: the version should be at least {asked} and is {found}.",
    ),
    why=Text(
        "同一个版本号对应两份不同的模板，收上来就分不清。",
        "Two templates with one version cannot be told apart when they come back.",
    ),
    fix=Text(
        "请在下发文件中把版本号改为{asked}。", "Set the version to {asked} in the file of what is issued."
    ),
    check=TemplateCheck(),
    requires=("template",),
    passing=(),
    failing=(),
)
