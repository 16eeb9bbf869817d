"""Base64url without padding (RFC 4648 section 5), in its one canonical spelling."""

from __future__ import annotations

import base64
import re

_ALPHABET = re.compile(r"[A-Za-z0-9_-]*")


def encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def decode(text: str) -> bytes | None:
    """The bytes, or None where the text is not the canonical spelling of any: spare bits, padding, another alphabet."""
    # The library passes over what it does not know; whoever relies on that accepts one token in many spellings.
    if _ALPHABET.fullmatch(text) is None or len(text) % 4 == 1:
        return None
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    return data if encode(data) == text else None
