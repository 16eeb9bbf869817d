"""Rights: what a token says of them, what its silence means, and which switches to write under a ceiling."""

from __future__ import annotations

from .names import CAPTURES, SWITCHES
from .order import is_statement, is_withheld, verdict
from .values import Json

#: What holds when a switch is left out. Who records is the room's matter.
_SILENCE = {
    "rights.publish.microphone": "default(allow)",
    "rights.publish.camera": "default(allow)",
    "rights.publish.screen": "default(allow)",
    "rights.publish.screenAudio": "default(allow)",
    "rights.publish.custom": "default(allow)",
    "rights.publish.data": "default(allow)",
    "rights.subscribe": "default(allow)",
    "rights.visible": "default(allow)",
    "rights.moderate.media": "default(deny)",
    "rights.moderate.remove": "default(deny)",
    "rights.moderate.permissions": "default(deny)",
    "rights.admit": "default(allow)",
    "rights.record": "unknown",
    "rights.livestream": "default(deny), liftable",
    "rights.transcribe": "default(deny)",
}

_RECORDING = {"everyone": "default(allow)", "nobody": "default(deny)"}


def _silence(path: str, room: Json) -> str:
    setting = room.get("recording") if path == "rights.record" else None
    return _RECORDING.get(setting, _SILENCE[path]) if isinstance(setting, str) else _SILENCE[path]


def _lets_through(selection: Json) -> bool:
    """Whether a selection lets anything through for anybody."""
    senders = selection.get("byParticipantId", {})
    said = [selection.get("base"), *(senders.values() if isinstance(senders, dict) else [])]
    return any(True in one.values() if isinstance(one, dict) else one is True for one in said)


def _reading(said: object) -> str:
    if isinstance(said, dict):
        return "allow" if _lets_through(said) else "deny"
    return "deny" if said is False else "allow"


def _switches(properties: Json) -> Json:
    can = properties.get("can", {})
    return can if isinstance(can, dict) else {}


def read_rights(properties: Json, room: Json) -> Json:
    """What each right reads as, with the modes and the selection of those that are allowed in part."""
    can = _switches(properties)
    rights = {
        path: _reading(can[name]) if name in can else _silence(path, room) for path, name in SWITCHES.items()
    }
    modes = {path: can[SWITCHES[path]] for path in CAPTURES if isinstance(can.get(SWITCHES[path]), list)}
    receive = can.get(SWITCHES["rights.subscribe"])
    read: Json = {"rights": rights}
    if modes:
        read["modes"] = modes
    if isinstance(receive, dict) and rights["rights.subscribe"] == "allow":
        read["subscribeSelection"] = receive
    return read


def stated_rights(properties: Json) -> Json | None:
    """Only what the token states, in the form of the neutral grant."""
    if "can" not in properties:
        return None
    can = _switches(properties)
    rights: dict[str, dict[str, object] | object] = {}
    for path, name in SWITCHES.items():
        if name not in can:
            continue
        group, _, kind = path.removeprefix("rights.").partition(".")
        if kind == "":
            rights[group] = can[name]
        else:
            members = rights.setdefault(group, {})
            assert isinstance(members, dict)
            members[kind] = can[name]
    return rights


_OVER_OTHERS = ("rights.moderate.media", "rights.moderate.remove", "rights.moderate.permissions", "rights.admit")

_WORTH = {"equal": 6.0, "assumed": 5.0, "advisory": 4.0, "moved": 3.0, "narrowed": 2.0, "wider": 0.0}
_WORTH_OF_WANTED_WIDENING = 2.5
_WORTH_OF_CHANCE = 1.5
_WORTH_OF_WIDENING = 1.0


class _Ceiling:
    """The most that a token may give, as the suite sends it."""

    def __init__(self, given: Json) -> None:
        self.given = given
        self.rights: dict[str, str] = given["rights"]
        self.may_widen: list[str] = given["allowWidening"]

    def allowance(self, path: str) -> object:
        """As much as is allowed, and no more than a part of it where only a part is."""
        if self.rights[path] != "allow":
            return True
        if path == "rights.subscribe":
            return self.given.get("subscribeSelection", True)
        modes = self.given.get("modes", {})
        return modes.get(path, True) if isinstance(modes, dict) else True

    def worth(self, path: str, reading: str) -> float:
        """How much of what is allowed a reading keeps; nothing that goes beyond it is worth anything."""
        source = self.rights[path]
        outcome = verdict(
            source,
            reading,
            same_vendor=self.given["sameVendor"] is True,
            same_place=self.given["samePlace"] is True,
            assumes_nothing=self.given["assume"] == "nothing",
        )
        if outcome == "wider":
            if path not in self.may_widen:
                return 0.0
            return _WORTH_OF_WANTED_WIDENING if source == "possible" else _WORTH_OF_WIDENING
        # Nobody is made a moderator by a setting that nobody knows.
        is_chance = self.given["purpose"] == "translate" and path in _OVER_OTHERS
        is_open = reading not in ("allow", "default(allow)") and not is_withheld(reading)
        return _WORTH_OF_CHANCE if is_chance and is_open and outcome != "equal" else _WORTH[outcome]

    def likeness(self, path: str, reading: str) -> int:
        source = self.rights[path]
        return int(is_statement(source) == is_statement(reading)) + int(source == reading)


def write_switches(given: Json, room: Json) -> Json:
    """The switches that keep most without going beyond the ceiling; among equals those most like the source."""
    ceiling = _Ceiling(given)
    can: Json = {}
    for path, name in SWITCHES.items():
        allowance = ceiling.allowance(path)
        # None: the switch is left out. The last way stands where no other is worth more.
        ways = [(False, "deny"), (None, _silence(path, room)), (allowance, _reading(allowance))]
        said, _ = max(ways, key=lambda way: (ceiling.worth(path, way[1]), ceiling.likeness(path, way[1])))
        if said is not None:
            can[name] = said
    return can
