"""What is fuzzed: something that takes any bytes, and either takes them or says why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from core.errors import LentigoError

CORPUS: Final = Path(__file__).parent / "corpus"
_JARGON: Final = ("Traceback", "Exception", "object at 0x", "<class ")


def _nothing() -> Mapping[str, bytes]:
    return {}


@dataclass(frozen=True, slots=True)
class Target:
    """A reader of untrusted bytes.

    Parameters
    ----------
    name : str
        By which the command line knows it, and of its folder in the corpus.
    read : callable
        Takes the bytes; raises a `LentigoError` of a kind of its own for what it refuses.
    seeds : callable
        Healthy inputs by name, made here: what the search starts from besides the corpus.
    """

    name: str
    read: Callable[[bytes], object]
    seeds: Callable[[], Mapping[str, bytes]] = field(default=_nothing)

    @property
    def corpus(self) -> Path:
        """Folder of what a search has found worth keeping, and of what once broke the reader."""
        return CORPUS / self.name

    def try_(self, data: bytes) -> LentigoError | None:
        """Have the bytes read.

        Returns
        -------
        LentigoError or None
            Why they were refused.

        Raises
        ------
        Exception
            Whatever else the reader raises: that is a fault.
        AssertionError
            If the refusal is no sentence that a person could read.
        """
        try:
            self.read(data)
        except LentigoError as error:
            _require_sentence(error)
            return error
        return None


def _require_sentence(error: LentigoError) -> None:
    message = str(error)
    assert type(error) is not LentigoError, f"an error without a name: {message}"
    assert message.strip(), f"{type(error).__name__} says nothing"
    for jargon in _JARGON:
        assert jargon not in message, message
