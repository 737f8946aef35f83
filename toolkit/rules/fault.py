"""Our own bug inside a rule: never a finding, and never a pass."""

from __future__ import annotations


class RuleFault(Exception):
    """A rule that raised instead of answering. ``code`` names it."""

    def __init__(self, code: str, what: str) -> None:
        super().__init__(f"rule {code} failed: {what}")
        self.code = code
        self.what = what

    def __reduce__(self) -> tuple[type[RuleFault], tuple[str, str]]:
        """Survives the way back from a worker process."""
        return RuleFault, (self.code, self.what)
