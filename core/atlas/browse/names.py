"""The names of all files as one block of bytes, in which a word is found without a loop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

_END: Final = b"\n"  # in no name and in no word that is looked for


@dataclass(frozen=True)
class Names:
    """Names of files, in small letters.

    Parameters
    ----------
    block : bytes
        All of them, UTF-8, each with a line feed behind it.
    """

    block: bytes

    @classmethod
    def of(cls, names: Sequence[str]) -> Self:
        """Join them."""
        plain = (name.replace("\n", " ").casefold() for name in names)
        return cls(b"".join(name.encode("utf-8", "replace") + _END for name in plain))

    def having(self, word: str) -> NDArray[np.bool_]:
        """Whether each name has a word in it, (n,)."""
        letters = word.encode("utf-8", "replace")
        there = np.zeros(len(self._ends), bool)
        if not letters or len(letters) > len(self._bytes):
            return there
        found = np.flatnonzero(self._bytes[: len(self._bytes) - len(letters) + 1] == letters[0])
        for place, letter in enumerate(letters[1:], start=1):
            found = found[self._bytes[found + place] == letter]
        there[np.searchsorted(self._ends, found)] = True
        return there

    @cached_property
    def order(self) -> NDArray[np.intp]:
        """Rank of each name among all, (n,); equal names have one rank."""
        names = np.array(self.block.split(_END)[:-1], object)
        _, ranks = np.unique(names.astype(bytes), return_inverse=True)
        return np.asarray(ranks, np.intp)

    @cached_property
    def _bytes(self) -> NDArray[np.uint8]:
        return np.frombuffer(self.block, np.uint8)

    @cached_property
    def _ends(self) -> NDArray[np.intp]:
        return np.flatnonzero(self._bytes == _END[0])
