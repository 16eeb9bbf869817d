"""Signed tokens (RFC 7515, compact): written with HMAC-SHA256, and read strictly."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from typing import Sequence

from . import base64url
from .refusal import Refusal
from .strict_json import read_object
from .values import Json

ALGORITHM = "HS256"
LONGEST_TOKEN = 16384

_PLAIN = re.compile(r"[A-Za-z0-9_.=-]*")


def _signature_of(signed: str, secret: str) -> bytes:
    return hmac.new(secret.encode("utf-8"), signed.encode("ascii"), hashlib.sha256).digest()


def sign(claims: Json, secret: str) -> str:
    parts = ({"alg": ALGORITHM, "typ": "JWT"}, claims)
    # As ASCII: half of a surrogate pair has no UTF-8, and any JSON reader undoes the escapes.
    written = [base64url.encode(json.dumps(part, separators=(",", ":")).encode("ascii")) for part in parts]
    signed = ".".join(written)
    return f"{signed}.{base64url.encode(_signature_of(signed, secret))}"


def check_secret(secret: str) -> None:
    """A public key is no secret: whoever configures one as such lets everybody sign."""
    text = secret.strip()
    if text == "":
        raise Refusal("key.empty", "The secret is empty.", "secret")
    if text.startswith("-----BEGIN ") or (text.startswith("{") and '"kty"' in text):
        raise Refusal("key.unsuitable", "The secret is a key of another kind.", "secret")


def verified_claims(token: object, secrets: Sequence[str]) -> Json:
    """
    The claims of a token that was signed with one of the secrets.

    Raises Refusal: for its size, its form, its header or its signature, in this order.
    """
    for secret in secrets:
        check_secret(secret)
    header_part, claims_part, signature_part = _parts_of(token)
    header = read_object(_bytes_of(header_part, "header"), "header")
    _check_header(header)
    claims_bytes = _bytes_of(claims_part, "claims")
    signature = _bytes_of(signature_part, "signature")
    claims = read_object(claims_bytes, "claims")
    # The text as it came is what was signed, not what was read from it.
    signed = f"{header_part}.{claims_part}"
    matches = [hmac.compare_digest(_signature_of(signed, secret), signature) for secret in secrets]
    if True not in matches:
        raise Refusal("signature.mismatch", "The signature does not match any of the keys.")
    return claims


def _parts_of(token: object) -> tuple[str, str, str]:
    if not isinstance(token, str):
        raise Refusal("token.not-a-string", "The token is not a text.")
    if len(token) > LONGEST_TOKEN:
        raise Refusal("token.too-large", f"The token has more than {LONGEST_TOKEN} characters.")
    if _PLAIN.fullmatch(token) is None:
        raise Refusal("token.bad-character", "The token has a character that no compact token has.")
    parts = token.split(".")
    if len(parts) != 3:
        raise Refusal("token.not-three-parts", "The token does not have exactly three parts.")
    return parts[0], parts[1], parts[2]


def _bytes_of(part: str, name: str) -> bytes:
    if part == "":
        raise Refusal("token.empty-part", f"The {name} part is empty.", name)
    data = base64url.decode(part)
    if data is None:
        raise Refusal("token.not-canonical", f"The {name} part is not canonical base64url.", name)
    return data


def _check_header(header: Json) -> None:
    # Never by what the token says: the vendor has one algorithm.
    if header.get("alg") != ALGORITHM:
        raise Refusal("header.algorithm", f"The token is not signed with {ALGORITHM}.", "header.alg")
    if "typ" in header:
        kind = header["typ"]
        if not isinstance(kind, str) or kind.lower() not in ("jwt", "application/jwt"):
            raise Refusal("header.type", "The header names another kind of token.", "header.typ")
    # `crit`, `b64`, `jwk`, `jku`, `kid` and all the others change what a token means, or where its key comes from.
    if not set(header) <= {"alg", "typ"}:
        raise Refusal("header.unsupported-member", "The header has a member that this vendor does not write.", "header")
