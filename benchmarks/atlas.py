"""What opening, browsing and searching a large atlas take."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.timing import Timing, interleave
from core.atlas import Atlas, AtlasItem
from core.atlas.browse import Browser, Facet, Filter, Sort
from core.atlas.description import AtlasClass, Description, MadeWith
from core.atlas.writing import publish, write_library
from core.taxonomy import HAM10000

_CHANNELS: Final = 512  # VGG16's
_SITES: Final = ("back", "abdomen", "face", "lower extremity", "upper extremity", "scalp", None)
_CONFIRMED: Final = ("histopathology", "single image expert consensus", None)
_TYPES: Final = ("I", "II", "III", "IV", None)
_PAGE: Final = 60


def report(*, images: int, rounds: int, say: Callable[[str], None]) -> None:
    """Print what each step costs."""
    timings = measure(images=images, rounds=rounds)
    say(f"\nAn atlas of {images:,} images, median of {rounds} rounds in turn:\n")
    say(f"{'':58}  {'ms':>7}  {'best':>7}")
    for name, timing in timings.items():
        say(_row(name, timing))


def measure(*, images: int, rounds: int) -> dict[str, Timing]:
    """Time each step on an atlas that is drawn for it."""
    with tempfile.TemporaryDirectory(prefix="lentigo-atlas-") as folder:
        atlas = drawn_atlas(Path(folder), images=images)
        timings = interleave(_starts(atlas), rounds=min(rounds, 5))
        return timings | interleave(_ways(atlas), rounds=rounds)


def drawn_atlas(folder: Path, *, images: int) -> Atlas:
    """Write an atlas of drawn embeddings and patients; its images do not exist."""
    generator = np.random.default_rng(0)
    vectors = generator.random((images, _CHANNELS), dtype=np.float32).astype("<f2")
    draws = generator.integers(0, 1 << 16, (images, 6))
    items = [_item(folder, number, draw) for number, draw in enumerate(draws.tolist(), start=1)]
    entries = ((item, vector.tobytes()) for item, vector in zip(items, vectors, strict=True))
    library, digest = write_library(folder, entries, skipped=())
    classes = {
        one.code: AtlasClass(
            name=one.name,
            images=sum(item.code == one.code for item in items),
            malignant=one.malignant,
        )
        for one in HAM10000
    }
    described = Description(
        name="drawn",
        licence="none",
        source="none",
        created="2026-01-01",
        images=images,
        skipped=0,
        lesions=images,
        classes=classes,
        model=MadeWith(name="drawn", version="1", sha256="0" * 64, channels=_CHANNELS),
        library=library,
        library_sha256=digest,
    )
    publish(folder, described)
    return Atlas.open(folder)


def _item(folder: Path, number: int, draw: list[int]) -> AtlasItem:
    return AtlasItem(
        id=number,
        path=folder / "images" / f"ISIC_{number:07}.jpg",
        sha256=f"{number:064x}",
        code=HAM10000[draw[0] % len(HAM10000)].code,
        confirmation=_CONFIRMED[draw[1] % len(_CONFIRMED)],
        lesion_id=f"L{number}",
        age=float(draw[2] % 90) or None,
        sex=("male", "female")[draw[3] % 2],
        site=_SITES[draw[4] % len(_SITES)],
        diagnosis=f"finer diagnosis {draw[0] % 90}",
        skin_type=_TYPES[draw[5] % len(_TYPES)],
        licence=("CC-0", "CC-BY")[draw[5] % 2],
        attribution=f"Hospital {draw[1] % 12}",
    )


def _starts(atlas: Atlas) -> dict[str, Callable[[], object]]:
    return {
        "open, with its checksum": lambda: Atlas.open(atlas.folder),
        "read what it is browsed by": lambda: Browser(atlas.library, atlas.description),
    }


def _ways(atlas: Atlas) -> dict[str, Callable[[], object]]:
    browser = atlas.browser
    chosen = {
        Facet.DIAGNOSIS: frozenset({"mel", "nv"}),
        Facet.SITE: frozenset({"back", None}),
        Facet.SEX: frozenset({"female"}),
    }
    query = np.random.default_rng(1).random(_CHANNELS, dtype=np.float32)
    _ = atlas.index, browser.find(sort=Sort.NAME)
    page = browser.find().page(len(browser.find()) // 2, count=_PAGE)
    return {
        "all, with the count of each choice": browser.find,
        "three filters and an age": lambda: browser.find(Filter(chosen=chosen, age_from=40)),
        "two words": lambda: browser.find(Filter(text="melanoma back")),
        "a number in the files' names": lambda: browser.find(Filter(text="0012")),
        "sorted by diagnosis": lambda: browser.find(sort=Sort.DIAGNOSIS),
        "sorted by age, grouped by site": lambda: browser.find(sort=Sort.AGE, group=Facet.SITE),
        f"the {_PAGE} items of a page": lambda: atlas.library.items(page),
        "the ten most similar": lambda: atlas.similar(query),
    }


def _row(name: str, timing: Timing) -> str:
    return f"{name:58}  {timing.median * 1e3:7.1f}  {timing.fastest * 1e3:7.1f}"
