"""Atlases for the window: drawn images, and embeddings chosen by hand."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from core.atlas.description import AtlasClass, Description, MadeWith
from core.atlas.item import AtlasItem
from core.atlas.writing import publish, write_library
from core.taxonomy import KNOWN
from tests.desktop.fakes import IDENTITY

CHANNELS = 8


def vector(degrees: float) -> tuple[float, ...]:
    """An embedding in the plane of the first two channels."""
    angle = np.radians(degrees)
    return (float(np.cos(angle)), float(np.sin(angle)), *([0.0] * (CHANNELS - 2)))


def make_atlas(
    folder: Path,
    codes: Sequence[str],
    *,
    sha256: str = IDENTITY.sha256,
    name: str = "Drawn set",
    known: Callable[[AtlasItem], AtlasItem] = lambda item: item,
) -> Path:
    """Write an atlas whose images lie 1, 2, 3… degrees from `vector(0)`; return its folder."""
    folder.mkdir(parents=True)
    items = []
    for number, code in enumerate(codes, start=1):
        path = folder.parent / "drawn" / f"{number}.png"
        path.parent.mkdir(exist_ok=True)
        Image.new("RGB", (64, 48), (20 * number % 256, 90, 60)).save(path)
        item = AtlasItem(
            id=number,
            path=path,
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
            code=code,
            confirmation="histo",
            lesion_id=f"L{number}",
            age=45.0,
            sex="female",
            site="back",
        )
        items.append((known(item), np.array(vector(number), "<f2").tobytes()))
    library, digest = write_library(folder, items, skipped=())
    description = Description(
        name=name,
        licence="CC0",
        source="our own drawings",
        created="2026-01-01",
        images=len(items),
        skipped=0,
        lesions=len(items),
        classes={
            code: AtlasClass(name=KNOWN[code].name, images=count, malignant=KNOWN[code].malignant)
            for code, count in Counter(codes).items()
        },
        model=MadeWith(name="try-out", version="1.0", sha256=sha256, channels=CHANNELS),
        library=library,
        library_sha256=digest,
    )
    publish(folder, description)
    return folder
