"""The operations of the vectors for every vendor (4 to 6)."""

from __future__ import annotations

import json
import time
from typing import Any

from .compare import at, problem_of_refusal, same
from .implementation import Implementation, Json, Refused
from .recipe import from_base64url, token_of
from .vector import Test

EXAMPLE_TENANT = "acme"
ATTEMPTS = 3


def example(now: int, given: dict[str, Any] | None = None) -> Json:
    """The example grant with a test's changes (4)."""
    changes = (given or {}).get("grant", {})
    gone = {*(given or {}).get("grantWithout", []), *changes}
    if gone & {"expiresAt", "expiresIn"}:
        gone |= {"expiresAt", "expiresIn"}
    grant: Json = {"room": "2kyv-gzay-64pg", "participant": {"id": "u-1"}, "expiresAt": now + 3600}
    return {**{name: value for name, value in grant.items() if name not in gone}, **changes}


def _expectations(given: dict[str, Any]) -> Json:
    def value_of(value: Any) -> object:
        is_example = isinstance(value, dict) and "$example" in value
        return at(example(given["now"]), value["$example"].split(".")) if is_example else value

    return {name: value_of(value) for name, value in given.get("expectations", {}).items()}


def verify(test: Test, of: Implementation) -> str:
    given, now = test.input, test.input["now"]
    recipe = given["token"]
    start = of.claims(example(now, given), recipe.get("tenant", EXAMPLE_TENANT), now)
    token = token_of(recipe, start, of, test.secrets, given["key"])
    secrets = [test.secrets[key] for key in given.get("keys", [given["key"]])]
    tenant = given.get("tenant", EXAMPLE_TENANT)
    budget = given.get("budgetMilliseconds")
    for attempt in range(ATTEMPTS):
        begun = time.process_time()
        problem = _verified(test, of, token, tenant, secrets, now)
        if budget is None or (time.process_time() - begun) * 1000 <= budget:
            return problem
    return f"took more than {budget} ms"


def _claims_of(token: str) -> Json:
    claims: Json = json.loads(from_base64url(token.split(".")[1]))
    return claims


def _said(grant: Json) -> Json:
    """Without the vendor's own words, which a verifier may tell (5.4)."""
    return {name: value for name, value in grant.items() if name != "extensions"}


def _verified(test: Test, of: Implementation, token: object, tenant: str, secrets: list[str], now: int) -> str:
    try:
        grant = of.verify(token, tenant, secrets, now, _expectations(test.input))
    except Refused as refused:
        return problem_of_refusal(test.expect, refused)
    if test.expect["outcome"] != "ok":
        return "was accepted"
    for path, value in test.expect.get("grant", {}).items():
        if not same(at(grant, path.split(".")), value):
            return f"grants something else at {path}"
    if isinstance(token, str) and not same(_said(grant), _said(of.decode(_claims_of(token), {}, now)["grant"])):
        return "grants something else than the token says"
    if test.expect.get("expires") is False and isinstance(grant.get("expiresAt"), int):
        return "has an expiry"
    return ""


def encode_example(test: Test, of: Implementation) -> str:
    given, now = test.input, test.input["now"]
    tenant = given.get("tenant", EXAMPLE_TENANT)
    try:
        token = of.issue(example(now, given), tenant, test.secrets[given["key"]], now).token
    except Refused as refused:
        return problem_of_refusal(test.expect, refused)
    if test.expect["outcome"] != "ok":
        return "was issued"
    claims = json.loads(from_base64url(token.split(".")[1]))
    for path, value in test.expect.get("paths", {}).items():
        if not same(at(claims, of.claim_of(path) or []), value):
            return f"says something else at {path}"
    return ""
