"""Reads one quantity where a number begins: its digits, its scale, its unit, and how exact it is.

What only looks like a quantity is refused here by its own form: 7号院, 5G, 世界500强, 12345热线,
一些, 三级, 10亿元以上项目. A number without a known unit is a quantity only where a word before
it says so (指数为91) or where nothing follows it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from toolkit.language.model import Approximation, Quantity
from toolkit.language.numerals import parse_numeral
from toolkit.language.units import Unit, chinese_measures, kind_of, read_unit
from toolkit.language.vocabulary import by_first, words

_DIGITS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_CHAIN = re.compile(r"(?:[-.:/+×xX*#~_][A-Za-z0-9]+)+")
_NAME = re.compile(r"[A-Za-z0-9.+/_-]{1,40}")
_RANGE = re.compile(r"(?:%|‰)?[-~至到]([0-9]+(?:\.[0-9]+)?)")
_NUMERAL = re.compile(r"[零一二两三四五六七八九十百千万亿〇廿卅]+")
_FRACTION = re.compile(r"(十万|百|千|万|[二三四五六七八九十])分之([零一二三四五六七八九十百〇点]+)")
_TENTHS = re.compile(
    r"[一二两三四五六七八九](?:成(?![立本员果效功为长都品熟交套年因分就绩型片不人])|折(?![子线叠算旧腾]))"
)
_SUFFIX = re.compile(r"左右|上下|以上|以下|以内|之内|及以上|余|多(?![种项元])")
_BEFORE_BARE = re.compile(r"(?:为|达到|达|至|到|指数|得分|评分|分值|比|以上|新增|完成|是|在)$")
_NO_NOUN = re.compile(r"(?:附件|国道|省道|县道|[表图号线级版期类型])$")
_COUNTING = re.compile(
    r"(?:完成|新建|建成|新增|改造|建设|引进|培训|创建|整治|发展|解决|修复|实施|维修|提升|更新|安装|建立|打造|举办|扶持|培育|救助|帮扶|购置|配备|种植|治理|修建|新改|募集|筹集|争取|接待|资助|发放)[^,。;:]{0,20}$"
)
_TIME_WORDS = re.compile(
    r"压缩|缩短|控制|不超过|时限|周期|平均|减少|用时|时间|响应|到达|学习|服务|办结|提速|累计|共计|轮训|培训|不少于|不低于|达到|供应|其中|优|良|污染|达标|监测|、|有效|天数"
)
_ESTIMATE = re.compile("一二|二三|两三|三四|四五|五六|六七|七八|八九(?=[十百千万]|$)")
_MONTHS_OR_TIMES = frozenset("年月周日内每第")
_ONE_WORDS = (
    "至少",
    "不少于",
    "不低于",
    "完成",
    "建成",
    "新增",
    "新建",
    "创建",
    "共",
    "打造",
    "达到",
    "建设",
    "引进",
    "只有",
    "仅",
    "除",
)
_WORDS_BEFORE: dict[str, Approximation] = {
    "不低于": ">=", "不少于": ">=", "不小于": ">=", "至少": ">=", "不超过": "<=", "不高于": "<=", "不大于": "<=",
    "高于": ">", "低于": "<", "大于": ">", "小于": "<", "约": "~", "近": "<", "超过": ">", "超": ">", "逾": ">", "突破": ">", "不足": "<", "不到": "<", "上": ">", "过": ">"
}  # fmt: skip
_WORDS_AFTER: dict[str, Approximation] = {
    "左右": "~", "上下": "~", "以上": ">=", "及以上": ">=", "以下": "<=", "以内": "<=", "之内": "<=", "余": ">", "多": ">"
}  # fmt: skip
_LONGEST = 24
_AT_LEAST = re.compile("至少(?:建成|完成|新建|创建|打造)$")
_MIXED = re.compile(r"([0-9]+)(亿|万)([0-9]+)(千|百|万)?(?![0-9.%年月号])")


def read_arabic(text: str, start: int) -> tuple[Quantity | None, int]:
    """The quantity whose first digit stands at ``start``, and where to read on."""
    match = _DIGITS.match(text, start)
    if match is None:
        return None, start + 1
    end = match.end()
    before = text[start - 1] if start else ""
    if (
        end - start > _LONGEST
        or before == "第"
        or (before.isascii() and before.isalpha() and not _after_acronym(text, start))
    ):
        return None, end
    if (mixed := _MIXED.match(text, start)) is not None and mixed.end() - start <= _LONGEST:
        return _finish(text, start, _mixed(mixed), mixed.end(), 0)
    percent_range = _RANGE.match(text, end)
    if percent_range is not None and not text.startswith("月", percent_range.end()):
        return _range(text, start, match[0], percent_range)
    if (chain := _CHAIN.match(text, end)) is not None and not text.startswith("/", end):
        return None, chain.end()
    number = Decimal(match[0].replace(",", ""))
    negative = before == "-" and text[max(0, start - 4) : start - 1].endswith(
        ("增长", "增幅", "同比", "为", "下降", "增速", "(")
    )
    digits = len(match[0].partition(".")[2])
    return _finish(text, start - negative, -number if negative else number, end, digits)


def _mixed(match: re.Match[str]) -> Decimal:
    """``3万5千`` is 35,000 and ``1亿3000万`` is 130,000,000."""
    scales = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, None: 1}
    return Decimal(int(match[1]) * scales[match[2]] + int(match[3]) * scales[match[4]])


def _after_acronym(text: str, start: int) -> bool:
    return text[max(0, start - 3) : start] in ("GDP", "CPI")


def _finish(text: str, start: int, number: Decimal, end: int, digits: int) -> tuple[Quantity | None, int]:
    """Adds scale, unit and the words around a number that ends at ``end``."""
    approximation: Approximation = ""
    if text[end : end + 1] in ("余", "多", "几") and text[end : end + 1]:
        approximation, end = ">", end + 1
    unit = read_unit(text, end)
    if unit is None:
        return _bare(text, start, number, end, digits)
    end += unit.length
    if (
        not unit.base
        and text[end : end + 1] in ("余", "多", "几")
        and (counted := read_unit(text, end + 1)) is not None
    ):
        unit = Unit(unit.text + counted.text, counted.base, unit.factor * counted.factor, 0, counted.kind)
        approximation, end = ">", end + 1 + counted.length
    if not _is_quantity(text, start, end, unit):
        return None, end
    if (after := _SUFFIX.match(text, end)) is not None:
        approximation = _WORDS_AFTER[after[0]]
        if _is_threshold(text, start, after.end(), unit, after[0]):
            return None, after.end()
        if after[0] in ("余", "多"):
            end = after.end()
    approximation = approximation or _before(text, start)
    return quantity(text, start, end, number, unit, approximation, digits), end


def quantity(  # noqa: PLR0913, PLR0917 - the seven things that a quantity is made of
    text: str, start: int, end: int, number: Decimal, unit: Unit, approximation: Approximation, digits: int
) -> Quantity:
    """A quantity with its base value and the interval that rounding or a word like 余 leaves open."""
    if unit.kind == "ratio" and unit.text in ("成", "折"):
        number, unit = number * 10, Unit("%", "%", Decimal(1), unit.length, "percent")
    base = number * unit.factor
    low, high = _interval(number, unit.factor, approximation, digits)
    name = unit.text if unit.base else None
    return Quantity(
        text[start:end], start, end, number, name, base, unit.base or None, approximation, digits, low, high
    )


def _interval(
    number: Decimal, factor: Decimal, approximation: Approximation, digits: int
) -> tuple[Decimal, Decimal]:
    step = Decimal(1).scaleb(-digits)
    if approximation in (">", "<", "~"):
        shown = number.normalize().as_tuple()
        step = Decimal(1).scaleb(max(int(shown.exponent), 0) if number else 0)
        wide = {
            ">": (number, number + step),
            "<": (number - step, number),
            "~": (number - step, number + step),
        }
        low, high = wide[approximation]
        return low * factor, high * factor
    half = step / 2 if digits or factor != 1 else Decimal(0)
    return (number - half) * factor, (number + half) * factor


def _before(text: str, start: int) -> Approximation:
    if _AT_LEAST.search(text, max(0, start - 8), start) is not None:
        return ">="
    for length in (3, 2, 1):
        word = text[max(0, start - length) : start]
        if word in _WORDS_BEFORE and text[max(0, start - length - 1) : start - length] not in (
            "附",
            "就",
            "邻",
            "临",
            "最",
        ):
            if word == "上" and text[start] not in "百千万":
                continue
            if word == "过" and text[start] not in "百千万半":
                continue
            return _WORDS_BEFORE[word]
    return ""


def _is_quantity(text: str, start: int, end: int, unit: Unit) -> bool:
    """Whether a number with this unit counts or measures something here."""
    if unit.kind == "time":
        return bool(_TIME_WORDS.search(text, max(0, start - 14), start)) and (
            not text.startswith(("内", "前", "后"), end) or text[max(0, start - 1) : start] in "至到在过"
        )
    if unit.base in ("号", "度"):
        return False
    if unit.text == "分" and text[max(0, start - 1) : start] in ("时", "点"):
        return False
    if (
        text[max(0, start - 1) : start] == "前"
        and text[max(0, start - 2) : start] not in ("目前", "以前", "之前", "日前", "年前")
        and unit.base in ("名", "位", "家", "个")
    ):
        return False
    if unit.text == "分" and text.startswith(("之", "类", "钟"), end):
        return False
    if unit.base == "个" and text.startswith(("方面", "阶段", "百分"), end):
        return False
    if unit.kind == "measure" and text[max(0, start - 1) : start] in ("每", "第"):
        return False
    return text[max(0, start - 1) : start] != "每"


def _is_threshold(text: str, start: int, end: int, unit: Unit, word: str) -> bool:
    """``10亿元以上项目`` and ``达到了900分以上`` behind a count: a class of things, not an amount."""
    if word in ("余", "多", "左右", "上下"):
        return False
    clause = text[max(0, start - 30) : start].rpartition(",")[2]
    if unit.text == "分":
        return bool(re.search(r"[0-9一二两三四五六七八九十][个家名所]", clause))
    following = text[end : end + 1]
    if not following or not "\u4e00" <= following <= "\u9fff" or following in "为并且比较":
        return False
    return unit.kind in ("money", "physical", "percent", "score", "compound") or unit.base in (
        "人",
        "名",
        "人次",
        "户",
    )


def _bare(text: str, start: int, number: Decimal, end: int, digits: int) -> tuple[Quantity | None, int]:
    """A number without a unit: an index or score behind 为 or 达到, or one whose unit was forgotten."""
    following = text[end : end + 1]
    if following and (following.isascii() and (following.isalnum() or following in "+-/×_#&@~=")):
        name = _NAME.match(text, end)
        return None, name.end() if name else end
    after = _SUFFIX.match(text, end)
    stop = text[after.end() : after.end() + 1] if after else following
    lead = text[max(0, start - 6) : start]
    if (stop and stop not in ",。;、)!\n:") or not lead or lead[-1] in "、.(:)-/号第级" or lead[-1].isascii():
        return None, end
    forgotten = _forgotten(text, start)
    if not forgotten and (_looks_like_a_year_or_hotline(text[start:end]) or not _BEFORE_BARE.search(lead)):
        return None, end
    is_index = re.search(r"指数|得分|评分|分值|评价|成绩|排名", text[max(0, start - 14) : start]) is not None
    if re.search(r"排名|名次|位列|位居", lead):
        return None, end
    unit = Unit("指数" if is_index else "", "指数" if is_index else "", Decimal(1), 0, "score")
    approximation = _WORDS_AFTER[after[0]] if after else _before(text, start)
    return quantity(text, start, end, number, unit, approximation, digits), end


def _forgotten(text: str, start: int) -> bool:
    """八成以上 is at least 80 %, 两成多 more than 20 %, 七折 is 70 % of the former price."""
    return (
        _NO_NOUN.search(text, max(0, start - 2), start) is None
        and _COUNTING.search(text, max(0, start - 24), start) is not None
    )


def _looks_like_a_year_or_hotline(digits: str) -> bool:
    return re.fullmatch(r"(?:19|20)[0-9]{2}|1[12][0-9]{1}|12[0-9]{3}|96[0-9]{3,4}", digits) is not None


def _range(text: str, start: int, first: str, following: re.Match[str]) -> tuple[Quantity | None, int]:
    """``10%-15%``, ``6至8个``: the value is the lower end, which is what has to be reached."""
    unit = read_unit(text, following.end())
    if (
        unit is None
        or unit.kind == "time"
        or text[following.end() :][:1] == "号"
        or _CHAIN.match(text, following.end())
    ):
        chain = _CHAIN.match(text, following.end())
        return None, chain.end() if chain else following.end()
    low, high = Decimal(first.replace(",", "")), Decimal(following[1])
    end = following.end() + unit.length
    if low >= high:
        return None, end
    digits = len(first.partition(".")[2])
    read = quantity(text, start, end, low, unit, ">=", digits)
    return Quantity(
        read.text,
        start,
        end,
        low,
        read.unit,
        read.base_value,
        read.base_unit,
        "~",
        digits,
        low * unit.factor,
        high * unit.factor,
    ), end


def read_chinese(text: str, start: int) -> tuple[Quantity | None, int]:
    """The quantity written in Chinese numerals at ``start``, and where to read on."""
    if (fraction := _FRACTION.match(text, start)) is not None:
        return _fraction(text, start, fraction)
    name = next((word for word in names().get(text[start], ()) if text.startswith(word, start)), None)
    if name is not None:
        return None, start + len(name)
    if text.startswith(("过半", "一半", "百分百"), start):
        return _half(text, start)
    if text.startswith("半数", start):
        unit = Unit("%", "%", Decimal(1), 1, "percent")
        word: Approximation = ">=" if text.startswith("以上", start + 2) else "~"
        return quantity(text, start, start + 2, Decimal(50), unit, word, 0), start + 2
    if text[start] == "翻":
        end = text.index("番", start) + 1
        times = parse_numeral(text[end - 2])
        unit = Unit("%", "%", Decimal(1), 1, "percent")
        growth = Decimal(0) if times is None else (Decimal(2) ** int(times) - 1) * 100
        return quantity(text, start, end, growth, unit, "", 0), end
    if (tenths := _TENTHS.match(text, start)) is not None:
        return _tenths(text, start, tenths)
    return _counted(text, start)


@cache
def names() -> Mapping[str, tuple[str, ...]]:
    """Names and idioms by their first numeral, the longest first: 三元桥, 八项规定, 千家万户."""
    return by_first(words("names", ""))


@cache
def _measures() -> Mapping[str, tuple[str, ...]]:
    return by_first(chinese_measures())


def _half(text: str, start: int) -> tuple[Quantity | None, int]:
    """过半 is more than 50 %, 一半 is 50 %, 百分百 is 100 %, and the slogan 时间过半 is no number."""
    word = text[start : start + 3 if text.startswith("百分百", start) else start + 2]
    end = start + len(word)
    if word == "过半" and (
        "时间过半" in text[max(0, start - 12) : end + 8] or text[max(0, start - 1) : start] == "双"
    ):
        return None, end
    unit = Unit("%", "%", Decimal(1), 0, "percent")
    return quantity(
        text, start, end, Decimal(100 if word == "百分百" else 50), unit, ">" if word == "过半" else "", 0
    ), end


def _fraction(text: str, start: int, match: re.Match[str]) -> tuple[Quantity | None, int]:
    """百分之五点三 is 5.3 %, 三分之二 is 66.6667 %, 千分之四 is 4 ‰."""
    whole, _, decimals = match[2].partition("点")
    part = parse_numeral(whole)
    if part is None:
        return None, match.end()
    if decimals:
        parsed = "".join(str(parse_numeral(digit) or 0) for digit in decimals)
        part += Decimal(f"0.{parsed}")
    names = {"百": "%", "千": "‰", "万": "‱", "十万": "/10万"}
    end = match.end()
    if match[1] in names:
        unit = Unit(names[match[1]], names[match[1]], Decimal(1), 0, "percent")
        value = part
    else:
        divisor = parse_numeral(match[1])
        if not divisor or part > divisor:
            return None, end
        unit = Unit("%", "%", Decimal(1), 0, "percent")
        value = round(part * 100 / divisor, 4)
    after = _SUFFIX.match(text, end)
    return quantity(
        text,
        start,
        end,
        value,
        unit,
        _WORDS_AFTER[after[0]] if after else _before(text, start),
        len(decimals),
    ), end


def _tenths(text: str, start: int, match: re.Match[str]) -> tuple[Quantity | None, int]:
    value = parse_numeral(match[0][0])
    if value is None or (start and text[start - 1] in "一二三四五六七八九十百千第"):
        return None, match.end()
    unit = Unit("%", "%", Decimal(1), 1, "percent")
    after = _SUFFIX.match(text, match.end())
    word: Approximation = _WORDS_AFTER[after[0]] if after else _before(text, start)
    end = match.end() + (1 if text.startswith("多", match.end()) else 0)
    return quantity(text, start, end, value * 10, unit, word, 0), end


def _counted(text: str, start: int) -> tuple[Quantity | None, int]:
    """三个楼房, 百余户, 三千二百亩: a numeral with a measure word that counts things."""
    match = _NUMERAL.match(text, start)
    if match is None or match.end() - start > _LONGEST:
        return None, start + 1 if match is None else match.end()
    end = match.end()
    if start and text[start - 1] in _MONTHS_OR_TIMES and text[start - 1] != "月":
        return None, end
    vague = text[end : end + 1] in ("余", "多", "几")
    place = end + vague
    numeral = match[0]
    measure = next(
        (word for word in _measures().get(text[place : place + 1], ()) if text.startswith(word, place)), None
    )
    if (
        measure is None
        and len(numeral) > 1
        and (unit := read_unit(text, place))
        and unit.kind in ("measure", "physical", "money")
        and unit.base != "届"
    ):
        measure = unit.text
    if measure is None and numeral[-1] in "万亿" and len(numeral) > 1:
        numeral, place = numeral[:-1], place - 1
        measure = next(
            (word for word in _measures().get(text[place : place + 1], ()) if text.startswith(word, place)),
            None,
        )
    value = parse_numeral(_ESTIMATE.sub(lambda pair: pair[0][0], numeral))
    if (
        measure is None
        or value is None
        or not _counts_something(text, start, place + len(measure), numeral, measure)
    ):
        return None, end
    scale = numeral[-1] if len(numeral) > 1 and numeral[-1] in "万亿" and measure in ("元", "美元") else ""
    if scale:  # 百亿元 is 100 of 亿元, as it would be in figures
        value, place = parse_numeral(numeral[:-1]) or value, place - 1
    unit = read_unit(text, place) or Unit(measure, measure, Decimal(1), len(measure), "measure")
    if unit.length != len(measure) and kind_of(unit.base) not in ("measure", "physical", "money"):
        unit = Unit(measure, measure, Decimal(1), len(measure), "measure")
    stop = place + unit.length
    after = _SUFFIX.match(text, stop)
    if after is not None and _is_threshold(text, start, after.end(), unit, after[0]):
        return None, after.end()
    word: Approximation = ">" if vague else _WORDS_AFTER[after[0]] if after else _before(text, start)
    return quantity(text, start, stop, value, unit, word, 0), stop


_WORD_PAIRS = (
    "一起",
    "一次性",
    "一条龙",
    "一项项",
    "一批",
    "一份",
    "一位",
    "一名",
    "一处",
    "一块",
    "一条",
    "一件",
    "一场",
    "一人",
    "一支",
    "一套",
    "一座",
    "一期",
    "一届",
)


def _counts_something(text: str, start: int, end: int, numeral: str, measure: str) -> bool:
    """一 counts only behind a word that asks for a number; 三个代表 and 两个责任 are names."""
    following = text[end : end + 2]
    if following.startswith(("月", "年", "季度", "星期", "小时", "工作日", "学期")):
        return False
    if numeral in ("一", "半", "十") or (numeral == "千"):
        if numeral == "一" and not text[max(0, start - 3) : start].endswith(_ONE_WORDS):
            return False
        if text.startswith(_WORD_PAIRS, start) and not text[max(0, start - 3) : start].endswith(
            ("至少", "不少于", "新增")
        ):
            return False
    if following.startswith(
        (
            "代表",
            "责任",
            "确保",
            "意识",
            "自信",
            "维护",
            "一律",
            "方面",
            "阶段",
            "层面",
            "百分",
            "必须",
            "为",
            "转变",
            "更加",
            "清单",
            "全面",
        )
    ):
        return False
    if following.startswith("级"):
        return False
    if measure.startswith("批") and text[max(0, start - 1) : start] == "、":
        return False
    if text[max(0, start - 1) : start] in ("第", "逐", "同", "统", "初", "每", "这", "那", "某", "哪"):
        return False
    return measure not in ("届", "期", "人", "位", "块", "支") or len(numeral) > 1 or numeral not in "一两"
