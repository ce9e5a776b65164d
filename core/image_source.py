"""What an image can be read from. Imported by the window before it shows, so it needs nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, TypeAlias


class Held(Protocol):
    """An image that is no plain file: whoever has it gives its bytes, and never writes them to one.

    Two are equal if they are the same image in the same place.
    """

    def read_whole(self) -> bytes:
        """Give the bytes.

        Raises
        ------
        ImageError
            If they cannot be had.
        """


ImageSource: TypeAlias = Path | bytes | Held
"""A file, what would be its content, or what gives that when its turn comes."""
