"""JSON that has exactly one reading: what the library lets through, and other readers read otherwise, is refused."""

from __future__ import annotations

import json
import re
from decimal import Decimal

from .refusal import Refusal
from .values import LARGEST_EXACT, Json

DEEPEST = 16
MOST_MEMBERS = 256

_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BLANKS = " \t\n\r"


def read_object(data: bytes, part: str) -> Json:
    """
    One part of a token as an object.

    Raises Refusal with the code of what is wrong: not UTF-8, a byte order mark, no JSON, no object, too deep, too many
    members, a name twice, a forbidden name, a number that cannot be had exactly.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal("token.not-utf8", f"The {part} part is not valid UTF-8.", part) from None
    if text.startswith("\ufeff"):
        raise Refusal("token.byte-order-mark", f"The {part} part begins with a byte order mark.", part)
    # Looked at before the library reads it: nesting costs it a stack.
    if _depth_of(text) > DEEPEST:
        raise Refusal("token.too-deep", f"The {part} part is nested more than {DEEPEST} levels deep.", part)
    value = _Reader(part).read(text)
    if not isinstance(value, dict):
        raise Refusal("token.not-an-object", f"The {part} part is not a JSON object.", part)
    return value


def _depth_of(text: str) -> int:
    depth = deepest = 0
    for bracket in re.findall(r"[\[\]{}]", _STRINGS.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


class _Reader:
    """The library's parser with a stricter view of names and numbers."""

    def __init__(self, part: str) -> None:
        self._part = part
        self._members = 0
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._object,
            parse_int=self._integer,
            parse_float=self._fraction,
            parse_constant=self._constant,
        )

    def read(self, text: str) -> object:
        try:
            # `decode` takes any white space around the value; JSON knows four characters.
            value, end = self._decoder.raw_decode(text, len(text) - len(text.lstrip(_BLANKS)))
        except ValueError:
            raise self._refusal("token.not-json", "is not valid JSON") from None
        if text[end:].strip(_BLANKS) != "":
            raise self._refusal("token.not-json", "has something behind its JSON")
        return value

    def _refusal(self, code: str, problem: str) -> Refusal:
        # No names and no values: they are what the token says.
        return Refusal(code, f"The {self._part} part {problem}.", self._part)

    def _object(self, pairs: list[tuple[str, object]]) -> Json:
        self._members += len(pairs)
        if self._members > MOST_MEMBERS:
            raise self._refusal("token.too-many-names", f"has more than {MOST_MEMBERS} members")
        value = dict(pairs)
        if "__proto__" in value:
            raise self._refusal("token.forbidden-name", "has a member named `__proto__`")
        if len(value) < len(pairs):
            raise self._refusal("token.duplicate-name", "has a name twice in one object")
        return value

    def _integer(self, digits: str) -> int:
        # First by length: a very long number takes very long to read.
        if len(digits) > 17 or abs(int(digits)) > LARGEST_EXACT:
            raise self._refusal("token.bad-number", "has a number that cannot be had exactly")
        return int(digits)

    def _fraction(self, digits: str) -> int | float:
        value = float(digits)
        is_whole = value.is_integer() if abs(value) <= LARGEST_EXACT else None
        # Infinite, or whole and beyond what is exact, or a fraction that has vanished in rounding.
        if is_whole is None or (is_whole and not _is_exactly(digits, int(value))):
            raise self._refusal("token.bad-number", "has a number that cannot be had exactly")
        return int(value) if is_whole else value

    def _constant(self, _name: str) -> object:
        raise self._refusal("token.not-json", "has a number that JSON does not know")


def _is_exactly(digits: str, value: int) -> bool:
    # Of a huge exponent the library would write out every zero.
    exponent = re.search(r"[eE][+-]?(\d+)$", digits)
    return (exponent is None or len(exponent[1]) <= 3) and len(digits) <= 1000 and Decimal(digits) == value
