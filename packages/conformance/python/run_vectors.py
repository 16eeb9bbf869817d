#!/usr/bin/env python3
"""
Runs the vectors for every vendor, and those of its own, against the example adapter:
`python3 run_vectors.py [folder of the vectors]`.

Exits with 0 when every MUST test passes or does not apply, with 1 otherwise, and with 2 for a folder that is not the
one of the vectors.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Sequence

from toy_vendor.claims import from_claims, recognize, to_claims
from toy_vendor.decode import authority, decode
from toy_vendor.encode import encode
from toy_vendor.facts import MANIFEST
from toy_vendor.grant import parse_grant
from toy_vendor.operations import ceiling_of, issue, verify
from toy_vendor.refusal import Refusal
from toy_vendor.values import Json
from vector_runner.implementation import Issued, Refused
from vector_runner.runner import files_for, load, run


USAGE = "Usage: python3 run_vectors.py [folder of the vectors]"


class Toy:
    """The example adapter, as the runner sees an implementation."""

    vendor = str(MANIFEST["vendor"])
    algorithm = "HS256"
    # Everything has a place in these tokens: every field of the grant is offered.
    offered = frozenset(["verify", "verify.offline", "issue", "issue.jwt", *MANIFEST["capabilities"]])

    def claim_of(self, path: str) -> list[str] | None:
        row = MANIFEST["capabilities"].get(path)
        return None if row is None else str(row["claim"]).split(".")

    def claims(self, grant: Json, tenant: str | None, now: int) -> Json:
        parsed = parse_grant(grant, now)
        issuance = {"issuedAt": now} if tenant is None else {"issuedAt": now, "tenant": tenant}
        request = {"grant": parsed, "ceiling": ceiling_of(parsed), "issuance": issuance}
        return to_claims(encode(request)["native"])

    def issue(self, grant: object, tenant: str, secret: str, now: int) -> Issued:
        try:
            issued = issue(grant, {"tenant": tenant, "secret": secret, "now": now})
        except Refusal as refusal:
            raise Refused(refusal.code, refusal.path) from None
        # Everything has a place in these tokens.
        return Issued(token=str(issued["token"]), properties=issued["properties"], report=[])

    def decode(self, claims: Json, room: Json, now: int) -> Json:
        native = from_claims(claims)
        findings = native["findings"]
        written = {} if findings else {"written": to_claims(native)}
        return {**decode(native), "findings": findings, "authority": authority(native, room), **written}

    def recognize(self, header: Json, claims: Json) -> str:
        recognition = recognize(claims)
        return "no" if recognition is None else str(recognition["confidence"])

    def verify(self, token: object, tenant: str, secrets: Sequence[str], now: int, expected: Json) -> Json:
        context = {"tenant": tenant, "secrets": list(secrets), "now": now, "expectations": expected}
        try:
            grant: Json = verify(token, context)["grant"]
        except Refusal as refusal:
            raise Refused(refusal.code, refusal.path) from None
        return grant


def main() -> int:
    here = Path(__file__).parent
    if len(sys.argv) > 2 or sys.argv[1:2] in (["--help"], ["-h"]):
        print(USAGE)
        return 0 if len(sys.argv) == 2 else 2
    folder = Path(sys.argv[1]) if len(sys.argv) == 2 else here.parent / "vectors"
    # Without the vectors for every vendor, those beside this file would pass alone and look like all of them.
    if not any(folder.glob("core/*.json")):
        print(f"There are no vectors in {folder}: it has no core/*.json. {USAGE}", file=sys.stderr)
        return 2
    files = [*files_for(folder, Toy.vendor), *sorted((here / "vectors").glob("*.json"))]
    results = [run(test, Toy()) for test in load(files, Toy.vendor)]
    counts = Counter((result.test.level, result.outcome) for result in results)
    for (level, outcome), count in sorted(counts.items()):
        print(f"{level} {outcome}: {count}")
    broken = [result for result in results if result.outcome in ("fail", "error")]
    for result in broken:
        print(f"{result.outcome.upper()} {result.test.id} {result.note}")
    return 1 if any(result.test.level == "MUST" for result in broken) or not results else 0


if __name__ == "__main__":
    sys.exit(main())
