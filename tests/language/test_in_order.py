"""Answers that are numbers and no more stand in the order of their targets."""

from __future__ import annotations

import pytest

from toolkit.language.reading import read_row

# target, progress, the targets that the figures answer
ROWS = [
    ("增加值增速6.5%以上；投资增速8%以上；技改增速10%以上", "6.9%；9.2%；11.4%", [0, 1, 2]),
    ("增加值增速6.5%以上；投资增速8%以上", "+6.9%；-1.2%", [0, 1]),
    ("注册志愿者2万人，志愿服务时长100万小时", "2.31万人/126.4万小时", [0, 1]),
    ("城镇/农村居民收入增长7.5%/8.5%", "7.9%/9.2%", [0, 1]),
    ("高企120家、科技型中小企业200家", "高企126；科小238", [0, 1]),
    ("粮食产量≥36万吨，蔬菜产量≥60万吨，肉类≥5万吨", "粮食36.4、蔬菜62.1、肉类5.3（万吨）", [0, 1, 2]),
    ("1.绿地120公顷\n2.口袋公园15个\n3.绿道20公里", "1.76.4公顷\n2.9个\n3.14.2公里", [0, 1, 2]),
    ("1.绿地120公顷\n2.口袋公园15个\n3.绿道20公里", "（1）76.4公顷；（2）9个；（3）14.2公里", [0, 1, 2]),
]

# target, progress: as many numbers as targets, and their words or units tell more
OTHERWISE = [
    ("口袋公园15个；绿道20公里", "绿道14.2公里；口袋公园9个", [1, 0]),
    ("口袋公园15个；绿道20公里", "14.2公里；9个", [1, 0]),
]


@pytest.mark.parametrize(("target", "progress", "answered"), [*ROWS, *OTHERWISE])
def test_answers(target: str, progress: str, answered: list[int]) -> None:
    assert [figure.target for figure in read_row("", target, progress, None).figures] == answered
