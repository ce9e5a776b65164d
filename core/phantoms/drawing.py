"""A phantom from skin to file: drawn, marked as synthetic, saved."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

from core.phantoms.canvas import Canvas, lesion_depth
from core.phantoms.lesions import RECIPES, PhantomKind
from core.phantoms.noise import Shape
from core.phantoms.skin import add_bubbles, add_hair, add_ruler, add_vignette, bare_skin

# ASCII, because the font that Pillow brings along has no dash.
MARKING: Final = "SYNTHETIC PHANTOM - not a patient"
SMALLEST_SIDE: Final = 160

# The pictures in resources/examples: the seed of each was chosen by eye.
EXAMPLES: Final = {
    PhantomKind.RETICULAR: 2,
    PhantomKind.GLOBULAR: 3,
    PhantomKind.MULTICOMPONENT: 2,
    PhantomKind.MILIA_CYSTS: 2,
    PhantomKind.LACUNAE: 3,
    PhantomKind.CENTRAL_WHITE: 3,
    PhantomKind.BRANCHING_VESSELS: 3,
    PhantomKind.SCALE: 2,
}

# What lies over the lesion.
_CLUTTER: Final = {  # (hairs, bubbles, ruler, round field of view)
    PhantomKind.RETICULAR: (5, 0, True, False),
    PhantomKind.GLOBULAR: (0, 6, False, False),
    PhantomKind.MULTICOMPONENT: (3, 3, True, False),
    PhantomKind.MILIA_CYSTS: (9, 2, False, False),
    PhantomKind.LACUNAE: (0, 4, False, True),
    PhantomKind.CENTRAL_WHITE: (7, 0, False, False),
    PhantomKind.BRANCHING_VESSELS: (0, 7, False, True),
    PhantomKind.SCALE: (4, 0, True, False),
}


def draw_phantom(kind: PhantomKind, *, seed: int, size: Shape = (450, 600)) -> NDArray[np.uint8]:
    """Draw a synthetic dermoscopic picture.

    Parameters
    ----------
    kind : PhantomKind
        The pattern it shows.
    seed : int
        Not negative; the same seed gives the same picture.
    size : tuple of int, optional
        (height, width) in pixels, each at least 160, so that the marking can be read.

    Returns
    -------
    ndarray of uint8, (height, width, 3)
        sRGB, with `MARKING` in its lower left corner.

    Raises
    ------
    ValueError
        If the size is too small or the seed negative.
    """
    if min(size) < SMALLEST_SIDE:
        raise ValueError(f"A phantom needs at least {SMALLEST_SIDE} pixels a side, not {size}.")
    rng = np.random.Generator(np.random.PCG64([list(PhantomKind).index(kind), seed]))
    hairs, bubbles, ruler, round_field = _CLUTTER[kind]
    rgb = _skin_with_lesion(rng, kind, size)
    add_hair(rng, rgb, count=hairs)
    add_bubbles(rng, rgb, count=bubbles)
    if ruler:
        add_ruler(rgb)
    add_vignette(rgb, strength=0.26, round_field=round_field)
    rgb += rng.normal(0, 0.008, rgb.shape)
    return _marked(np.rint(np.clip(rgb, 0, 1) * 255).astype(np.uint8))


def _skin_with_lesion(
    rng: np.random.Generator, kind: PhantomKind, size: Shape
) -> NDArray[np.float32]:
    recipe = RECIPES[kind]
    tissue = bare_skin(rng, size, tan=rng.uniform(0.02, 0.14), flush=rng.uniform(0.05, 0.17))
    depth = lesion_depth(
        rng, size, radius=recipe.radius, irregular=recipe.irregular, rough=recipe.rough
    )
    recipe.draw(Canvas(rng, tissue, depth))
    return tissue.colour(blur=max(1, round(min(size) / 225)))


def _marked(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Write the marking on a dark strip in the lower left corner."""
    height, width = pixels.shape[:2]
    points = max(9.0, height / 34)
    while (font := ImageFont.load_default(points)).getlength(MARKING) > 0.94 * width - 8:
        points *= 0.92
    left, top, right, bottom = font.getbbox(MARKING)
    pad = round(points * 0.4)
    strip = (round(right - left) + 2 * pad, round(bottom - top) + 2 * pad)
    image = Image.fromarray(pixels)
    label = Image.new("RGB", strip, (18, 16, 16))
    ImageDraw.Draw(label).text((pad - left, pad - top), MARKING, fill=(240, 236, 230), font=font)
    corner = (0, height - strip[1])
    below = image.crop((*corner, strip[0], height))
    image.paste(Image.blend(below, label, 0.78), corner)
    return np.asarray(image)


def save_phantom(path: Path, pixels: NDArray[np.uint8], *, kind: PhantomKind, seed: int) -> None:
    """Save a phantom as JPEG or PNG, marked in the metadata too.

    Parameters
    ----------
    path : Path
        Ends in ``.jpg``, ``.jpeg`` or ``.png``.
    pixels : ndarray of uint8, (height, width, 3)
        What `draw_phantom` returned.
    kind : PhantomKind
        The pattern, for the description.
    seed : int
        The seed, so that the picture can be drawn again.

    Raises
    ------
    ValueError
        If the name ends otherwise.
    OSError
        If the file cannot be written.
    """
    said = f"{MARKING}. Drawn by Lentigo: pattern {kind}, seed {seed}."
    image = Image.fromarray(pixels)
    if path.suffix.lower() in {".jpg", ".jpeg"}:
        exif = Image.Exif()
        exif[0x010E] = said  # ImageDescription
        exif[0x0131] = "Lentigo core.phantoms"  # Software
        image.save(path, quality=90, subsampling=0, optimize=True, exif=exif, comment=said)
    elif path.suffix.lower() == ".png":
        info = PngInfo()
        info.add_text("Description", said)
        image.save(path, optimize=True, pnginfo=info)
    else:
        raise ValueError(f"A phantom is saved as JPEG or PNG, not as {path.name!r}.")
