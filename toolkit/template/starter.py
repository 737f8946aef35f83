"""A working repository for an office: a round, a form, what is issued, the template, and the checks in CI."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from toolkit import starter
from toolkit.errors import ToolkitError
from toolkit.finding import Text
from toolkit.form_files import find_form
from toolkit.template.recipe import made
from toolkit.template.snapshot import beside, snapshot

FORM = "progress-form"
_PLACES: Mapping[str, str] = {
    "round.toml": "round.toml",
    "targets.toml": "templates/issue/targets.toml",
    "targets.csv": "templates/issue/targets.csv",
    "pre-commit-config.yaml": ".pre-commit-config.yaml",
    "github.yml": ".github/workflows/indicators.yml",
    "gitlab.yml": ".gitlab-ci.yml",
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "README.md": "README.md",
}
_TEMPLATE = "templates/xlsx/targets.xlsx"


def start(folder: Path, today: date) -> list[Path]:
    """Writes the repository and lists its files. Raises ToolkitError for a folder with anything in it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ToolkitError(Text(f"{folder} 不是空文件夹。", f"{folder} is not an empty folder."))
    source = Path(next(iter(starter.__path__)))
    texts = {place: (source / name).read_text(encoding="utf-8") for name, place in _PLACES.items()}
    texts = {place: text.replace("{year}", str(today.year)) for place, text in texts.items()}
    form = find_form(FORM)
    texts[f"schemas/{form.name}"] = form.read_text(encoding="utf-8")
    texts["inbox/.gitkeep"] = ""
    for place, text in texts.items():
        _write(folder / place, text.encode("utf-8"))
    template = folder / _TEMPLATE
    data, _ = made(FORM, folder / "templates/issue/targets.toml")
    _write(template, data)
    _write(beside(template), snapshot(data).encode("utf-8"))
    return sorted([*(folder / place for place in texts), template, beside(template)])


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise ToolkitError(
            Text(f"无法写入 {path}：{error.strerror}。", f"Cannot write {path}: {error.strerror}.")
        ) from error
