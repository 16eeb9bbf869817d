"""Comparing (9)."""

from __future__ import annotations

from typing import Any

from .implementation import Refused


def same(first: object, second: object) -> bool:
    """Equal as JSON (9.1): `1` and `true` are two, `1.0` and `1` are one."""
    if isinstance(first, dict) and isinstance(second, dict):
        return first.keys() == second.keys() and all(same(value, second[name]) for name, value in first.items())
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(map(same, first, second))
    return isinstance(first, bool) is isinstance(second, bool) and first == second


def at(value: object, path: list[str]) -> object:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def problem_of_refusal(expect: dict[str, Any], refused: Refused) -> str:
    """What is wrong with a refusal (9.3); messages are never compared."""
    if expect["outcome"] == "ok":
        return f"was refused with {refused.code}"
    if refused.code not in expect["anyOf"]:
        return f"was refused with {refused.code} instead of {' or '.join(expect['anyOf'])}"
    if "path" in expect and refused.path != expect["path"]:
        return f"was refused at {refused.path} instead of {expect['path']}"
    return ""
