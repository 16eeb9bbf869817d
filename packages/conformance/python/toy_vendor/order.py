"""The order on rights: what became of one right, by what the old token says of it and what the new one does."""

from __future__ import annotations

#: By what it counts as on the source.
_AS_SOURCE = {
    "allow": "allow",
    "deny": "deny",
    "deny, liftable": "deny",
    "possible": "unknown",
    "default(allow)": "default(allow)",
    "default(deny)": "default(deny)",
    "default(deny), liftable": "default(deny)",
    "unknown": "unknown",
    "ungoverned": "unknown",
    "ungoverned, everyone": "default(allow)",
}

#: By what it counts as on the target: only what nothing can lift counts as withheld.
_AS_TARGET = {
    "allow": "allow",
    "deny": "deny",
    "deny, liftable": "unknown",
    "possible": "possible",
    "default(allow)": "default(allow)",
    "default(deny)": "deny",
    "default(deny), liftable": "unknown",
    "unknown": "unknown",
    "ungoverned": "unknown",
    "ungoverned, everyone": "unknown",
}

_TARGETS = ("deny", "allow", "possible", "default(allow)", "unknown")

# Every cell is a decision of the neutral model; no number is derived from it.
_TABLE = {
    "allow": ("narrowed", "equal", "advisory", "equal", "moved"),
    "default(allow)": ("narrowed", "assumed", "wider", "assumed", "assumed"),
    "deny": ("equal", "wider", "wider", "wider", "wider"),
    "default(deny)": ("equal", "wider", "wider", "wider", "advisory"),
    "unknown": ("narrowed", "wider", "wider", "advisory", "advisory"),
}

_STATEMENTS = ("allow", "deny", "deny, liftable", "possible")


def is_statement(reading: str) -> bool:
    return reading in _STATEMENTS


def is_withheld(reading: str) -> bool:
    return _AS_TARGET[reading] == "deny"


def verdict(source: str, target: str, *, same_vendor: bool, same_place: bool, assumes_nothing: bool) -> str:
    """How a right came out: equal, assumed, advisory, moved, narrowed or wider."""
    if source == target and (same_place or (same_vendor and is_statement(source))):
        return "equal"
    column = _TARGETS.index(_AS_TARGET[target])
    documented = _TABLE[_AS_SOURCE[source]][column]
    # Taking nothing for granted lets nothing pass that would not pass otherwise.
    if not assumes_nothing or is_statement(source) or documented == "wider":
        return documented
    return _TABLE["unknown"][column]
