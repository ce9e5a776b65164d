"""Builds an atlas from labelled images: reads and embeds them, and goes on where it was stopped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import numpy as np

from core.atlas.atlas import Atlas
from core.atlas.description import AtlasClass, Description, MadeWith
from core.atlas.draft import Draft, Kept, Stamp
from core.atlas.embedding import Embedded, embed_many
from core.atlas.item import AtlasItem, Skipped
from core.atlas.nearness import usual_distance
from core.atlas.search import Index
from core.atlas.writing import publish, write_library
from core.datasets import Dataset, Sample
from core.errors import AtlasError, DatasetError, LentigoError
from core.language import again, say
from core.model import Classifier

_SEED: Final = 2018
_Numbered = tuple[int, Sample]


@dataclass(frozen=True, slots=True)
class Built:
    """A new atlas, and what is not in it.

    Parameters
    ----------
    atlas : Atlas
        As it was read back.
    skipped : tuple of Skipped
        Images that could not be read.
    """

    atlas: Atlas
    skipped: tuple[Skipped, ...]


def build_atlas(
    dataset: Dataset,
    classifier: Classifier,
    *,
    out: Path,
    limit: int | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> Built:
    """Build an atlas, or finish one that was stopped.

    Parameters
    ----------
    dataset : Dataset
        Labelled images; they stay where they are.
    classifier : Classifier
        Whose embeddings.
    out : Path
        Folder of the atlas; a finished one there is replaced at the very end.
    limit : int, optional
        Only so many images, drawn at random.
    progress : callable
        Told how many of the images are done.

    Raises
    ------
    LentigoError
        If the runtime fails, the folder cannot be written, or no image can be read.
    """
    chosen = _chosen(dataset.samples, limit)
    with Draft(out, model_sha256=classifier.bundle.sha256) as draft:
        skipped = _embed(classifier, chosen, draft, progress)
        items = list(_items(chosen, draft, without=skipped))
        if not items:
            first = again(next(iter(skipped.values())).message)
            raise AtlasError(
                say("None of the images can be read; the first: {first}", first=first), value=out
            )
        library = write_library(out, items, skipped=skipped.values())
        described = _description(dataset, classifier, items, library=library, skipped=len(skipped))
        publish(out, described)
        draft.remove()
    return Built(Atlas.open(out), tuple(skipped.values()))


def _chosen(samples: Sequence[Sample], limit: int | None) -> list[_Numbered]:
    numbered = list(enumerate(samples, start=1))
    if limit is None or limit >= len(numbered):
        return numbered
    rows = np.random.default_rng(_SEED).choice(len(numbered), size=limit, replace=False)
    return [numbered[row] for row in np.sort(rows)]


def _embed(
    classifier: Classifier,
    chosen: Sequence[_Numbered],
    draft: Draft,
    progress: Callable[[int], None],
) -> dict[Path, Skipped]:
    """Embed what is not in the draft yet; return what cannot be."""
    done = draft.done()
    stamps = {sample.path: Stamp.of(sample.path) for _, sample in chosen}
    waiting = [path for path, stamp in stamps.items() if stamp is None or done.get(path) != stamp]
    count = len(chosen) - len(waiting)
    skipped = {}
    for batch in embed_many(classifier, waiting):
        draft.add(kept for one in batch if (kept := _kept(one, stamps[one.path])) is not None)
        for one in batch:
            if isinstance(one.outcome, LentigoError):
                skipped[one.path] = Skipped(one.path, one.outcome.kind, str(one.outcome))
        count += len(batch)
        progress(count)
    return skipped


def _kept(one: Embedded, stamp: Stamp | None) -> Kept | None:
    if isinstance(one.outcome, LentigoError) or stamp is None:
        return None
    return Kept(one.path, stamp, one.sha256, one.outcome.astype("<f2").tobytes())


def _items(
    chosen: Sequence[_Numbered], draft: Draft, *, without: Container[Path]
) -> Iterator[tuple[AtlasItem, bytes]]:
    for number, sample in chosen:
        kept = None if sample.path in without else draft.get(sample.path)
        if kept is not None:
            yield _item(number, sample, kept[0]), kept[1]


def _item(number: int, sample: Sample, sha256: str) -> AtlasItem:
    return AtlasItem(
        id=number,
        path=sample.path,
        sha256=sha256,
        code=sample.code,
        confirmation=sample.confirmation,
        lesion_id=sample.lesion_id,
        age=sample.age,
        sex=sample.sex,
        site=sample.site,
    )


def _description(
    dataset: Dataset,
    classifier: Classifier,
    kept: Sequence[tuple[AtlasItem, bytes]],
    *,
    library: tuple[str, str],
    skipped: int,
) -> Description:
    card, statement = classifier.bundle.card, dataset.statement
    items = [item for item, _ in kept]
    lesions = [item.lesion_id for item in items]
    vectors = np.stack([np.frombuffer(vector, "<f2") for _, vector in kept])
    return Description(
        name=statement.name,
        licence=statement.licence,
        source=statement.source,
        created=datetime.now(UTC).date().isoformat(),
        images=len(items),
        skipped=skipped,
        lesions=None if None in lesions else len(set(lesions)),
        classes=_classes(dataset, Counter(item.code for item in items)),
        model=MadeWith(
            name=card.name,
            version=card.version,
            sha256=classifier.bundle.sha256,
            channels=card.network.blocks[-1][1],
        ),
        usual_distance=usual_distance(Index.of(vectors, lesions)),
        library=library[0],
        library_sha256=library[1],
    )


def _classes(dataset: Dataset, images: Mapping[str, int]) -> dict[str, AtlasClass]:
    classes = {}
    for code in sorted(images):
        try:
            known = dataset.statement.describe(code)
        except DatasetError:  # nobody has said what it means: the code must do
            classes[code] = AtlasClass(name=code, images=images[code])
        else:
            classes[code] = AtlasClass(
                name=known.name, images=images[code], malignant=known.malignant
            )
    return classes
