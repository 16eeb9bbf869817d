"""How something is refused: a code of the suite's list, and where."""

from __future__ import annotations


class Refusal(Exception):
    """What the program answers with `error`. Nothing of a key or of a token may stand in it."""

    def __init__(self, code: str, message: str, path: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.path = path

    def as_json(self) -> dict[str, str]:
        """The refusal as the protocol has it."""
        told = {"code": self.code, "message": self.message}
        return told if self.path is None else {**told, "path": self.path}
