from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from toolkit.rules.wording import fill

FACTS = {
    "whole": Decimal("50.0000000000"),
    "long": Decimal("283.3333333333"),
    "half": Decimal("69.165"),
    "tiny": Decimal("0.0000071234"),
    "zero": Decimal("0E-10"),
    "huge": Decimal("12345678901234567890123456.7890000000"),
    "sum": Decimal("11890000000.0000000000"),
    "heads": Decimal(2506000),
    "odd": Decimal("2506001.5"),
    "day": date(2017, 6, 30),
    "text": "{whole}辆",
    "row": 12,
    "nothing": None,
}


@pytest.mark.parametrize(
    ("pattern", "filled"),
    [
        pytest.param("{whole}%", "50%", id="no trailing zeros"),
        pytest.param("{long:2}%", "283.33%", id="two decimals"),
        pytest.param("{half:2}", "69.17", id="half goes up"),
        pytest.param("{whole:2}", "50", id="rounding adds no zeros"),
        pytest.param("{tiny:2}", "0.0000071", id="two significant digits below one"),
        pytest.param("{tiny}", "0.0000071234", id="no exponent"),
        pytest.param("{zero}|{zero:2}", "0|0", id="zero"),
        pytest.param("{huge:2}", "12345678901234567890123456.79", id="more digits than usual"),
        pytest.param("{sum:zh}|{sum:en}", "118.9亿|11,890,000,000", id="a large round number"),
        pytest.param("{heads:zh}|{heads:en}", "250.6万|2,506,000", id="ten thousands"),
        pytest.param("{odd:zh}|{whole:zh}|{whole:en}", "2506001.5|50|50", id="no round number"),
        pytest.param("{day}", "2017-06-30", id="date"),
        pytest.param("{day:zh}", "2017年6月30日", id="Chinese date"),
        pytest.param("“{text}”", "“{whole}辆”", id="braces in a cell are no pattern"),
        pytest.param("{row}", "12", id="whole number"),
        pytest.param("a{nothing}b{nothing:2}", "ab", id="nothing"),
        pytest.param("没有占位", "没有占位", id="no names"),
    ],
)
def test_fill(pattern: str, filled: str) -> None:
    assert fill(pattern, FACTS) == filled


def test_unknown_name() -> None:
    with pytest.raises(KeyError):
        fill("{unheard_of}", FACTS)
