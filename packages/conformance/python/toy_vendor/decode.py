"""A token in neutral words, and what it lets its holder do."""

from __future__ import annotations

from .names import EXTENSIONS
from .rights import read_rights, stated_rights
from .values import Json, given


def _properties(native: Json) -> Json:
    properties: Json = native["properties"]
    return properties


def _room_of(properties: Json) -> object:
    """Where the token is good; without a word, everywhere."""
    room = properties.get("room")
    if room is None:
        return {"any": True}
    return {"anyOf": room} if isinstance(room, list) else room


def _members(properties: Json, **names: str) -> Json | None:
    """An object of the grant, from the properties with these names; None where none of them is there."""
    said = {member: properties[name] for member, name in names.items() if name in properties}
    return said if said else None


def decode(native: Json) -> Json:
    """What a token states; silence stays absent."""
    properties = _properties(native)
    grant = given(
        {
            "purpose": properties.get("purposes", ["participant"]),
            "room": _room_of(properties),
            "participant": _members(
                properties, id="user", name="name", email="email", avatarUrl="avatar", metadata="metadata"
            ),
            "notBefore": properties.get("nbf"),
            "stay": _members(properties, endsAtExpiry="endsAtExpiry", maxSeconds="maxSeconds"),
            "entry": properties.get("entry"),
            "rights": stated_rights(properties),
            "start": _members(properties, camera="camera", microphone="microphone"),
            "automation": _members(properties, record="autoRecord", transcribe="autoTranscribe"),
            "client": _members(
                properties, language="language", redirectUrl="redirectUrl", closeTabOnExit="closeTabOnExit"
            ),
        }
    )
    # The vendor documents that a token without `exp` never ends: that is a statement, and null says it.
    grant["expiresAt"] = properties.get("exp")
    return {
        "grant": grant,
        "issuance": _members(properties, issuedAt="iat", tenant="account") or {},
        "residue": {name: properties[name] for name in EXTENSIONS if name in properties},
        "unknown": native["unknown"],
    }


def _surely(value: object) -> Json:
    """The vendor's documents leave no doubt about anything: the least and the most are the same."""
    return {"lowest": value, "highest": value}


def authority(native: Json, room: Json) -> Json:
    """What a token lets its holder do, the vendor's defaults included."""
    properties = _properties(native)
    account = properties.get("account")
    return {
        **({} if account is None else {"tenant": account}),
        "purpose": _surely(properties.get("purposes", ["participant"])),
        "room": _surely(_room_of(properties)),
        "window": _surely({"notBefore": properties.get("nbf", 0), "expiresAt": properties.get("exp")}),
        "stay": _surely(
            {
                "maxSeconds": properties.get("maxSeconds"),
                "endsAtExpiry": properties.get("endsAtExpiry", False),
            }
        ),
        "entry": _surely(properties.get("entry", "direct")),
        "identity": _surely(properties.get("user")),
        **read_rights(properties, room),
        "automation": _members(properties, record="autoRecord", transcribe="autoTranscribe") or {},
    }
