"""What the vendor's tokens can hold, as data with its source: the description that the suite asks for first."""

from __future__ import annotations

from .jws import ALGORITHM
from .names import FIELDS, LONGEST_USER, SWITCHES, VENDOR
from .values import Json

_FACT: Json = {"source": "invented for the conformance suite", "asOf": "2026-11"}


def _row(name: str) -> Json:
    # Everything has a member of its own, and a claim has the name of its property.
    return {**_FACT, "carried": "exact", "property": name, "claim": name}


MANIFEST: Json = {
    "specificationVersion": 1,
    "vendor": VENDOR,
    "displayName": "Toy",
    "issuance": ["sign"],
    "verification": ["offline"],
    "algorithms": [ALGORITHM],
    "capabilities": {
        **{path: _row(name) for path, name in FIELDS.items()},
        **{path: _row(f"can.{name}") for path, name in SWITCHES.items()},
    },
    "residueRules": {
        "theme": {**_FACT, "kind": "hint", "note": "Colours of the vendor's own client."},
        "zone": {**_FACT, "kind": "binding", "note": "Keeps its holder inside one part of the building."},
    },
    "limits": {"maxLength": {"participant.id": LONGEST_USER}},
    "harmless": {"jti": _FACT},
}
