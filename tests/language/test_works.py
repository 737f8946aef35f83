"""Works with names of their own, and kinds of work that sound like one. Sentences of our own making."""

from __future__ import annotations

import pytest

from toolkit.language.works import is_own_share, measure_before, names_a_work


@pytest.mark.parametrize(
    "text",
    [
        "清河路改造工程", "完成学府大街综合整治", "地铁12号线主体结构完工", "凤凰岭隧道贯通",
        "推进青龙山水库除险加固", "建设京张铁路遗址公园", "新建永定河大桥",
    ],
)  # fmt: skip
def test_a_work_that_there_is_once(text: str) -> None:
    assert names_a_work(text)


@pytest.mark.parametrize(
    "text",
    [
        "改造道路12公里", "打通断头路3条", "新建农村公路40公里", "改造老旧小区工程", "加强思路创新",
        "建设主要大街景观", "建设一带一路示范园", "整治背街小巷", "新建便利店20个", "高速公路里程",
        "改造一批大桥", "除险加固水库", "新建支路2条", "路灯改造900盏", "优化公交线路", "清河路口渠化",
        "推进铁路沿线整治", "重点大道绿化", "",
    ],
)  # fmt: skip
def test_a_kind_of_work(text: str) -> None:
    assert not names_a_work(text)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("清河路改造工程完成投资1.2亿元", "清河路改造工程完成投资"),
        ("上半年，清河路改造工程累计完成投资1.2亿元", "清河路改造工程完成投资"),
        ("截至6月底清河路改造工程完成投资约1.2亿元", "清河路改造工程完成投资"),
        ("清河路改造工程启动，完成投资1.2亿元", None),
        ("打通断头路1.2公里", None),
        ("为了进一步改善沿线居民的出行条件并且缓解早晚高峰拥堵而实施的清河路改造1.2公里", None),
    ],
)
def test_what_is_measured(text: str, measure: str | None) -> None:
    assert measure_before(text, text.index("1.2")) == measure


@pytest.mark.parametrize("text", ["清河路（西城段）完成2公里", "我区负责完成2公里", "辖区内完成2公里"])
def test_a_part_of_a_work(text: str) -> None:
    assert is_own_share(text)
