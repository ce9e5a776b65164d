"""Pictures that are no dermoscopic image of a lesion, to see whether the novelty gate knows it.

Made here: pages of text, even colours, noise; cut from real images: skin beside the lesion. Real
photographs of things come from a folder of them (`training.generic`, part B, which fitted nothing).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from core.errors import DatasetError

SIZE: Final = (320, 240)
_LEAST = 64  # pixels: smaller pieces of skin would mostly be enlargement
_MARGIN = 8  # pixels around a mask, whose edge is no sharp border
_SKIN_TONES = ((245, 214, 190), (214, 160, 125), (120, 80, 60), (200, 120, 130))

Draw = Callable[[np.random.Generator], Image.Image]


def text_page(generator: np.random.Generator) -> Image.Image:
    """Draw a page of letters, dark on light."""
    page = Image.new("RGB", SIZE, (250, 250, 246))
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(size=float(generator.integers(9, 18)))
    for top in range(8, SIZE[1] - 16, int(generator.integers(14, 24))):
        letters = generator.choice(list("abcdefghijklmnopqrstuvwxyz     "), size=48)
        draw.text((12, top), "".join(letters), fill=(30, 30, 34), font=font)
    return page


def even_colour(generator: np.random.Generator) -> Image.Image:
    """Fill a picture with one colour, half of the time a skin's."""
    if generator.random() < 0.5:
        base = np.array(_SKIN_TONES[int(generator.integers(len(_SKIN_TONES)))])
        colour = np.clip(base + generator.normal(0, 8, 3), 0, 255)
    else:
        colour = generator.uniform(0, 255, 3)
    return Image.new("RGB", SIZE, tuple(int(value) for value in colour))


def noise(generator: np.random.Generator) -> Image.Image:
    """Fill a picture with grains, from one pixel to a quarter of it large."""
    grain = int(generator.choice([1, 2, 4, 16, 60]))
    small = generator.integers(0, 256, (SIZE[1] // grain, SIZE[0] // grain, 3), dtype=np.uint8)
    return Image.fromarray(small).resize(SIZE, Image.Resampling.BICUBIC)


DRAWN: Final[Mapping[str, Draw]] = MappingProxyType(
    {"text pages": text_page, "even colours": even_colour, "noise": noise}
)


def write_drawn(draw: Draw, folder: Path, *, count: int, seed: int) -> list[Path]:
    """Draw pictures into a folder, as PNG."""
    generator = np.random.default_rng(seed)
    return [_save(draw(generator), folder, number) for number in range(count)]


def write_skin(images: Sequence[Path], masks: Path, folder: Path, *, count: int) -> list[Path]:
    """Cut the largest piece of skin beside each lesion, until there are enough.

    Parameters
    ----------
    images : sequence of Path
        Dermoscopic images.
    masks : Path
        Folder with a mask for each, of the same name and size, PNG, white where the lesion is.
    folder : Path
        Where the pieces go.
    count : int
        How many; fewer where few images show skin enough.

    Raises
    ------
    DatasetError
        If the folder holds no mask of any of the images.
    """
    known = [(path, mask) for path in images if (mask := masks / f"{path.stem}.png").is_file()]
    if not known:
        raise DatasetError(f"{masks} holds no masks of these images.", value=masks)
    written: list[Path] = []
    for piece in _pieces(known):
        written.append(_save(piece, folder, len(written)))
        if len(written) == count:
            break
    return written


def _pieces(known: Sequence[tuple[Path, Path]]) -> Iterator[Image.Image]:
    for path, mask in known:
        with Image.open(path) as image, Image.open(mask) as lesion:
            box = beside(np.asarray(lesion.convert("L")) > 127)
            if box is not None:
                yield image.convert("RGB").crop(box)


def beside(lesion: NDArray[np.bool_]) -> tuple[int, int, int, int] | None:
    """Find the largest strip beside a lesion: left, upper, right, lower; None where all are thin.

    Parameters
    ----------
    lesion : ndarray of bool
        (height, width).
    """
    height, width = lesion.shape
    if not lesion.any():
        return None
    rows, columns = (np.flatnonzero(lesion.any(axis=axis)) for axis in (1, 0))
    strips = (
        (0, 0, int(columns[0]) - _MARGIN, height),
        (int(columns[-1]) + _MARGIN, 0, width, height),
        (0, 0, width, int(rows[0]) - _MARGIN),
        (0, int(rows[-1]) + _MARGIN, width, height),
    )
    wide = [one for one in strips if min(one[2] - one[0], one[3] - one[1]) >= _LEAST]
    return max(wide, key=lambda one: (one[2] - one[0]) * (one[3] - one[1]), default=None)


def _save(picture: Image.Image, folder: Path, number: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{number:04d}.png"
    picture.save(path)
    return path
