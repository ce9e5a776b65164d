"""What trust and similar images add to one analysis, and what searching many images takes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.timing import Timing, interleave
from core.atlas import Atlas, AtlasItem
from core.atlas.description import AtlasClass, Description, MadeWith
from core.atlas.search import Index
from core.atlas.writing import publish, write_library
from core.engine import EngineRequest, open_classifier
from core.images import decode, fit
from core.model import Bundle, DeviceRequest
from core.model.conclusion import softmax
from core.paths import examples_folder
from core.trust.novelty import unit_length

IMAGES: Final = 10_000
MANY: Final = 100_000
BARE: Final = "fit, network, softmax: nothing of trust"
TRUSTED: Final = "the analysis, with all of trust"
SIMILAR: Final = f"and similar images among {IMAGES:,}"
SEARCH: Final = f"the search alone among {IMAGES:,}"
SEARCH_MANY: Final = f"the search alone among {MANY:,}"


def report(bundle: Bundle, *, rounds: int, say: Callable[[str], None]) -> None:
    """Print what each step costs, interleaved in one run."""
    with tempfile.TemporaryDirectory(prefix="lentigo-atlas-") as folder:
        atlas = synthetic_atlas(Path(folder) / "atlas", bundle, images=IMAGES)
        timings = interleave(ways(bundle, atlas), rounds=rounds)
    say(f"\nTrust and similar images, warm, median of {rounds} rounds in turn:\n")
    say(f"{'':58}  {'ms':>7}  {'best':>7}  {'x bare':>7}")
    for name, timing in timings.items():
        say(_row(name, timing, bare=timings[BARE]))


def ways(bundle: Bundle, atlas: Atlas) -> dict[str, Callable[[], object]]:
    """Build the analysis in three sizes, and the search alone."""
    classifier = open_classifier(bundle, device=DeviceRequest.CPU, engine=EngineRequest.ONNXRUNTIME)
    picture = decode(min(examples_folder().glob("*.jpg")).read_bytes())
    spec, sha256 = bundle.card.preprocessing.spec, picture.record.sha256
    embedding = classifier.analyse(picture).embedding
    many = synthetic_index(bundle, images=MANY)

    def bare() -> object:
        answer = classifier.runtime.run(fit(picture.pixels, spec).pixels[np.newaxis])
        return softmax(answer.logits[0], temperature=bundle.card.temperature)

    def similar() -> object:
        return atlas.similar(classifier.analyse(picture).embedding, sha256=sha256)

    return {
        BARE: bare,
        TRUSTED: lambda: classifier.analyse(picture),
        SIMILAR: similar,
        SEARCH: lambda: atlas.similar(embedding, sha256=sha256),
        SEARCH_MANY: lambda: many.nearest(embedding, count=10),
    }


def synthetic_index(bundle: Bundle, *, images: int) -> Index:
    """Draw embeddings of the model's length; as from a network, no value is below zero."""
    generator = np.random.default_rng(0)
    channels = bundle.card.network.blocks[-1][1]
    drawn = generator.random((images, channels), dtype=np.float32)
    return Index(unit_length(drawn), np.arange(images, dtype=np.intp))


def synthetic_atlas(folder: Path, bundle: Bundle, *, images: int) -> Atlas:
    """Write an atlas of drawn embeddings; its images do not exist."""
    folder.mkdir(parents=True)
    vectors = synthetic_index(bundle, images=images).vectors.astype("<f2")
    items = (
        (_item(folder, number), vector.tobytes()) for number, vector in enumerate(vectors, start=1)
    )
    library, digest = write_library(folder, items, skipped=())
    card = bundle.card
    made = MadeWith(
        name=card.name, version=card.version, sha256=bundle.sha256, channels=vectors.shape[1]
    )
    description = Description(
        name="drawn",
        licence="none",
        source="none",
        created="2026-01-01",
        images=images,
        skipped=0,
        lesions=images,
        classes={"nv": AtlasClass(name="Drawn", images=images)},
        model=made,
        library=library,
        library_sha256=digest,
    )
    publish(folder, description)
    return Atlas.open(folder)


def _item(folder: Path, number: int) -> AtlasItem:
    path, lesion = folder / f"{number}.jpg", f"L{number}"
    return AtlasItem(id=number, path=path, sha256=f"{number:064x}", code="nv", lesion_id=lesion)


def _row(name: str, timing: Timing, *, bare: Timing) -> str:
    return (
        f"{name:58}  {timing.median * 1e3:7.1f}  {timing.fastest * 1e3:7.1f}  "
        f"{timing.ratio_to(bare):7.2f}"
    )
