"""What a runner has to know of the implementation that it examines, and nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol, Sequence

Json = dict[str, Any]


class Refused(Exception):
    """The implementation refused, with a code and perhaps a path."""

    def __init__(self, code: str, path: str | None) -> None:
        super().__init__(code)
        self.code = code
        self.path = path


@dataclass(frozen=True)
class Issued:
    token: str
    #: The content in the vendor's documented words.
    properties: object
    #: Path and kind of everything that has no place in the token.
    report: list[tuple[str, str]]


class Implementation(Protocol):
    vendor: str
    #: Operations, and paths of the grant that it can hold (2).
    offered: frozenset[str]
    algorithm: str

    def claim_of(self, path: str) -> list[str] | None:
        """Where a field of the grant stands in the claims."""

    def claims(self, grant: Json, tenant: str | None, now: int) -> Json:
        """The claims that it would sign for a grant (4.3)."""

    def issue(self, grant: object, tenant: str, secret: str, now: int) -> Issued:
        """A token. Raises Refused."""

    def decode(self, claims: Json, room: Json, now: int) -> Json:
        """
        What claims say: `grant`, `issuance`, `residue`, `unknown`, `findings` and `authority` (7). Where reading them left
        nothing to be said, also `written`: the claims that the content is written as.
        """

    def recognize(self, header: Json, claims: Json) -> str:
        """How sure it is that the token is its vendor's: `certain`, `likely`, `possible` or `no` (7)."""

    def verify(self, token: object, tenant: str, secrets: Sequence[str], now: int, expected: Json) -> Json:
        """The grant of a token. Raises Refused."""
