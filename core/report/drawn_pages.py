"""The pages of a PDF file as pictures, for the screen and the printer: the adapter to PDFium."""

from __future__ import annotations

import io
import threading
from types import TracebackType
from typing import Final, Self

import numpy as np
import pypdfium2
from numpy.typing import NDArray

_POINTS: Final = 72.0  # to the inch
_HAIR: Final = 1e-3
_LOCK: Final = threading.Lock()  # PDFium may be used by one thread at a time


class DrawnPages:
    """An open PDF file. Any thread may ask.

    Parameters
    ----------
    content : bytes
        The file, one of ours.
    """

    def __init__(self, content: bytes) -> None:
        with _LOCK:
            self._document = pypdfium2.PdfDocument(io.BytesIO(content))
            self._sizes = tuple(self._document.get_page_size(n) for n in range(self._count()))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._sizes)

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page, points of 1/72 inch."""
        width, height = self._sizes[page]
        return float(width), float(height)

    def draw(self, page: int, *, width: int) -> NDArray[np.uint8]:
        """Draw a page so many pixels wide.

        Returns
        -------
        ndarray of uint8
            sRGB on white, (height, width, 3).
        """
        with _LOCK:
            sheet = self._document[page]
            # It rounds up, where a hair above the width would be a pixel too many.
            scale = (width - _HAIR) / self._sizes[page][0]
            bitmap = sheet.render(scale=scale, rev_byteorder=True)
            pixels = np.array(bitmap.to_numpy()[..., :3], np.uint8, order="C")
            bitmap.close()
            sheet.close()
        return pixels

    def draw_for(self, page: int, *, dpi: float) -> NDArray[np.uint8]:
        """Draw a page for a printer of so many dots to the inch; see `draw`."""
        return self.draw(page, width=max(1, round(self._sizes[page][0] / _POINTS * dpi)))

    def text(self, page: int) -> str:
        """Read the words of a page, for screen readers, on one line."""
        with _LOCK:
            sheet = self._document[page]
            words = sheet.get_textpage()
            found = str(words.get_text_bounded())
            words.close()
            sheet.close()
        return " ".join(found.split())

    def close(self) -> None:
        """Forget the file."""
        with _LOCK:
            self._document.close()

    def _count(self) -> int:
        return len(self._document)
