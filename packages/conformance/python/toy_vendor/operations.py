"""The operations that need an account: issuing and verifying a token."""

from __future__ import annotations

from .claims import from_claims, to_claims
from .decode import authority, decode
from .encode import encode
from .grant import parse_grant
from .jws import check_secret, sign, verified_claims
from .names import CAPTURES, LONGEST_USER, SWITCHES
from .refusal import Refusal
from .values import Json, instant_kind, is_number, is_safe_name, is_text, length_of, member_at, same_value

DEFAULT_TOLERANCE_SECONDS = 30


def ceiling_of(grant: Json) -> Json:
    """What a grant says of each right; what it does not mention may stay silent and may not be given."""
    said = {path: member_at(grant, path) for path in SWITCHES}
    readings = {
        path: "unknown" if value is None else "deny" if value is False else "allow" for path, value in said.items()
    }
    selection = said["rights.subscribe"]
    return {
        "rights": readings,
        "modes": {path: said[path] for path in CAPTURES if isinstance(said[path], list)},
        **({"subscribeSelection": selection} if isinstance(selection, dict) else {}),
        "allowWidening": [],
        "assume": "documented-defaults",
        "sameVendor": False,
        "samePlace": False,
        "purpose": "issue",
    }


def _check_read_back(grant: Json, native: Json) -> None:
    """Whatever the grant says is in the token as it is read, and no right that it does not say."""
    for finding in native["findings"]:
        raise Refusal("grant.invalid", "The vendor does not take a value of the grant.", finding.get("path"))
    said: Json = decode(native)["grant"]
    wanted = {name: value for name, value in grant.items() if name != "extensions"}
    for name in sorted({*said, *wanted}):
        if not same_value(said.get(name), wanted.get(name)):
            raise Refusal("grant.unsupported", f"No token of this vendor can hold this `{name}`.", name)


def issue(given: object, context: Json) -> Json:
    """
    Signs a token for a grant as somebody wrote it.

    Raises Refusal where the grant is wrong, or says what the token, read back, does not say.
    """
    now: int = context["now"]
    secret = str(context["secret"])
    check_secret(secret)
    grant = parse_grant(given, now)
    user = member_at(grant, "participant.id")
    if isinstance(user, str) and length_of(user) > LONGEST_USER:
        raise Refusal("grant.limit", f"The id has more than {LONGEST_USER} characters.", "participant.id")
    issuance = {"tenant": context["tenant"], "issuedAt": now}
    encoded = encode({"grant": grant, "ceiling": ceiling_of(grant), "issuance": issuance})
    for problem in encoded["problems"]:
        raise Refusal(problem["code"], problem["message"], problem["path"])
    native: Json = encoded["native"]
    claims = to_claims(native)
    _check_read_back(grant, from_claims(claims))
    return {"token": sign(claims, secret), "properties": native["properties"], "report": []}


_EXPECTATIONS = {
    "room": (is_text, "provider.settings"),
    "participantId": (is_text, "provider.settings"),
    "purpose": (lambda value: value in ("participant", "api"), "provider.settings"),
    "allowNoExpiry": (lambda value: isinstance(value, bool), "provider.settings"),
    "ignoreNotBefore": (lambda value: isinstance(value, bool), "provider.settings"),
    "clockToleranceSeconds": (lambda value: is_number(value) and 0 <= value < 1e11, "clock.invalid"),
}


def _check_expectations(expected: Json) -> None:
    """An expectation that is empty or misspelt must not accept a token."""
    for name, value in expected.items():
        path = f"expectations.{name}"
        if name not in _EXPECTATIONS:
            raise Refusal("provider.settings", f"`{path}` does not exist.", path)
        accepts, code = _EXPECTATIONS[name]
        if not accepts(value):
            raise Refusal(code, f"`{path}` is nothing to expect.", path)


_TIME_CODES = {
    "milliseconds": "claims.milliseconds",
    "relative": "claims.relative-time",
    "fractional": "claims.fractional",
}


def _time(claims: Json, name: str) -> int | None:
    """A time claim, or None where there is none."""
    if name not in claims or (name == "nbf" and claims[name] == 0 and claims[name] is not False):
        return None
    kind = instant_kind(claims[name])
    if kind != "ok":
        code = _TIME_CODES.get(kind, "claims.not-a-date")
        raise Refusal(code, f"`{name}` is not an integer of unix seconds ({kind}).", f"claims.{name}")
    return int(claims[name])


def _check_times(claims: Json, now: int, expected: Json) -> None:
    """A token is dead at the very second of its expiry, and good from the very second of its not-before."""
    tolerance: float = expected.get("clockToleranceSeconds", DEFAULT_TOLERANCE_SECONDS)
    expiry, start, issued = _time(claims, "exp"), _time(claims, "nbf"), _time(claims, "iat")
    if expiry is not None and start is not None and start >= expiry:
        raise Refusal("claims.empty-window", "The token is over before it begins.", "claims.nbf")
    if issued is not None and issued > now + tolerance:
        raise Refusal("claims.issued-in-future", "The token was issued in the future.", "claims.iat")
    if expiry is None and expected.get("allowNoExpiry") is not True:
        raise Refusal("claims.missing-expiry", "The token never expires.", "expiresAt")
    if expiry is not None and expiry <= now - tolerance:
        raise Refusal("token.expired", "The token has expired.", "claims.exp")
    if start is not None and start > now + tolerance and expected.get("ignoreNotBefore") is not True:
        raise Refusal("token.not-yet-valid", "The token is not valid yet.", "claims.nbf")


def _check_policy(native: Json, tenant: object, expected: Json) -> None:
    held = authority(native, {})
    if held.get("tenant") != tenant:
        raise Refusal("policy.tenant", "The token belongs to another account, or to none.", "issuance.tenant")
    if expected.get("purpose", "participant") not in held["purpose"]["lowest"]:
        raise Refusal("policy.purpose", "The token is not for this purpose.", "purpose")
    room = held["room"]["lowest"]
    rooms = room.get("anyOf", []) if isinstance(room, dict) else [room]
    is_everywhere = isinstance(room, dict) and "any" in room
    if "room" in expected and not is_everywhere and expected["room"] not in rooms:
        raise Refusal("policy.room", "The token is not for the expected room.", "room")
    if "participantId" in expected and held["identity"]["lowest"] != expected["participantId"]:
        raise Refusal("policy.participant", "The token is not bound to the expected participant.", "participant.id")


def _check_names(native: Json) -> None:
    grant: Json = decode(native)["grant"]
    room = grant["room"]
    named = room.get("anyOf", []) if isinstance(room, dict) else [room]
    for path, name in [*(("room", one) for one in named), ("participant.id", member_at(grant, "participant.id"))]:
        if isinstance(name, str) and not is_safe_name(name):
            raise Refusal("claims.invalid", f"`{path}` has a control character or half of a surrogate pair.", path)


def verify(token: object, context: Json) -> Json:
    """
    Checks a token: size, form, header and signature, then times, the vendor's own schema, and what the caller expects.

    Raises Refusal with the code of the first thing that is wrong; never with anything of the token.
    """
    expected: Json = context["expectations"]
    _check_expectations(expected)
    claims = verified_claims(token, context["secrets"])
    _check_times(claims, context["now"], expected)
    native = from_claims(claims)
    for finding in native["findings"]:
        if finding["severity"] == "error":
            raise Refusal(finding["id"], finding["message"], finding["path"])
    _check_names(native)
    _check_policy(native, context["tenant"], expected)
    return {"grant": decode(native)["grant"]}
