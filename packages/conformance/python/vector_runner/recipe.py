"""Tokens made by recipe (5.1 to 5.3)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import sys
from typing import Any, Callable

from .implementation import Implementation, Json

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
# Some tokens are nested deeper than Python writes JSON by itself.
sys.setrecursionlimit(max(sys.getrecursionlimit(), 10_000))

HASHES = {"HS256": hashlib.sha256, "HS384": hashlib.sha384, "HS512": hashlib.sha512}


def to_base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")


def from_base64url(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def json_text(value: object) -> str:
    """Without white space, letters as they are, half of a surrogate pair as an escape."""
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    return "".join(f"\\u{ord(one):04x}" if 0xD800 <= ord(one) < 0xE000 else one for one in text)


def part_of(value: object, edit: dict[str, Any]) -> str:
    """One part of a token: the text of a value, with its edits (5.2)."""
    if "raw" in edit:
        return str(edit["raw"])
    encoding = edit.get("encoding", "utf-8")
    text = edit["text"] if "text" in edit else json_text(value)
    opening = 1 if "first" in edit or "firstBytes" in edit else 0
    return to_base64url(
        from_base64url(edit.get("bytesBefore", ""))
        + (edit.get("before", "") + text[:opening]).encode(encoding)
        + from_base64url(edit.get("firstBytes", ""))
        + (edit.get("first", "") + text[opening:] + edit.get("after", "")).encode(encoding)
        + from_base64url(edit.get("bytesAfter", ""))
    )


def _at(part: str, edit: dict[str, Any]) -> int:
    at = int(edit["at"])
    return at + len(part) if at < 0 else at


def _insert(part: str, edit: dict[str, Any]) -> str:
    at = _at(part, edit)
    return f"{part[:at]}{edit['text']}{part[at:]}"


def _other_character(part: str, edit: dict[str, Any]) -> str:
    at = _at(part, edit)
    return part[:at] + ALPHABET[(ALPHABET.index(part[at]) + 1) % 64] + part[at + 1 :]


_PART_EDITS: dict[str, Callable[[str, dict[str, Any]], str]] = {
    "insert": _insert,
    "replace": lambda _, edit: edit["text"],
    "other-character": _other_character,
    "spare-bits": lambda part, _: part[:-1] + ALPHABET[ALPHABET.index(part[-1]) | 1],
    "cut": lambda part, edit: part[: len(part) - edit["characters"]],
    "repeat": lambda part, edit: part + edit["text"] * edit["count"],
}


def edited(token: str, edits: list[dict[str, Any]]) -> str:
    """The token after its edits (5.3)."""
    for edit in edits:
        kind = edit["edit"]
        parts = token.split(".")
        if kind == "before":
            token = edit["text"] + token
        elif kind == "after":
            token += edit["text"]
        elif kind == "add-part":
            token += "." + edit["text"]
        elif kind == "remove-part":
            token = ".".join(parts[: edit["part"]] + parts[edit["part"] + 1 :])
        else:
            parts[edit["part"]] = _PART_EDITS[kind](parts[edit["part"]], edit)
            token = ".".join(parts)
    return token


def signature_of(text: str, secret: str, algorithm: str) -> str:
    if algorithm == "none":
        return ""
    return to_base64url(hmac.new(secret.encode("utf-8"), text.encode("utf-8"), HASHES[algorithm]).digest())


def count_members(value: object) -> int:
    if isinstance(value, list):
        return sum(map(count_members, value))
    return len(value) + sum(map(count_members, value.values())) if isinstance(value, dict) else 0


def _nested(depth: int) -> object:
    value: object = 1
    for _ in range(depth):
        value = {"n": value}
    return value


def _add_large(claims: Json, entries: list[dict[str, Any]], around: int) -> None:
    for entry in entries:
        if "characters" in entry:
            claims[entry["name"]] = "x" * entry["characters"]
        elif "depth" in entry:
            claims[entry["name"]] = _nested(entry["depth"])
        elif "tokenCharacters" in entry:
            size = len(json_text({**claims, entry["name"]: ""}).encode("utf-8"))
            claims[entry["name"]] = "x" * ((entry["tokenCharacters"] - around) * 3 // 4 - size)
        else:
            names = entry["names"] if "names" in entry else entry["namesInAll"] - count_members(claims)
            claims.update({f"{entry['prefix']}{index}": index for index in range(names)})


def _write(members: Json, path: list[str], value: object) -> Json:
    """A copy with a value at a path."""
    name, *rest = path
    inner = members.get(name)
    return {**members, name: _write(inner if isinstance(inner, dict) else {}, rest, value) if rest else value}


def _without(members: Json, path: list[str]) -> Json:
    name, *rest = path
    inner = members.get(name)
    if not rest:
        return {one: value for one, value in members.items() if one != name}
    return {**members, name: _without(inner, rest)} if isinstance(inner, dict) else members


def _header(algorithm: str, recipe: dict[str, Any]) -> str:
    header = {"alg": algorithm, "typ": "JWT", **recipe.get("members", {})}
    return part_of({name: value for name, value in header.items() if name not in recipe.get("remove", [])}, recipe)


def token_of(recipe: dict[str, Any], start: Json, of: Implementation, secrets: dict[str, str], key: str) -> object:
    """The token of a recipe; `start` are the claims of the example (5.1)."""
    if "value" in recipe:
        return recipe["value"]
    if "literal" in recipe:
        return recipe["literal"]
    sign = recipe.get("sign", {})
    algorithm = sign.get("algorithm", of.algorithm)
    secret = secrets[sign.get("key", key)]
    header = _header(algorithm, recipe.get("header", {}))
    changes = recipe.get("claims", {})
    claims = start
    for path, value in changes.get("paths", {}).items():
        claims = _write(claims, of.claim_of(path) or [], value)
    for path in changes.get("removePaths", []):
        claims = _without(claims, of.claim_of(path) or [])
    claims = {**claims, **changes.get("members", {})}
    around = len(header) + len(signature_of("", secret, algorithm)) + 2
    _add_large(claims, changes.get("large", []), around)
    shown = edited(f"{header}.{part_of(claims, changes)}", recipe.get("editsBeforeSigning", []))
    is_over_example = sign.get("over") == "example"
    signed = f"{_header(of.algorithm, {})}.{part_of(start, {})}" if is_over_example else shown
    return edited(f"{shown}.{signature_of(signed, secret, algorithm)}", recipe.get("edits", []))
