"""X002: a column, row, id, unit, named range or validation was removed, renamed, narrowed or moved."""

from __future__ import annotations

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, TemplateCheck

RULE = Rule(
    code="X002",
    name="breaking-change",
    severity=Severity.ERROR,
    title=Text("改动影响已填报的表", "A change that breaks what is filled in"),
    message=Text("{what_zh}。", "{what_en}."),
    why=Text(
        "单位手里的旧版填好后，按新版读出来就不是原来的数了。",
        "Copies of the old version that are being filled in would be read as something else.",
    ),
    fix=Text(
        "请撤回改动，或把主版本号升一级，并通知各单位换用新模板。",
        "Take the change back, or raise the major version and tell every office to change over.",
    ),
    check=TemplateCheck(),
    requires=("template",),
    passing=(),
    failing=(),
)
