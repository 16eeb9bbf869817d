"""The protocol: one JSON message a line, questions on standard input, answers on standard output."""

from __future__ import annotations

import json
import sys
from typing import Callable, TextIO

from .claims import from_claims, recognize, to_claims
from .decode import authority, decode
from .encode import encode
from .facts import MANIFEST
from .operations import issue, verify
from .refusal import Refusal
from .values import Json

PROTOCOL = 1

Operation = Callable[[Json, Json], object]


#: What this adapter does. What is left out has nothing to say: it has no lint rules, and its rooms need nothing.
OPERATIONS: dict[str, Operation] = {
    "fromClaims": lambda given, _: from_claims(given["claims"]),
    "toClaims": lambda given, _: to_claims(given["native"]),
    "decode": lambda given, _: decode(given["native"]),
    "encode": lambda given, _: encode(given),
    "authority": lambda given, context: authority(given["native"], context.get("room", {})),
    "recognize": lambda given, _: recognize(given["claims"]),
    "issue": lambda given, context: issue(given["grant"], context),
    "verify": lambda given, context: verify(given["token"], context),
}


def describe() -> Json:
    return {
        "message": "describe",
        "protocol": PROTOCOL,
        "operations": list(OPERATIONS),
        "manifest": MANIFEST,
        "name": "toy-vendor",
        "version": "1.0.0",
    }


def answer(question: Json) -> Json:
    """The answer to one `run`. A refusal is an answer; whatever else goes wrong is said as well."""
    seq = question["seq"]
    operation = OPERATIONS.get(str(question["op"]))
    if operation is None:
        return {"seq": seq, "unsupported": "This adapter does not do that."}
    try:
        return {"seq": seq, "ok": operation(question["input"], question["context"])}
    except Refusal as refusal:
        return {"seq": seq, "error": refusal.as_json()}
    except Exception as error:  # noqa: BLE001 - the suite is told, and goes on
        # The kind alone: a message may hold what was worked on.
        return {"seq": seq, "errored": type(error).__name__}


def _whole(digits: str) -> int | float:
    """JSON has one kind of number: 1e3 and 1000.0 are 1000."""
    value = float(digits)
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def serve(lines: TextIO, out: TextIO) -> None:
    """Answers until the suite says `stop`, or until its end of the pipe is closed."""
    for line in lines:
        message: Json = json.loads(line, parse_float=_whole)
        if message["message"] == "stop":
            return
        told = describe() if message["message"] == "start" else answer(message)
        # ASCII alone: half of a surrogate pair has no UTF-8.
        out.write(json.dumps(told, separators=(",", ":")) + "\n")
        out.flush()


def main() -> None:
    # Whatever the machine's language is, the protocol is UTF-8.
    with open(sys.stdin.fileno(), encoding="utf-8", errors="strict", closefd=False) as lines:
        serve(lines, sys.stdout)
