"""A small atlas without a model's pictures: coloured squares, and embeddings as they are wanted."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from core.atlas import Atlas, AtlasItem
from core.atlas.description import AtlasClass, Description, MadeWith
from core.atlas.writing import publish, write_library

Row = tuple[str, str]
"""Code and lesion."""

ROWS: Sequence[Row] = (
    *((code, f"{code}-{number}") for code in ("bkl", "mel", "nv") for number in range(6)),
    ("nv", "nv-0"),  # a second photograph of it
)
NAMES = {"bkl": "Benign keratosis", "mel": "Melanoma", "nv": "Melanocytic nevus"}


def write_picture(path: Path, seed: int) -> str:
    """Write a picture that no other seed gives; return its checksum."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(seed).integers(0, 255, (8, 8, 3), np.uint8)
    Image.fromarray(pixels).save(path)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_atlas(
    folder: Path,
    rows: Sequence[Row] = ROWS,
    *,
    name: str = "Atlas",
    licence: str = "CC BY 4.0",
    vectors: Sequence[Sequence[float]] | None = None,
    pictures_from: int = 1,
) -> Atlas:
    """Write an atlas whose images lie in folders named by their diagnosis."""
    items = []
    for number, (code, lesion) in enumerate(rows, start=1):
        path = folder / "images" / code / f"{code}_{number}.png"
        sha256 = write_picture(path, pictures_from + number - 1)
        site = "back" if number % 2 else "face"
        items.append(
            AtlasItem(
                id=number, path=path, sha256=sha256, code=code, confirmation="histo",
                lesion_id=lesion, age=45, sex="female", site=site,
            )
        )  # fmt: skip
    known = vectors or [(1.0, number / 100) for number in range(len(rows))]
    found = [np.array(one, "<f2").tobytes() for one in known]
    library = write_library(folder, list(zip(items, found, strict=True)), skipped=())
    publish(folder, describe(rows, library, name=name, licence=licence, channels=len(known[0])))
    return Atlas.open(folder)


def describe(
    rows: Sequence[Row], library: tuple[str, str], *, name: str, licence: str, channels: int
) -> Description:
    codes = [code for code, _ in rows]
    return Description(
        name=name,
        licence=licence,
        source="Drawn for tests",
        created="2026-01-01",
        images=len(rows),
        skipped=0,
        lesions=len({lesion for _, lesion in rows}),
        classes={
            code: AtlasClass(name=NAMES[code], images=codes.count(code), malignant=code == "mel")
            for code in sorted(set(codes))
        },
        model=MadeWith(name="m", version="1", sha256="0" * 64, channels=channels),
        library=library[0],
        library_sha256=library[1],
    )
