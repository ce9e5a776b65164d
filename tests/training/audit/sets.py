"""Small sets to be audited."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from core.phantoms import PhantomKind, draw_phantom

KINDS = dict(zip(("mel", "nv", "bcc", "bkl"), PhantomKind, strict=False))


def phantom(code: str, *, seed: int) -> Image.Image:
    return Image.fromarray(draw_phantom(KINDS[code], seed=seed, size=(225, 300)))


def save(image: Image.Image, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path)
    return path
