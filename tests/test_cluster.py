"""The same check over a scheduler and two workers on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from toolkit.check import Settings, check
from toolkit.errors import ToolkitError
from toolkit.previous import ELSEWHERE, Source, Sources
from toolkit.testing import three_columns

distributed = pytest.importorskip("distributed", reason="the extra “cluster” is not installed")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]  # what dask warns of is its own


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address.replace("tcp://", "dask://")


def test_the_cluster_says_the_same(address: str, tmp_path: Path) -> None:
    paths = []
    for number in range(6):
        path = tmp_path / f"2017年上半年-{number}.xlsx"
        path.write_bytes(three_columns([("拆违", f"拆除违法建设{number + 1}处", "上半年拆除1处。")]))
        paths.append(path)
    paths[2].write_bytes(b"PK\x03\x04 cut off")
    here = Settings(jobs=1)
    assert list(check(paths, replace(here, executor=address)).files) == list(check(paths, here).files)


def test_a_missing_file_is_the_operators_mistake_there_too(address: str, tmp_path: Path) -> None:
    with pytest.raises(ToolkitError, match="missing"):
        check([tmp_path / "missing.xlsx"], Settings(executor=address))


@pytest.mark.parametrize(
    ("executor", "said"),
    [("spark://one", "dask://"), ("dask://", "dask://"), ("dask://127.0.0.1:9", "answer")],
)
def test_a_wrong_address_is_one_sentence(
    executor: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("toolkit.cluster._SECONDS", 1)
    path = tmp_path / "one.xlsx"
    path.write_bytes(three_columns([("拆违", "拆除2处", "拆除1处")]))
    with pytest.raises(ToolkitError, match=said):
        check([path], Settings(executor=executor))


def test_a_cluster_says_that_it_compares_with_nothing(address: str, tmp_path: Path) -> None:
    path = tmp_path / "2017年上半年.xlsx"
    path.write_bytes(three_columns([("拆违", "拆除12处", "上半年拆除1处。")]))
    previous = Sources(alone=Source(path, ""))
    (file,) = check([path], Settings(executor=address, previous=previous, select=("A010",))).files
    assert [(each.code, each.because) for each in file.skipped] == [("A010", ELSEWHERE)]
