"""Questions about JSON values. In Python `True == 1`, in JSON the two are different values."""

from __future__ import annotations

from typing import Any, Iterable

Json = dict[str, Any]

#: The largest integer that every JSON reader has exactly.
LARGEST_EXACT = 2**53 - 1

#: What looks like milliseconds: the year 5138, were it seconds.
MILLISECONDS_FROM = 10**11
#: What looks like a duration: September 2001, were it an instant.
DURATIONS_BELOW = 10**9


def is_whole(value: object) -> bool:
    """A number without a fraction that every reader has exactly."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST_EXACT


def is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_text(value: object) -> bool:
    return isinstance(value, str) and value != ""


def is_text_list(value: object) -> bool:
    return isinstance(value, list) and all(is_text(one) for one in value)


def has_only(value: Json, names: Iterable[str]) -> bool:
    return set(value) <= set(names)


def instant_kind(value: Any) -> str:
    """What a value is when it is read as an instant in unix seconds."""
    if not is_number(value) or not 0 < value <= 8.64e12:
        return "not-a-date"
    if value >= MILLISECONDS_FROM:
        return "milliseconds"
    if not is_whole(value):
        return "fractional"
    return "relative" if value < DURATIONS_BELOW else "ok"


def is_safe_name(text: str) -> bool:
    """Whether every system reads this text in the same way: no control characters, no half of a surrogate pair."""
    return all(ord(one) >= 0x20 and not 0x7F <= ord(one) < 0xA0 and not 0xD800 <= ord(one) < 0xE000 for one in text)


def length_of(text: str) -> int:
    """The length as the capability tables count it: in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def same_value(first: object, second: object) -> bool:
    """Equal as JSON values: the order of members means nothing, and `true` is not 1."""
    if isinstance(first, dict) and isinstance(second, dict):
        return first.keys() == second.keys() and all(same_value(first[name], second[name]) for name in first)
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(map(same_value, first, second))
    if isinstance(first, bool) or isinstance(second, bool):
        return first is second
    return first == second


def member_at(value: object, path: str) -> object:
    """The value at a dotted path, or None where there is nothing."""
    for name in path.split("."):
        if not isinstance(value, dict) or name not in value:
            return None
        value = value[name]
    return value


def given(members: Json) -> Json:
    """Without the members that are None."""
    return {name: value for name, value in members.items() if value is not None}
