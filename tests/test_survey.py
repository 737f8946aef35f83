from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from toolkit.check import Settings, check
from toolkit.finding import Report
from toolkit.reporters import html
from toolkit.round import parse_period
from toolkit.standing import Standing, Told
from toolkit.testing import three_columns, workbook

HALF = Settings(period=parse_period("2017-01-01/2017-06-30"), standing=True)


def standings(folder: Path, *rows: tuple[str, str, str], settings: Settings = HALF) -> tuple[Standing, ...]:
    path = folder / "submission.xlsx"
    path.write_bytes(three_columns(list(rows)))
    (file,) = check([path], settings).files
    assert file.standing is not None
    return file.standing


def test_a_row_with_its_texts(tmp_path: Path) -> None:
    target, progress = "改造地下管线60公里", "上半年改造地下管线12.4公里。"

    (row,) = standings(tmp_path, ("管线", target, progress))

    assert (row.row, row.task) == (2, Told("A2", "管线"))
    assert (row.target, row.progress) == (Told("B2", target), Told("C2", progress))
    (aim,) = row.targets
    assert target[slice(*aim.span)] == aim.text == "60公里"
    assert aim.figure_span is not None
    assert progress[slice(*aim.figure_span)] == aim.figure == "12.4公里"
    assert (aim.bound, aim.unit, aim.cap) == ("≥ 60", "公里", False)


@pytest.mark.parametrize(
    ("target", "progress", "completion", "elapsed", "cap"),
    [
        pytest.param("改造管线60公里", "上半年改造管线12公里。", "20", "50", False, id="a total"),
        pytest.param("改造管线60公里", "1-3月改造管线12公里。", "20", "25", False, id="its own date"),
        pytest.param("改造管线60公里", "完成全年任务的35%。", "35", "50", False, id="a percentage told"),
        pytest.param("改造管线60公里", "多次召开调度会。", None, "50", False, id="nothing told"),
        pytest.param(
            "浓度控制在60微克/立方米以内", "浓度为75微克/立方米。", "125", None, True, id="a cap has no pace"
        ),
        pytest.param("群众满意率不低于90%", "群众满意率为81%。", "90", None, False, id="a rate has no pace"),
    ],
)
def test_how_far_it_has_come(
    *, target: str, progress: str, completion: str | None, elapsed: str | None, cap: bool, tmp_path: Path
) -> None:
    ((aim,),) = [row.targets for row in standings(tmp_path, ("任务", target, progress))]

    assert aim.completion == (None if completion is None else Decimal(completion))
    assert aim.elapsed == (None if elapsed is None else Decimal(elapsed))
    assert aim.cap is cap


@pytest.mark.parametrize("target", ["", "待定", "编制湿地保护规划", "不发生安全事故"])
def test_what_has_no_number_has_no_bar(target: str, tmp_path: Path) -> None:
    (row,) = standings(tmp_path, ("任务", target, "正在推进。"))

    assert row.targets == ()


def test_a_typed_figure_stands_in_a_cell_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "submission.xlsx"
    path.write_bytes(
        workbook(
            "| 指标编号 | 年度目标 | 目标值 | 计量单位 | 方向 | 本期完成值 | 数据截止日 | 进展情况 |\n"
            "| A1 | 改造地下管线60公里 | 60 | 公里 | ≥ | 12 | 2017-06-30 | 工程推进中。 |"
        )
    )

    (file,) = check([path], replace(HALF, schema="progress-form")).files

    assert file.standing is not None
    ((aim,),) = [row.targets for row in file.standing]
    assert (aim.figure, aim.figure_span, aim.completion, aim.elapsed) == (
        "12公里",
        None,
        Decimal(20),
        Decimal(50),
    )
    page = "".join(html.chunks(Report(tool_version="1", round=None, files=(file,))))
    assert '<span class="other">F2 <a class="note"' in page


def test_nobody_carries_it_unasked(tmp_path: Path) -> None:
    path = tmp_path / "submission.xlsx"
    path.write_bytes(three_columns([("管线", "改造管线60公里", "上半年改造管线12公里。")]))

    assert check([path], Settings()).files[0].standing is None


def test_the_cache_keeps_both_apart(tmp_path: Path) -> None:
    row = ("管线", "改造管线60公里", "上半年改造管线12公里。")
    kept = Settings(period=HALF.period, standing=True, cache=tmp_path / "cache")
    plain = Settings(period=HALF.period, cache=tmp_path / "cache")

    first = standings(tmp_path, row, settings=kept)

    assert check([tmp_path / "submission.xlsx"], plain).files[0].standing is None
    assert standings(tmp_path, row, settings=kept) == first
