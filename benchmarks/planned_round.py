"""A round that is known beforehand: units, their submissions, and what the board must say of each.

The same seed gives the same round. Every unit reports the same indicators, as districts do; what
happens to its submission is drawn from ``KINDS``.
"""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from toolkit.inbox.board import Board
from toolkit.round_fields import BEIJING
from toolkit.testing import workbook

DISTRICTS = (
    "东城区",
    "西城区",
    "朝阳区",
    "丰台区",
    "石景山区",
    "海淀区",
    "门头沟区",
    "房山区",
    "通州区",
    "顺义区",
    "昌平区",
    "大兴区",
    "怀柔区",
    "平谷区",
    "密云区",
    "延庆区",
)
DEADLINE = datetime(2017, 7, 10, 17, tzinfo=BEIJING)
NOW = datetime(2017, 7, 12, 9, tzinfo=BEIJING)
INDICATORS = 55
KINDS = (
    *("good", "missing", "late", "wrong", "tampered", "duplicate"),
    *("renamed", "resent", "waived", "spoilt", "extended"),
)
_TASKS = ("便民服务", "公园绿地", "老旧小区", "学前教育", "养老服务")
_WORKS = (
    "便利店",
    "早餐网点",
    "口袋公园",
    "健身步道",
    "养老驿站",
    "幼儿园",
    "停车场",
    "充电站",
    "图书角",
    "体育场",
    "公厕",
)
_LIMIT = ("清洁空气", "细颗粒物年均浓度控制在60微克/立方米以内")


class Outcome(NamedTuple):
    """What the board says of a unit."""

    unit: str
    state: str
    version: int
    late: bool
    copies: int
    errors: int
    waived: int


@dataclass(frozen=True, slots=True)
class Planned:
    """One unit and what happens to its submission."""

    unit: str
    kind: str

    @property
    def outcome(self) -> Outcome:
        """What the board must say."""
        state = {"missing": "missing", "wrong": "rejected", "tampered": "rejected", "spoilt": "unreadable"}
        errors = {"missing": 1, "wrong": 1, "tampered": 1, "spoilt": 1}
        return Outcome(
            unit=self.unit,
            state=state.get(self.kind, "accepted"),
            version={"missing": 0, "resent": 2}.get(self.kind, 1),
            late=self.kind == "late",
            copies=int(self.kind == "duplicate"),
            errors=errors.get(self.kind, 0),
            waived=int(self.kind == "waived"),
        )


def plan(units: Sequence[str], seed: int) -> tuple[Planned, ...]:
    """Every kind at least once where there are units enough, the rest drawn by chance."""
    chance = random.Random(seed)  # noqa: S311 - a plan, not a secret
    kinds = [*KINDS, *(chance.choice(KINDS) for _ in range(len(units) - len(KINDS)))]
    chance.shuffle(kinds)
    return tuple(Planned(unit, kind) for unit, kind in zip(units, kinds, strict=False))


def names(count: int) -> tuple[str, ...]:
    """As many units as asked for: the districts, then numbered towns."""
    return (*DISTRICTS[:count], *(f"{number}号镇" for number in range(1, count - len(DISTRICTS) + 1)))


def write(folder: Path, planned: Sequence[Planned]) -> Path:
    """Writes the round and its inbox into the folder; answers with the inbox."""
    inbox = folder / "inbox"
    inbox.mkdir(parents=True)
    (folder / "template.xlsx").write_bytes(_book("", blank=True))
    (folder / "round.toml").write_text("\n".join(_settings(planned)), encoding="utf-8")
    for number, each in enumerate(planned):
        _write_unit(inbox, number, each)
    return inbox


def outcomes(board: Board) -> tuple[Outcome, ...]:
    """What a board says, unit by unit."""
    return tuple(
        Outcome(
            unit=line.unit,
            state=line.state,
            version=line.version,
            late=line.lateness is not None,
            copies=len(line.copies),
            errors=line.errors,
            waived=line.counting.waived if line.counting else 0,
        )
        for line in board.lines
    )


def _settings(planned: Sequence[Planned]) -> list[str]:
    lines = [
        'name = "2017年上半年"',
        'template = "template.xlsx"',
        "deadline = 2017-07-10T17:00:00",
        "period = { first = 2017-01-01, last = 2017-06-30 }",
    ]
    for each in planned:
        lines += ["[[units]]", f'name = "{each.unit}"', f'aliases = ["{each.unit}政府"]']
        lines += ["deadline = 2017-07-11T17:00:00"] if each.kind == "extended" else []
    for each in planned:
        if each.kind == "waived":
            lines += ["[[waivers]]", f'unit = "{each.unit}"', 'rule = "A006"', 'reason = "口径调整"']
            lines += ['by = "李强"', "until = 2017-07-12"]
    return lines


def _write_unit(inbox: Path, number: int, each: Planned) -> None:
    in_time = DEADLINE - timedelta(hours=1 + number % 48, minutes=number % 60)
    name = f"{each.unit}2017年上半年.xlsx"
    match each.kind:
        case "missing":
            return
        case "late":
            _put(inbox / name, _book(each.unit, seed=number), DEADLINE + timedelta(seconds=1 + number))
        case "extended":
            _put(inbox / name, _book(each.unit, seed=number), DEADLINE + timedelta(hours=24))
        case "wrong" | "waived":
            _put(inbox / name, _book(each.unit, seed=number, over=True), in_time)
        case "tampered":
            _put(inbox / name, _book(each.unit, seed=number, tampered=True), in_time)
        case "duplicate":
            content = _book(each.unit, seed=number)
            _put(inbox / name, content, in_time)
            _put(inbox / f"副本 {name}", content, DEADLINE + timedelta(hours=1))
        case "renamed":
            _put(inbox / f"新建工作表 ({number}).xlsx", _book(each.unit, seed=number), in_time)
        case "resent":
            _put(inbox / name, _book(each.unit, seed=number, over=True), in_time - timedelta(days=1))
            _put(inbox / f"{each.unit}（修改）.xlsx", _book(each.unit, seed=number), in_time)
        case "spoilt":
            _put(inbox / name, _book(each.unit, seed=number)[:2000], in_time)
        case _:
            _put(inbox / name, _book(each.unit, seed=number), in_time)


def _put(path: Path, content: bytes, moment: datetime) -> None:
    path.write_bytes(content)
    os.utime(path, (moment.timestamp(), moment.timestamp()))


def _book(
    unit: str, *, seed: int = 0, over: bool = False, tampered: bool = False, blank: bool = False
) -> bytes:
    """A submission of 55 indicators; ``over`` breaks a limit, ``tampered`` changes an issued target."""
    told = f"| 填报单位：{unit}政府 | | |" if unit else "| | | |"
    lines = ["| 2017年上半年绩效任务进展情况 | < | < |", told, "| 绩效任务 | 年度目标 | 上半年进展情况 |"]
    for number in range(INDICATORS - 1):
        task, work, asked = _TASKS[number % 5], _WORKS[number // 5], 20 + number
        told = f"上半年新建{task}{work}{asked // 2 + (seed + number) % 7}个。"
        target = f"新建{task}{work}{asked - 8 * (tampered and number == 7)}个"
        lines.append(f"| {task} | {target} | {'' if blank else told} |")
    told = f"上半年细颗粒物平均浓度为{74 if over else 58}微克/立方米。"
    lines.append(f"| {_LIMIT[0]} | {_LIMIT[1]} | {'' if blank else told} |")
    return workbook("\n".join(lines))
