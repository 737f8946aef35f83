"""The catalogue: every rule that there is, in the order of the codes.

A new rule is its file and one line here. ``RULES`` and ``find`` load the files on first use, so that
asking for one rule does not load the others.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from toolkit.errors import ToolkitError
from toolkit.finding import Text

if TYPE_CHECKING:
    from toolkit.rules.model import Rule

    RULES: tuple[Rule, ...]

MODULES: tuple[str, ...] = (
    "structure.s001_unreadable_workbook",
    "structure.s002_table_not_found",
    "structure.s003_column_missing",
    "structure.s004_column_unexpected",
    "structure.s005_wrong_template",
    "structure.s006_issued_cell_changed",
    "structure.s007_row_missing",
    "structure.s008_row_unexpected",
    "structure.s009_row_duplicate",
    "structure.s010_hidden_content",
    "structure.s011_merged_gap",
    "structure.s012_error_value",
    "structure.s013_formula_altered",
    "structure.s014_formula_not_calculated",
    "structure.s015_external_link",
    "structure.s016_number_as_text",
    "structure.s017_wrong_type",
    "structure.s018_period_mismatch",
    "structure.s019_reporting_unit_mismatch",
    "structure.s020_value_out_of_schema",
    "structure.s021_guard_removed",
    "target.t001_target_missing",
    "target.t002_target_unmeasurable",
    "target.t003_target_packed",
    "target.t004_target_without_unit",
    "target.t005_target_soft",
    "target.t006_target_without_base",
    "target.t007_target_value_mismatch",
    "target.t008_target_changed",
    "actual.a001_actual_missing",
    "actual.a002_actual_partial",
    "actual.a003_unit_mismatch",
    "actual.a004_scale_anomaly",
    "actual.a005_far_over_target",
    "actual.a006_limit_breached",
    "actual.a007_behind_pace",
    "actual.a008_echoes_target",
    "actual.a009_actual_value_mismatch",
    "actual.a010_cumulative_decreased",
    "actual.a011_completion_rate_mismatch",
    "actual.a012_scope_mismatch",
    "percentage.p001_percentage_out_of_range",
    "percentage.p002_percentage_contradicts_figures",
    "percentage.p003_percentage_truncated",
    "percentage.p004_percentage_impossible",
    "percentage.p005_percentage_over_100",
    "percentage.p006_point_versus_percent",
    "percentage.p007_percentage_without_base",
    "percentage.p008_percentage_scale",
    "percentage.p009_shares_do_not_sum",
    "consistency.c001_parts_differ_from_whole",
    "consistency.c002_list_differs_from_count",
    "consistency.c003_claim_contradicts_figures",
    "consistency.c004_rows_disagree",
    "consistency.c005_self_contradiction",
    "consistency.c006_units_disagree",
    "narrative.n001_claim_without_figure",
    "narrative.n002_orphan_enumerator",
    "narrative.n003_activity_only",
    "narrative.n004_wording",
    "narrative.n005_fragment",
    "narrative.n006_progress_repeated",
    "time.d001_stale_period",
    "time.d002_relative_date",
    "time.d003_future_plan",
    "time.d004_not_started",
    "time.d005_wrong_year",
    "time.d006_late_submission",
    "time.d007_submission_missing",
    "template.x001_template_drift",
    "template.x002_breaking_change",
    "template.x003_version_not_raised",
    "template.x004_guard_missing",
    "template.x005_leftover_data",
    "template.x006_personal_metadata",
    "template.x007_external_link",
    "template.x008_schema_mismatch",
    "template.x009_macro_changed",
)


# What these find is of a unit in a round: checking a file does not ask them.
OF_A_ROUND = frozenset({"C006", "D006", "D007"})


@cache  # every file of a batch asks for all of them
def find(code: str) -> Rule:
    """The rule of this code. Raises ToolkitError where there is none."""
    prefix = f"{code.lower()}_"
    for module in MODULES:
        if module.rpartition(".")[2].startswith(prefix):
            return _load(module)
    raise _unknown(code)


def known_words() -> dict[str, str]:
    """Every code and every name of a rule, with the code. Loads no rule."""
    stems = [module.rpartition(".")[2].partition("_") for module in MODULES]
    codes = {code.upper(): code.upper() for code, _, _ in stems}
    return codes | {name.replace("_", "-"): code.upper() for code, _, name in stems}


def all_codes() -> tuple[str, ...]:
    """The codes of all rules, in the order of the catalogue; no rule is loaded for them."""
    return tuple(module.rpartition(".")[2].partition("_")[0].upper() for module in MODULES)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the catalogue."""
    return tuple(_load(module) for module in MODULES)


def _load(module: str) -> Rule:
    rule: Rule = import_module(f"{__name__}.{module}").RULE
    return rule


def _unknown(word: str) -> ToolkitError:
    return ToolkitError(
        Text(
            f"没有规则“{word}”，可用 indicators rules 查看全部规则。",
            f"There is no rule {word!r}; indicators rules lists them all.",
        )
    )


def __getattr__(name: str) -> object:
    if name == "RULES":
        return all_rules()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
