"""A user of LibreOffice who has the extension."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from toolkit.excel.extension import EXTENSION_NAME, extension


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A user's home, whose settings name the Python that runs the tests."""
    settings = tmp_path / "home" / ".indicators" / "libreoffice.conf"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'"INTERPRETER","{sys.executable}"\n"RESIDENT","True"\n', encoding="utf-8")
    return tmp_path / "home"


@pytest.fixture
def folder() -> Iterator[Path]:
    """Where LibreOffice has its profile, with the extension in it. unopkg refuses to work for root."""
    with TemporaryDirectory(prefix="indicators-office-") as name:
        place = Path(name)
        package, profile = place / EXTENSION_NAME, place / "profile"
        package.write_bytes(extension())
        profile.mkdir()
        for path in (place, profile):
            path.chmod(0o777)
        command = ["unopkg", "add", f"-env:UserInstallation={profile.as_uri()}", str(package)]
        nobody: dict[str, Any] = {"user": "nobody", "group": "nogroup", "extra_groups": []}
        who = nobody if os.geteuid() == 0 else {}
        known = {**os.environ, "HOME": name}
        subprocess.run(command, check=True, capture_output=True, timeout=120, env=known, **who)
        yield place
