"""Coverage-guided fuzzing of the readers and the language, with atheris.

    python -m tests.fuzz.run [package|sheet|language] [SECONDS]

Without a target each has its turn. What is found is written as ``crash-…`` into the working folder.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fuzz.seeds import CORPUS

_SECONDS = 60


def _fuzz(name: str, seconds: int) -> None:
    """Fuzz one target in this process, which atheris ends."""
    import atheris

    with atheris.instrument_imports(include=["toolkit"]):
        from tests.fuzz.targets import TARGETS

    with tempfile.TemporaryDirectory() as found:
        options = [
            f"-max_total_time={seconds}",
            "-timeout=10",
            "-rss_limit_mb=1024",
            "-max_len=20000",
            "-verbosity=0",
            f"-dict={CORPUS.with_name('words.dict')}",
        ]
        atheris.Setup(
            [sys.argv[0], *options, "-print_final_stats=1", found, str(CORPUS / name)], TARGETS[name]
        )
        atheris.Fuzz()


def main(arguments: list[str]) -> int:
    """Run one target here, or each in a process of its own; 1 when one found a fault."""
    names = [word for word in arguments if not word.isdigit()]
    seconds = next((int(word) for word in arguments if word.isdigit()), _SECONDS)
    if names:
        _fuzz(names[0], seconds)
        return 0
    failed = 0
    for target in sorted(path.name for path in Path(CORPUS).iterdir()):
        command = [sys.executable, "-m", "tests.fuzz.run", target, str(seconds)]
        failed |= subprocess.run(command, check=False).returncode
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
