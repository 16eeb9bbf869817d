"""One test with everything that it inherits, and what became of it (1.4 and 9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Test:
    id: str
    level: str
    requires: list[str]
    input: dict[str, Any]
    expect: dict[str, Any]
    secrets: dict[str, str]


@dataclass(frozen=True)
class Result:
    test: Test
    outcome: str
    note: str = ""
