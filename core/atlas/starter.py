"""The atlas that is there before anybody has brought in images: drawings, and they say so.

Each is labelled with what it imitates. Nobody has diagnosed a drawing, so it teaches what a
browser, a quiz and a criterion are, and no more.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from core.atlas.build import Built, build_atlas
from core.datasets import Dataset, Sample
from core.datasets.statement import Statement
from core.errors import OutputError
from core.language import marked, say
from core.phantoms import EXAMPLES, PhantomKind, draw_phantom, save_phantom
from core.reasons import why

DRAWING: Final = "drawing"
"""How such a diagnosis is confirmed, and what type such an image has."""
EACH: Final = 4
"""Drawings of each pattern."""
_SIZE: Final = (300, 400)
_FOLDER: Final = "drawings"
_STATEMENT: Final = Statement(
    name=marked("Synthetic phantoms"),
    licence="Apache-2.0",
    source=marked("drawn by Lentigo: nobody is shown"),
    synthetic=True,
)
_IMITATED: Final = {
    PhantomKind.RETICULAR: ("nv", marked("Imitates a nevus with a regular pigment network")),
    PhantomKind.GLOBULAR: ("nv", marked("Imitates a nevus with regular globules")),
    PhantomKind.MULTICOMPONENT: (
        "mel",
        marked("Imitates a melanoma with several colours and structures"),
    ),
    PhantomKind.MILIA_CYSTS: (
        "bkl",
        marked("Imitates a seborrhoeic keratosis with milia-like cysts"),
    ),
    PhantomKind.LACUNAE: ("vasc", marked("Imitates a haemangioma with red lacunae")),
    PhantomKind.CENTRAL_WHITE: (
        "df",
        marked("Imitates a dermatofibroma with a central white patch"),
    ),
    PhantomKind.BRANCHING_VESSELS: (
        "bcc",
        marked("Imitates a basal cell carcinoma with branched vessels"),
    ),
    PhantomKind.SCALE: ("akiec", marked("Imitates an actinic keratosis with scale")),
}


def build_starter(out: Path, *, progress: Callable[[int], None] = lambda _: None) -> Built:
    """Draw the images, about a third of a second each, and make an atlas of them.

    Parameters
    ----------
    out : Path
        Folder of the atlas; drawings that are there already are not drawn again.
    progress : callable
        Told how many of `count` are drawn.

    Raises
    ------
    OutputError
        If the folder cannot be written.
    """
    samples = []
    for kind, seed in _plan():
        samples.append(_sample(out / _FOLDER, kind, seed))
        progress(len(samples))
    return build_atlas(Dataset(out, _STATEMENT, tuple(samples)), None, out=out)


def count() -> int:
    """How many drawings there are."""
    return len(_plan())


def _plan() -> list[tuple[PhantomKind, int]]:
    return [(kind, seed + 100 * turn) for turn in range(EACH) for kind, seed in EXAMPLES.items()]


def _sample(folder: Path, kind: PhantomKind, seed: int) -> Sample:
    path = folder / f"phantom-{kind}-{seed}.jpg"
    code, words = _IMITATED[kind]
    if not path.is_file():
        _draw(path, kind, seed)
    return Sample(
        image_id=path.name,
        path=path,
        code=code,
        confirmation=DRAWING,
        diagnosis=words,
        image_type=DRAWING,
    )


def _draw(path: Path, kind: PhantomKind, seed: int) -> None:
    pixels = draw_phantom(kind, seed=seed, size=_SIZE)
    aside = path.with_name(f".{path.name}.part.jpg")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_phantom(aside, pixels, kind=kind, seed=seed)
        aside.replace(path)
    except OSError as error:
        raise OutputError(
            say("{path} cannot be written: {reason}.", path=path, reason=why(error)),
            value=path,
        ) from error
