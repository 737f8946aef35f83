"""Which formulas are links that LibreOffice takes many at a time."""

from __future__ import annotations

import pytest

from toolkit.excel.libreoffice.links import as_link


@pytest.mark.parametrize(
    ("formula", "link"),
    [
        ('=HYPERLINK("#\'表\'!C8","C8")', '=HYPERLINK("#\'表\'!C8";"C8")'),
        ('=HYPERLINK("#\'a""b\'!C8","C8")', '=HYPERLINK("#\'a""b\'!C8";"C8")'),
        ('=HYPERLINK(A1,"C8")', None),
        ('=HYPERLINK("a","b")+1', None),
        ("C8", None),
        (8.0, None),
    ],
    ids=["link", "quotes", "a cell", "more than a link", "text", "number"],
)
def test_links(formula: object, link: str | None) -> None:
    assert as_link(formula) == link
