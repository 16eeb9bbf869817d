"""Loading and running (1, 2 and 9)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Callable, Iterator

from .core_operations import encode_example, verify
from .implementation import Implementation
from .vector import Result, Test
from .vendor_operations import decode, encode, recognize

#: What is wrong with the outcome of a test, or nothing.
Operation = Callable[[Test, Implementation], str]

# Translations need implementations for two vendors (8); there is one here.
OPERATIONS: dict[str, Operation] = {
    "verify": verify,
    "encode-example": encode_example,
    "encode": encode,
    "decode": decode,
    "recognize": recognize,
}


def files_for(folder: Path, vendor: str) -> list[Path]:
    """The files of an export that a vendor has to pass (1.1)."""
    return [*sorted((folder / "core").glob("*.json")), *sorted((folder / "vendor" / vendor).glob("*.json"))]


def load(files: list[Path], vendor: str) -> Iterator[Test]:
    """The tests that are there for a vendor (1 and 2.1)."""
    for file in files:
        content = json.loads(file.read_text(encoding="utf-8"))
        if content["formatVersion"] != 1:
            raise ValueError(f"{file}: this runner knows format version 1")
        secrets = {key["id"]: key["text"] for key in content["keys"]}
        for group in content["groups"]:
            if vendor in group.get("except", []):
                continue
            for test in group["tests"]:
                given = {"now": content["now"], **group["input"], **test["input"]}
                yield Test(test["id"], group["level"], group["requires"], given, test["expect"], secrets)


def _is_offered(name: str, of: Implementation) -> bool:
    if name.startswith("claim."):
        return of.claim_of(name.removeprefix("claim.")) is not None
    return name in of.offered


def run(test: Test, of: Implementation) -> Result:
    missing = [name for name in test.requires if not _is_offered(name, of)]
    if missing:
        return Result(test, "not applicable", f"not offered: {', '.join(missing)}")
    try:
        problem = OPERATIONS[test.input["op"]](test, of)
    except Exception as error:  # noqa: BLE001 - whatever the implementation breaks with (9.4)
        return Result(test, "error", type(error).__name__)
    return Result(test, "fail" if problem else "pass", problem)
