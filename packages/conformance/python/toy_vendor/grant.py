"""A grant as somebody wrote it, right or wrong, read into its one long form."""

from __future__ import annotations

import re
from typing import Any, Callable, NoReturn

from .names import CAPTURES, MODES, SWITCHES
from .refusal import Refusal
from .values import Json, instant_kind, is_number, is_safe_name, is_whole

Read = Callable[[object, str], object]

_DURATION = re.compile(r"([1-9][0-9]{0,11})([smhd])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
#: About 31 years; a longer duration is an instant in the wrong field.
_LONGEST_DURATION = 10**9


def _invalid(path: str, problem: str, code: str = "grant.invalid") -> NoReturn:
    raise Refusal(code, f"`{path}` {problem}.", path)


def _flag(value: object, path: str) -> object:
    return value if isinstance(value, bool) else _invalid(path, "is not true or false")


def _text(value: object, path: str) -> object:
    return value if isinstance(value, str) else _invalid(path, "is not a text")


def _name(value: object, path: str) -> object:
    """A text that something is decided by: what two systems could read differently is refused."""
    if not isinstance(value, str) or value == "" or not is_safe_name(value):
        _invalid(path, "is not a name")
    return value


def _word(*words: str) -> Read:
    def read(value: object, path: str) -> object:
        return value if isinstance(value, str) and value in words else _invalid(path, f"is not one of {words}")

    return read


def _anything(value: object, path: str) -> object:
    return value if value is not None else _invalid(path, "is null")


def _stay_seconds(value: Any, path: str) -> object:
    if not is_whole(value) or value <= 0:
        _invalid(path, "is not a positive number of whole seconds")
    return value


def _members(shape: dict[str, Read]) -> Read:
    def read(value: object, path: str) -> object:
        if not isinstance(value, dict):
            _invalid(path, "is not an object")
        for name in value:
            if name not in shape:
                _invalid(f"{path}.{name}", "does not exist", "grant.unknown-field")
        return {name: shape[name](one, f"{path}.{name}") for name, one in value.items()}

    return read


def _capture(value: object, path: str) -> object:
    if not isinstance(value, list):
        return _flag(value, path)
    if not value or any(mode not in MODES for mode in value):
        _invalid(path, "is not a list of modes")
    modes = [mode for mode in MODES if mode in value]
    return True if len(modes) == len(MODES) else modes


def _subscribe(value: object, path: str) -> object:
    # What a selection holds is checked when the token is read back.
    return value if isinstance(value, dict) and "base" in value else _flag(value, path)


def _rights_shape() -> dict[str, Read]:
    groups: dict[str, dict[str, Read]] = {}
    shape: dict[str, Read] = {}
    for path in SWITCHES:
        group, _, kind = path.removeprefix("rights.").partition(".")
        if kind != "":
            groups.setdefault(group, {})[kind] = _flag
        elif path == "rights.subscribe":
            shape[group] = _subscribe
        else:
            shape[group] = _capture if path in CAPTURES else _flag
    return {**{group: _members(kinds) for group, kinds in groups.items()}, **shape}


def _purpose(value: object, path: str) -> object:
    purposes = value if isinstance(value, list) else [value]
    if not purposes or any(one not in ("api", "participant") for one in purposes):
        _invalid(path, "is not participant or api")
    return [one for one in ("api", "participant") if one in purposes]


def _room(value: object, path: str) -> object:
    if not isinstance(value, dict):
        return _name(value, path)
    if set(value) == {"any"} and value["any"] is True:
        return value
    if set(value) == {"pattern", "dialect"}:
        return {name: _name(one, f"{path}.{name}") for name, one in value.items()}
    names = value.get("anyOf")
    if set(value) != {"anyOf"} or not isinstance(names, list) or not names:
        _invalid(path, "names no room")
    rooms = sorted({str(_name(one, f"{path}.anyOf")) for one in names})
    return rooms[0] if len(rooms) == 1 else {"anyOf": rooms}


_CAPTURED = _members({"mode": _word(*MODES)})

_SHAPE: dict[str, Read] = {
    "purpose": _purpose,
    "room": _room,
    "participant": _members(
        {"id": _name, "name": _text, "email": _text, "avatarUrl": _text, "metadata": _anything}
    ),
    "stay": _members({"endsAtExpiry": _flag, "maxSeconds": _stay_seconds}),
    "entry": _word("ask", "direct"),
    "rights": _members(_rights_shape()),
    "start": _members({"camera": _word("on", "off"), "microphone": _word("on", "off")}),
    "automation": _members({"record": _CAPTURED, "transcribe": _CAPTURED}),
    "client": _members({"language": _text, "redirectUrl": _name, "closeTabOnExit": _flag}),
    "extensions": _anything,
}

_TIMES = ("notBefore", "expiresAt", "expiresIn")


def _instant(value: Any, path: str) -> int:
    kind = instant_kind(value)
    if kind == "milliseconds":
        _invalid(path, "looks like milliseconds", "grant.milliseconds")
    if kind == "relative":
        _invalid(path, "looks like a duration", "grant.relative-time")
    if kind != "ok":
        _invalid(path, "is not an instant in whole unix seconds")
    return int(value)


def _duration(value: Any, path: str) -> int:
    seconds: Any = value
    if isinstance(value, str):
        parts = _DURATION.fullmatch(value)
        seconds = None if parts is None else int(parts[1]) * _SECONDS[parts[2]]
    if not is_number(seconds) or not is_whole(seconds) or not 0 < seconds < _LONGEST_DURATION:
        _invalid(path, "is not a duration")
    return int(seconds)


def _window(given: Json, now: int) -> Json:
    """When somebody can join. A time in the wrong unit is never taken for another one."""
    if "expiresAt" in given and "expiresIn" in given:
        _invalid("expiresIn", "is given together with `expiresAt`")
    window: Json = {}
    if given.get("notBefore", 0) != 0 or given.get("notBefore", 0) is False:
        window["notBefore"] = _instant(given["notBefore"], "notBefore")
    if "expiresIn" in given:
        window["expiresAt"] = now + _duration(given["expiresIn"], "expiresIn")
    elif "expiresAt" not in given:
        raise Refusal("grant.missing", "`expiresAt` is missing: say when it ends, or null for never.", "expiresAt")
    elif given["expiresAt"] is None:
        window["expiresAt"] = None
    else:
        window["expiresAt"] = _instant(given["expiresAt"], "expiresAt")
    end = window["expiresAt"]
    if isinstance(end, int):
        if end <= now:
            _invalid("expiresAt", "is not after now", "grant.empty-window")
        start = window.get("notBefore", 0)
        if isinstance(start, int) and start >= end:
            _invalid("notBefore", "is not before the expiry", "grant.empty-window")
    return window


def parse_grant(given: object, now: int) -> Json:
    """
    The grant in its long form.

    Raises Refusal with the path of the first field that is wrong.
    """
    if not isinstance(given, dict):
        raise Refusal("grant.invalid", "The grant is not an object.")
    for name in given:
        if name not in _SHAPE and name not in _TIMES:
            _invalid(name, "does not exist", "grant.unknown-field")
    if "room" not in given:
        _invalid("room", "is missing", "grant.missing")
    grant: Json = {"purpose": ["participant"]}
    grant.update({name: _SHAPE[name](value, name) for name, value in given.items() if name in _SHAPE})
    grant.update(_window(given, now))
    return {name: value for name, value in grant.items() if value != {}}
