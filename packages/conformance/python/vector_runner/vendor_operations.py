"""The operations of the vectors for one vendor (7)."""

from __future__ import annotations

import json
import re
from typing import Any

from .compare import problem_of_refusal, same
from .implementation import Implementation, Json, Refused
from .recipe import from_base64url, signature_of
from .vector import Test

USUAL_HEADER = {"alg": "HS256", "typ": "JWT"}


def _parts_of(token: str) -> tuple[Json, Json]:
    header, claims, _ = token.split(".")
    return json.loads(from_base64url(header)), json.loads(from_base64url(claims))


def _first_difference(expect: dict[str, Any], actual: Json) -> str:
    """The first member of the expectation that came out differently."""
    for name, value in actual.items():
        if name in expect and not same(expect[name], value):
            return f"has something else in `{name}`"
    return ""


def encode(test: Test, of: Implementation) -> str:
    given, expect = test.input, {"header": USUAL_HEADER, **test.expect}
    secret = test.secrets[given["key"]]
    try:
        issued = of.issue(given["grant"], given["tenant"], secret, given["now"])
    except Refused as refused:
        return problem_of_refusal(expect, refused)
    if expect["outcome"] != "ok":
        return "was issued"
    signed, _, signature = issued.token.rpartition(".")
    if signature != signature_of(signed, secret, of.algorithm):
        return "is not signed with the key"
    header, claims = _parts_of(issued.token)
    if "report" in expect:
        lines = sorted((entry["path"], entry["kind"]) for entry in expect["report"])
        if lines != sorted(issued.report):
            return "reports something else"
    actual: Json = {"header": header, "claims": claims, "properties": issued.properties, "token": issued.token}
    return _first_difference(expect, actual)


def _finding_names(findings: list[dict[str, Any]], wanted: set[str]) -> set[str]:
    """All errors and warnings, infos where one is expected."""
    names = {f"{one['severity']} {one['id']} {one.get('path', 'token')}" for one in findings}
    return {name for name in names if not name.startswith("info ") or name in wanted}


def _forgets(expected: list[dict[str, Any]], findings: list[dict[str, Any]]) -> bool:
    """Whether a name that has to be mentioned stands in no such finding, as a word."""
    for wanted in expected:
        if "mentions" not in wanted:
            continue
        name = re.compile(rf"(?<![A-Za-z0-9_]){re.escape(wanted['mentions'])}(?![A-Za-z0-9_])")
        same_place = [one for one in findings if (one["id"], one.get("path", "token")) == (wanted["id"], wanted["path"])]
        if not any(name.search(f"{one['message']} {one.get('cure', '')}") for one in same_place):
            return True
    return False


def _other_authority(expect: Json, actual: Json) -> str:
    for name, value in expect.items():
        if name != "rights":
            if not same(value, actual.get(name)):
                return f"has another authority at `{name}`"
            continue
        rights = actual["rights"]
        for path, reading in value.items():
            if reading != rights[path]:
                return f"reads `{path}` as {rights[path]}"
    return ""


def decode(test: Test, of: Implementation) -> str:
    given, expect = test.input, {"header": USUAL_HEADER, **test.expect}
    header, claims = _parts_of(given["token"])
    read = of.decode(claims, given.get("room", {}), given["now"])
    wanted = _finding_names(expect["findings"], set())
    infos = {f"info {one['id']} {one['path']}" for one in expect["findings"] if one["severity"] == "info"}
    if _finding_names(read["findings"], infos) != wanted | infos:
        return "has other findings"
    if _forgets(expect["findings"], read["findings"]):
        return "has a finding that does not mention what was meant"
    members = ("grant", "issuance", "residue", "unknown")
    actual = {"header": header, "claims": claims, **{name: read[name] for name in members}}
    other = _other_authority(expect.get("authority", {}), read["authority"])
    # A token of which everything was understood is written again as it was.
    written = read.get("written", claims)
    changed = "" if same(written, claims) else "is written again as something else"
    return _first_difference(expect, actual) or other or changed


def recognize(test: Test, of: Implementation) -> str:
    header, claims = _parts_of(test.input["token"])
    answer = of.recognize(header, claims)
    return "" if answer == test.expect["recognized"] else f"is recognized: {answer}"
