"""Claims and properties: what stands on the wire, in the vendor's words, with nothing lost on the way."""

from __future__ import annotations

from .names import MARK, MARK_NAME, SWITCHES
from .readers import READERS, Reader, read_switch
from .values import Json

_SWITCH_NAMES = frozenset(SWITCHES.values())
_KNOWN = frozenset([MARK_NAME, "can", *READERS])

#: What `json.loads` gives for null; a claim that is left out has no value at all.
_ABSENT = object()


def _finding(code: str, severity: str, path: str, message: str, cure: str) -> Json:
    return {"id": code, "severity": severity, "path": path, "message": message, "cure": cure}


def _read_claim(value: object, path: str, reader: Reader, findings: list[Json]) -> object:
    """The value that counts; `_ABSENT` where there is none. A value that cannot be read is never the stronger one."""
    if value is _ABSENT:
        return _ABSENT
    if reader.is_idle(value):
        findings.append(
            _finding("claims.tolerated", "info", path, f"`{path}` says what its absence says.", "Leave it out.")
        )
        return _ABSENT
    if reader.accepts(value):
        return value
    code = "claims.unknown-value" if reader.is_unknown_word(value) else "claims.invalid"
    message = f"`{path}` is not {reader.expected}."
    findings.append(_finding(code, "error", path, message, f"Mint it as {reader.expected}."))
    return _ABSENT if reader.lowest is None else reader.lowest


def _read_can(value: object, findings: list[Json]) -> tuple[object, Json]:
    """The switches, and the members beside them that nobody documents."""
    if value is _ABSENT:
        return _ABSENT, {}
    if not isinstance(value, dict):
        findings.append(_finding("claims.invalid", "error", "can", "`can` is not an object.", "Mint it as an object."))
        return {name: False for name in SWITCHES.values()}, {}
    if not value:
        findings.append(_finding("claims.tolerated", "info", "can", "`can` says nothing.", "Leave it out."))
    read = {
        name: _read_claim(value.get(name, _ABSENT), f"can.{name}", read_switch(path), findings)
        for path, name in SWITCHES.items()
    }
    said = {name: one for name, one in read.items() if one is not _ABSENT}
    unknown = {name: one for name, one in value.items() if name not in _SWITCH_NAMES}
    return (said if said else _ABSENT), unknown


def recognize(claims: Json) -> Json | None:
    """How sure it is that a token is the vendor's, and why; nothing where nothing speaks for it."""
    is_ours = claims.get(MARK_NAME) == MARK
    return {"confidence": "certain", "reason": "It has the vendor's mark."} if is_ours else None


def from_claims(claims: Json) -> Json:
    """Reads claims. Never refuses: what is odd becomes a finding, and what nobody documents survives in `unknown`."""
    findings: list[Json] = []
    if claims.get(MARK_NAME) != MARK:
        message = f"`{MARK_NAME}` is not the vendor's mark."
        findings.append(_finding("claims.invalid", "error", MARK_NAME, message, f"Mint it as {MARK}."))
    read = {
        name: _read_claim(claims.get(name, _ABSENT), name, reader, findings) for name, reader in READERS.items()
    }
    read["can"], inside = _read_can(claims.get("can", _ABSENT), findings)
    unknown = {name: value for name, value in claims.items() if name not in _KNOWN}
    return {
        "properties": {name: value for name, value in read.items() if value is not _ABSENT},
        "unknown": {**unknown, "can": inside} if inside else unknown,
        "findings": findings,
    }


def to_claims(native: Json) -> Json:
    """The claims that say exactly this; nothing is added but the mark."""
    properties: Json = native["properties"]
    unknown: Json = native["unknown"]
    claims: Json = {MARK_NAME: MARK}
    claims.update({name: properties[name] for name in READERS if name in properties})
    inside = unknown.get("can")
    can = {**properties.get("can", {}), **(inside if isinstance(inside, dict) else {})}
    if can:
        claims["can"] = can
    claims.update({name: value for name, value in unknown.items() if name not in _KNOWN})
    return claims
