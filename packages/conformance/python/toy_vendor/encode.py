"""A neutral grant as the content of a token."""

from __future__ import annotations

from .names import EXTENSIONS, FIELDS, VENDOR
from .readers import READERS
from .rights import write_switches
from .values import Json, is_text, member_at


def _problem(path: str, code: str, message: str, cure: str) -> Json:
    return {"path": path, "code": code, "message": message, "cure": cure}


def _read_extensions(grant: Json, problems: list[Json]) -> Json:
    """What only this vendor has; what the neutral model covers must not come in this way."""
    given = member_at(grant, f"extensions.{VENDOR}")
    read: Json = {}
    for name, value in given.items() if isinstance(given, dict) else ():
        path = f"extensions.{VENDOR}.{name}"
        if name in EXTENSIONS and is_text(value):
            read[name] = value
        elif name in EXTENSIONS:
            problems.append(_problem(path, "grant.invalid", "It is not a non-empty string.", "Give a string."))
        else:
            code = "grant.modelled-extension" if name in READERS or name == "can" else "grant.unknown-field"
            problems.append(_problem(path, code, "This is no extension.", "Use the neutral field, or leave it out."))
    return read


def _room(grant: Json) -> object:
    room = grant["room"]
    if isinstance(room, dict):
        return None if "any" in room else room.get("anyOf", room)
    return room


def _purposes(grant: Json) -> object:
    return None if grant["purpose"] == ["participant"] else grant["purpose"]


def encode(request: Json) -> Json:
    """Rights come from the ceiling alone, everything else from the grant."""
    grant: Json = request["grant"]
    issuance: Json = request.get("issuance", {})
    residue: Json = request.get("residue", {})
    room: Json = request.get("room", {})
    problems: list[Json] = []
    written: Json = {"account": issuance.get("tenant"), "iat": issuance.get("issuedAt")}
    written.update({name: member_at(grant, path) for path, name in FIELDS.items()})
    written.update({"purposes": _purposes(grant), "room": _room(grant)})
    written.update({"can": write_switches(request["ceiling"], room) or None})
    written.update({name: residue.get(name) for name in EXTENSIONS})
    written.update(_read_extensions(grant, problems))
    properties = {name: value for name, value in written.items() if value is not None}
    native = {"properties": properties, "unknown": request.get("unknown", {}), "findings": []}
    return {"native": native, "problems": problems}
