"""What is known of an image that is to leave Lentigo, for whoever keeps a record of that."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

if TYPE_CHECKING:
    from core.image_source import ImageSource


class Leaving(NamedTuple):
    """An image that is to leave; nothing of it that must not cross to another process.

    Parameters
    ----------
    sha256 : str
        Of its bytes.
    sealed : bool
        Whether it comes from cases under a passphrase.
    """

    sha256: str
    sealed: bool = False

    @classmethod
    def of(cls, source: ImageSource, sha256: str) -> Self:
        """Tell by where it comes from."""
        return cls(sha256, sealed=not isinstance(source, Path | bytes))


class Noting(Protocol):
    """Keeps a record of what leaves."""

    def before(self, leaving: Iterable[Leaving], *, how: str, then: Callable[[], None]) -> None:
        """Note it, and only then have it leave."""


class Unnoted:
    """Keeps none: for images that belong to nothing."""

    def before(self, leaving: Iterable[Leaving], *, how: str, then: Callable[[], None]) -> None:
        """Have it leave at once."""
        del leaving, how
        then()
