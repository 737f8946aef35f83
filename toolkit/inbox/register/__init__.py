"""The register: who sent what, when, with which verdict. What is written stays as it was written.

A SQLite file by default, PostgreSQL by URL. A submission, its judgement and its findings go in
together or not at all, and the same submission goes in once, whoever else is writing.
"""

from __future__ import annotations

from toolkit.inbox.register.opening import open_register
from toolkit.inbox.register.register import Entry, Recorded, Register, Tripped

__all__ = ["Entry", "Recorded", "Register", "Tripped", "open_register"]
