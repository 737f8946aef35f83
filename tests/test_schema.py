from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from toolkit.errors import ToolkitError
from toolkit.form_files import bundled_forms, find_form
from toolkit.header import Heading
from toolkit.schema import load_form

OWN = """\
from datetime import date

from toolkit.schema import Form, column


class Own(Form):
    target: str = column("指标", aliases=["目标"])
    progress: str = column("完成情况", pattern=r".*完成情况")
    score: float = column("得分", required=False, ge=0, le=100)
    visits: int = column("次数", required=False)
    finished: date = column("完成日期", required=False)
    closed: bool = column("是否办结", required=False)
"""


def own(folder: Path, source: str = OWN) -> str:
    path = folder / "own_form.py"
    path.write_text(source, encoding="utf-8")
    return str(path)


def test_the_bundled_form_is_found_by_its_name() -> None:
    form = load_form(find_form("progress-summary"))
    assert form.name == "progress-summary"
    assert [heading.role for heading in form.headings] == ["task", "target", "progress"]
    assert [heading.role for heading in form.headings if heading.required] == ["target", "progress"]
    assert bundled_forms()["progress-summary"] == form.path


def test_a_form_by_its_path(tmp_path: Path) -> None:
    form = load_form(Path(own(tmp_path)))
    assert form.headings[0] == Heading(role="target", title="指标", aliases=("目标",))
    kinds = {heading.role: heading.kind for heading in form.headings}
    assert kinds == {
        "target": "text",
        "progress": "text",
        "score": "number",
        "visits": "whole",
        "finished": "date",
        "closed": "truth",
    }
    assert form.extra == {"score": pl.Float64, "visits": pl.Int64, "finished": pl.Date, "closed": pl.Boolean}


def test_a_form_beside_the_round_goes_before_a_bundled_one(tmp_path: Path) -> None:
    (tmp_path / "schemas").mkdir()
    path = tmp_path / "schemas" / "progress_summary.py"
    path.write_text(OWN, encoding="utf-8")
    assert find_form("progress-summary", beside=tmp_path) == path


@pytest.mark.parametrize(
    ("name", "source", "said"),
    [
        pytest.param("no-such-form", None, "progress-summary", id="unknown name"),
        pytest.param("../../secret", None, "secret", id="name that walks"),
        pytest.param("missing.py", None, "missing.py", id="missing file"),
        pytest.param("", "x = (", "cannot be run", id="syntax"),
        pytest.param("", "raise RuntimeError('once')", "once", id="raises"),
        pytest.param("", "x = 1", "0 forms", id="no form"),
        pytest.param("", OWN + OWN.replace("Own", "Two"), "2 forms", id="two forms"),
        pytest.param("", OWN + "    note: str\n", "note", id="no header"),
        pytest.param("", OWN.replace("target: str", "target: int"), "target", id="target is no text"),
        pytest.param("", OWN.replace("ge=0", "coerce=True"), "coerce", id="coerce"),
        pytest.param("", OWN.replace("score: float", "key: float"), "key", id="a name of the toolkit's own"),
        pytest.param("", OWN.replace('r".*完成情况"', 'r"(完成"'), "progress", id="broken pattern"),
    ],
)  # fmt: skip
def test_a_form_that_cannot_be_used_is_one_sentence(
    name: str, source: str | None, said: str, tmp_path: Path
) -> None:
    with pytest.raises(ToolkitError) as error:
        load_form(find_form(name if source is None else own(tmp_path, source)))
    assert said in error.value.message.en
    assert error.value.message.zh.endswith("。")


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("绩效任务", "task"), ("任务", "task"), ("重点工作", "task"), ("重点工作任务", "task"),
        ("工作事项", "task"),
        ("年度目标", "target"), ("目标", "target"), ("年度绩效目标", "target"),
        ("2018年工作目标", "target"),
        ("目标任务", "target"), ("绩效目标", "target"), ("指标", "target"), ("全年目标值", "target"),
        ("进展情况", "progress"), ("上半年进展情况", "progress"), ("全年完成情况", "progress"),
        ("一季度进展", "progress"), ("完成情况", "progress"), ("落实情况", "progress"),
        ("工作进展", "progress"),
        ("实际完成情况", "progress"), ("实际完成值", "progress"), ("截至6月底进展情况", "progress"),
        ("1-6月完成情况", "progress"), ("2017年上半年工作进展情况", "progress"), ("目标完成情况", "progress"),
        ("任务进展情况", "progress"), ("完成情况(上半年)", "progress"),
        ("备注", None), ("责任单位", None), ("完成时限", None), ("存在问题", None),
        ("序号", None), ("完成率", None),
    ],
)  # fmt: skip
def test_the_bundled_form_knows_the_usual_headers(header: str, role: str | None) -> None:
    from toolkit.header import read_header
    from toolkit.workbook import Cell, Sheet

    cells = {1: Cell(1, 1, header)}
    others = {"task": "绩效任务", "target": "年度目标", "progress": "进展情况"}
    cells |= {n: Cell(1, n, title) for n, (other, title) in enumerate(others.items(), 2) if other != role}
    found = read_header(
        Sheet(name="表", rows={1: cells}), 1, load_form(find_form("progress-summary")).headings
    )
    assert found is not None
    assert {column: name for name, column in found.columns.items()}.get(1) == role
