"""One reader that the whole program shares: its processes start when first needed."""

from __future__ import annotations

import atexit
import threading
from typing import TYPE_CHECKING

from core.images.reader import ImageReader

if TYPE_CHECKING:
    from core.image_source import ImageSource
    from core.images.metadata import Tag
    from core.images.record import Picture

_shared: ImageReader | None = None
_shared_lock = threading.Lock()


def read_image(source: ImageSource, *, max_side: int | None = None) -> Picture:
    """Read one image, decoded in a worker process of a reader that the whole program shares.

    A script that calls this needs the usual `if __name__ == "__main__":`, because the worker
    imports the script's module.

    Parameters
    ----------
    source : Path, bytes or Held
        A file, what would be its content, or what gives that.
    max_side : int, optional
        Longest side of the pixels handed out; the record keeps the full size.

    Returns
    -------
    Picture
        Upright sRGB pixels and what the file was.

    Raises
    ------
    ImageError
        Always one of its subclasses, saying why there is no picture.
    """
    return _shared_reader().read(source, max_side=max_side)


def read_metadata(source: ImageSource) -> tuple[Tag, ...]:
    """Read what a file says besides its pixels, as `read_image` reads these."""
    return _shared_reader().metadata(source)


def close_shared_reader() -> None:
    """End the shared reader's processes; the next `read_image` starts new ones."""
    global _shared  # one for the program is its purpose
    with _shared_lock:
        reader, _shared = _shared, None
    if reader is not None:
        reader.close()


def _shared_reader() -> ImageReader:
    global _shared  # noqa: PLW0603 - one for the program is its purpose
    with _shared_lock:
        if _shared is None:
            _shared = ImageReader()
        return _shared


atexit.register(close_shared_reader)
