"""What a file may cost before Lentigo refuses it."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from core.errors import ImageTooLarge
from core.language import say


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file and on the process that decodes it.

    The defaults open a photograph of 200 megapixels, the most that telephones take today, and
    refuse what is only claimed to be an image.

    Parameters
    ----------
    max_bytes : int
        Longest file, in bytes.
    max_pixels : int
        Most pixels, width times height, of the picture as stored.
    max_side : int
        Longest side as stored, in pixels.
    memory_bytes : int
        Address space that decoding may take beyond what the worker process has at its start.
        Enforced by the system on Linux; macOS enforces it loosely, Windows not at all.
    seconds : float
        Longest time for one file, from handing it to the worker to having its pixels.
    gives_way : bool
        Whether other processes go before the worker, as a window that shows its pictures should.

    Raises
    ------
    ValueError
        If a bound is not positive.
    """

    max_bytes: int = 1 << 30
    max_pixels: int = 200_000_000
    max_side: int = 65_535
    memory_bytes: int = 3 << 30
    seconds: float = 60.0
    gives_way: bool = False

    def __post_init__(self) -> None:
        for name, value in asdict(self).items():
            if value is not False and value <= 0:
                raise ValueError(f"{name} must be positive")

    def check_bytes(self, count: int) -> None:
        """Raise ImageTooLarge if a file of `count` bytes is too long."""
        if count > self.max_bytes:
            megabytes = self.max_bytes // 1_000_000
            message = say(
                "The file is larger than the {megabytes} MB that Lentigo opens.",
                megabytes=megabytes,
            )
            raise ImageTooLarge(message, value=count)

    def check_size(self, width: int, height: int) -> None:
        """Raise ImageTooLarge if a picture of this size, in pixels, is too large."""
        if max(width, height) > self.max_side or width * height > self.max_pixels:
            megapixels = self.max_pixels / 1e6
            message = say(
                "The picture claims {width} x {height} pixels; Lentigo opens up to "
                "{megapixels:g} megapixels and {max_side} pixels a side.",
                width=width,
                height=height,
                megapixels=megapixels,
                max_side=self.max_side,
            )
            raise ImageTooLarge(message, value=(width, height))
