"""What each claim may be, and what is read in place of a value that it may not be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable

from .names import CAPTURES, MODES
from .values import has_only, is_text, is_text_list, is_whole

Test = Callable[[Any], bool]


def _never(_value: object) -> bool:
    return False


@dataclass(frozen=True)
class Reader:
    accepts: Test
    expected: str
    #: Read in place of a value that is not accepted; None: nothing at all.
    lowest: object = None
    #: A value that says what its absence says.
    is_idle: Test = _never
    #: A value of the right type that the vendor does not document.
    is_unknown_word: Test = _never


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_instant(value: Any) -> bool:
    # Seconds up to the year 2128; milliseconds are far beyond.
    return is_whole(value) and 0 < value < 5_000_000_000


def _is_seconds(value: Any) -> bool:
    return is_whole(value) and value > 0


def _is_string(value: object) -> bool:
    return isinstance(value, str)


def _word(*words: str, lowest: str | None = None) -> Reader:
    return Reader(
        accepts=lambda value: isinstance(value, str) and value in words,
        expected=f"one of {', '.join(words)}",
        lowest=lowest,
        is_unknown_word=_is_string,
    )


def _is_capture(value: object) -> bool:
    return isinstance(value, dict) and has_only(value, ["mode"]) and value.get("mode", MODES[0]) in MODES


def _is_unknown_capture(value: object) -> bool:
    return isinstance(value, dict) and has_only(value, ["mode"]) and isinstance(value.get("mode"), str)


def _is_room(value: Any) -> bool:
    if is_text_list(value):
        return len(value) > 1 and len(set(value)) == len(value)
    if isinstance(value, dict):
        return set(value) == {"pattern", "dialect"} and is_text(value["pattern"]) and is_text(value["dialect"])
    return is_text(value)


_TEXT = Reader(is_text, "a non-empty string")
# Nothing is decided by a description: an empty one is one.
_DESCRIPTION = Reader(_is_string, "a string")
_FLAG = Reader(_is_flag, "true or false")
_INSTANT = Reader(_is_instant, "an integer of unix seconds")
_CAPTURE = Reader(_is_capture, "an object with no member or a known `mode`", is_unknown_word=_is_unknown_capture)

#: A reader for every claim that is no switch, in the order in which claims are written.
READERS: dict[str, Reader] = {
    "account": _TEXT,
    "iat": _INSTANT,
    "nbf": Reader(_is_instant, _INSTANT.expected, is_idle=lambda value: is_whole(value) and value == 0),
    "exp": _INSTANT,
    "purposes": Reader(
        accepts=lambda value: value in (["api"], ["api", "participant"]),
        expected="api, or api and participant",
        is_idle=lambda value: value == ["participant"],
        is_unknown_word=is_text_list,
    ),
    "room": Reader(_is_room, "a name, a list of at least two, or a pattern with its dialect"),
    "user": _TEXT,
    "name": _DESCRIPTION,
    "email": _DESCRIPTION,
    "avatar": _DESCRIPTION,
    "metadata": Reader(lambda value: value is not None, "JSON that is not null"),
    "maxSeconds": Reader(_is_seconds, "positive seconds"),
    "endsAtExpiry": Reader(_is_flag, _FLAG.expected, lowest=True),
    "entry": _word("ask", "direct", lowest="ask"),
    "camera": _word("on", "off"),
    "microphone": _word("on", "off"),
    "autoRecord": _CAPTURE,
    "autoTranscribe": _CAPTURE,
    "language": _TEXT,
    "redirectUrl": _TEXT,
    "closeTabOnExit": _FLAG,
    "theme": _TEXT,
    "zone": _TEXT,
}

_KINDS = ("microphone", "camera", "screen", "screenAudio", "custom")


def _is_kinds(value: object, all_are_needed: bool) -> bool:
    if isinstance(value, bool):
        return True
    if not isinstance(value, dict) or not has_only(value, _KINDS) or not all(map(_is_flag, value.values())):
        return False
    return not all_are_needed or len(value) == len(_KINDS)


def _is_selection(value: object) -> bool:
    if not isinstance(value, dict) or not has_only(value, ["base", "byParticipantId"]):
        return False
    senders = value.get("byParticipantId", {})
    return (
        _is_kinds(value.get("base"), all_are_needed=True)
        and isinstance(senders, dict)
        and all(_is_kinds(said, all_are_needed=False) for said in senders.values())
    )


def _is_modes(value: Any) -> bool:
    """A list of modes, each once and in the order of the documents."""
    return is_text_list(value) and value != [] and value == [mode for mode in MODES if mode in value]


def read_switch(path: str) -> Reader:
    """The reader for the switch of a right: whatever cannot be read denies it."""
    if path == "rights.subscribe":
        return Reader(
            lambda value: _is_flag(value) or _is_selection(value), "a flag or a selection", lowest=False
        )
    if path in CAPTURES:
        return Reader(
            accepts=lambda value: _is_flag(value) or _is_modes(value),
            expected=f"true, false, or a list of {', '.join(MODES)}",
            lowest=False,
            is_unknown_word=lambda value: isinstance(value, str) or is_text_list(value),
        )
    return Reader(_is_flag, _FLAG.expected, lowest=False, is_unknown_word=_is_string)
