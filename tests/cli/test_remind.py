from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from benchmarks.planned_round import Planned, write
from tests.cli.conftest import Indicators

AT = ("--at", "2017-07-07T09:00")
KINDS = {"东城区": "good", "西城区": "wrong", "朝阳区": "missing", "丰台区": "spoilt"}


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    made = write(tmp_path, [Planned(unit, kind) for unit, kind in KINDS.items()])
    path = tmp_path / "round.toml"
    named = 'name = "西城区"\ncontact = { name = "王芳", email = "wangfang@example.cn" }'
    path.write_text(path.read_text(encoding="utf-8").replace('name = "西城区"', named), encoding="utf-8")
    return made


def test_a_message_for_each_that_is_missing_or_rejected(indicators: Indicators, inbox: Path) -> None:
    code, output, error = indicators("remind", inbox, *AT)

    assert (code, error) == (1, "")
    wrong, missing, spoilt = output.split("\n\n收件人：")
    assert wrong.startswith(
        "收件人：西城区（wangfang@example.cn）\n主题：关于修改2017年上半年绩效任务进展情况的提醒\n\n王芳："
    )
    assert "有1处错误须修改。报送截止时间为2017-07-10 17:00，还有1个工作日，请按时报送。" in wrong
    assert "C58（A006）" in wrong
    assert missing.startswith("朝阳区\n")
    assert "尚未收到朝阳区的2017年上半年绩效任务进展情况" in missing
    assert "无法读取" in spoilt
    assert "东城区" not in output


def test_after_the_deadline(indicators: Indicators, inbox: Path) -> None:
    _, output, _ = indicators("remind", inbox, "--at", "2017-07-12T09:00")

    assert "报送截止时间2017-07-10 17:00已过，请立即报送。" in output


def test_drafts(indicators: Indicators, inbox: Path, tmp_path: Path) -> None:
    target = tmp_path / "drafts"
    target.mkdir()

    code, output, _ = indicators("remind", inbox, *AT, "--format", "eml", "--output", target)

    assert (code, output) == (1, "")
    assert sorted(path.name for path in target.iterdir()) == ["丰台区.eml", "朝阳区.eml", "西城区.eml"]
    mail = message_from_bytes((target / "西城区.eml").read_bytes(), policy=default)
    assert mail["To"] == "wangfang@example.cn"
    assert mail["Subject"] == "关于修改2017年上半年绩效任务进展情况的提醒"
    assert mail["X-Unsent"] == "1"
    body = mail.get_body()
    assert body is not None
    assert "C58（A006）" in body.get_content()


@pytest.mark.parametrize("arguments", [["--format", "eml"], ["--output", "nowhere"]], ids=" ".join)
def test_operators_mistakes(indicators: Indicators, inbox: Path, arguments: list[str]) -> None:
    assert indicators("remind", inbox, *AT, *arguments)[0] == 2


def test_nobody_to_remind(indicators: Indicators, tmp_path: Path) -> None:
    inbox = write(tmp_path, [Planned("东城区", "good")])

    assert indicators("remind", inbox, *AT)[:2] == (0, "")
