from __future__ import annotations

import pytest

from toolkit.roster import Roster, Unit

UNITS = (Unit(name="西城区", aliases=("西城区政府",)), Unit(name="西城区教委"), Unit(name="东城区"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("西城区", "西城区", id="its name"),
        pytest.param(" 西 城 区 ", "西城区", id="blanks"),
        pytest.param("西城区政府（盖章）", "西城区", id="an alias with a remark"),
        pytest.param("西城区教委", "西城区教委", id="a longer name is another unit"),
        pytest.param("朝阳区", None, id="a stranger"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_called(text: str, name: str | None) -> None:
    unit = Roster(UNITS).called(text)

    assert (unit and unit.name) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("西城区2017年上半年进展情况", ["西城区"], id="in a title"),
        pytest.param("2017_西城区教委_报送表", ["西城区教委"], id="the longer name hides the shorter"),
        pytest.param("东城区代报西城区政府", ["东城区", "西城区"], id="two units in the order of the text"),
        pytest.param("西城区、西城区政府", ["西城区"], id="one unit twice"),
        pytest.param("汇总表", [], id="none"),
    ],
)
def test_mentioned(text: str, names: list[str]) -> None:
    assert [unit.name for unit in Roster(UNITS).mentioned(text)] == names
