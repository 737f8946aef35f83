"""What a hurried hand types: each ends in one sentence that says what is wrong and what is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import CLEAN, Indicators, Workbook


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check"], "缺少文件或文件夹，例如 报送表.xlsx；用法见 indicators check --help。"),
        (["chek"], "没有命令 chek，是否指 check；用法见 indicators --help。"),
        (["check", "--formt"], "没有选项 --formt，是否指 --format；用法见 indicators check --help。"),
        (["check", "--period"], "选项 --period 后面要写一个值；用法见 indicators --help。"),
        (["check", "甲", "--fail-on", "warn"], "选项 --fail-on 的值有误，可以是 error、warning、info、never"),
        (["check", "甲", "--jobs", "0"], "选项 --jobs 的值有误，应为不小于 1 的整数"),
        (["check", "甲", "--lang", "cn"], "选项 --lang 的值有误，可以是 zh、en"),
        (["rule"], "缺少规则代码，例如 A006；"),
        (["rule", "A006", "A007"], "多写了内容（A007）；名称中有空格的要加引号；"),
        (["init"], "缺少文件夹，例如 收件箱；"),
    ],
)
def test_a_wrong_command_line(indicators: Indicators, arguments: list[str], sentence: str) -> None:
    code, output, error = indicators(*arguments)
    assert (code, output, error.count("\n")) == (2, "", 1)
    assert error.startswith(sentence)


def test_a_wrong_command_line_in_english(indicators: Indicators, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = indicators("check", "--lang", "en", "--formt")
    monkeypatch.setenv("INDICATORS_LANG", "en")
    assert asked == indicators("check", "--formt")
    assert asked[2] == "No such option '--formt'. Did you mean '--format'?; see indicators check --help.\n"


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("报送表", "，是否指 "),
        ("我的", '：名称中有空格的，请加引号，例如 "我的 文件夹"'),
        ("别的.xlsx", "，请核对路径和文件名"),
    ],
)
def test_a_path_that_is_not_there(
    indicators: Indicators, submission: Workbook, tmp_path: Path, name: str, advice: str
) -> None:
    submission(CLEAN, "报送表.xlsx")
    submission(CLEAN, "我的 文件夹/甲.xlsx")
    code, _, error = indicators("check", tmp_path / name)
    assert (code, error.count("\n")) == (2, 1)
    assert error.startswith(f"找不到 {tmp_path / name}{advice}")


def test_slashes_of_windows(
    indicators: Indicators, submission: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    submission(CLEAN, "收件/甲.xlsx")
    monkeypatch.chdir(tmp_path)
    assert indicators("check", r".\收件\甲.xlsx")[2] == "找不到 .\\收件\\甲.xlsx，是否指 收件/甲.xlsx。\n"


def test_an_empty_name_is_not_this_folder(indicators: Indicators) -> None:
    assert indicators("check", "") == (2, "", "文件名是空的，请写明要检查的文件。\n")


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("结果.pdf", "不能写成 .pdf 文件；要打印或转发，请用网页，例如 --output "),
        ("没有/结果.json", "无法写入 "),
    ],
)
def test_an_output_that_cannot_be(
    indicators: Indicators, submission: Workbook, tmp_path: Path, output: str, sentence: str
) -> None:
    code, _, error = indicators("check", submission(CLEAN), "-o", tmp_path / output)
    assert (code, error.count("\n")) == (2, 1)
    assert error.startswith(sentence)
    assert not (tmp_path / output).exists()


@pytest.mark.parametrize("period", ["2017年上半年", "2017H1", "2017/1/1-2017/6/30"])
def test_a_period_as_one_says_it(indicators: Indicators, submission: Workbook, period: str) -> None:
    assert indicators("check", submission(CLEAN), "--period", period, "--select", "S018，A007")[0] == 0


def test_half_a_period(indicators: Indicators, submission: Workbook) -> None:
    code, _, error = indicators("check", submission(CLEAN), "--period", "上半年")
    assert (code, error.count("\n")) == (2, 1)
    assert "例如 2017年上半年、2017-01-01/2017-06-30" in error


def test_all_rules_that_an_unreadable_file_stops_are_counted(indicators: Indicators, tmp_path: Path) -> None:
    (tmp_path / "空.xlsx").touch()
    code, output, _ = indicators("check", tmp_path / "空.xlsx")
    assert code == 3
    assert "条规则：文件无法读取" in output
    assert "没有找到报送表的表头" not in output
