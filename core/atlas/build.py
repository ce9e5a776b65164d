"""Builds an atlas from labelled images: reads and embeds them, and goes on where it was stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from core.atlas.atlas import Atlas
from core.atlas.comparing import MOST, pairs_among
from core.atlas.copying import copied, require_room
from core.atlas.describing import Entry, description_of
from core.atlas.draft import Draft, Kept, Stamp
from core.atlas.embedding import Embedded, embed_many
from core.atlas.item import AtlasItem, Pair, Skipped
from core.atlas.paths import stored
from core.atlas.writing import publish, write_library
from core.datasets import Dataset, Sample
from core.errors import AtlasError, ImageError
from core.file_names import is_text
from core.language import counted, marked, say
from core.model import Classifier

_SEED: Final = 2018
_NO_TEXT: Final = marked("Its name is no text: rename it, or have it copied into the atlas.")
_NO_DIAGNOSIS: Final = marked("Nothing says what it shows.")
_CHANGED: Final = marked("Its file is not the one that was labelled.")
_Numbered = tuple[int, Sample]


@dataclass(frozen=True, slots=True)
class Built:
    """A new atlas, and what is not in it.

    Parameters
    ----------
    atlas : Atlas
        As it was read back.
    skipped : tuple of Skipped
        Images that could not be read this time, or of which nothing says what they show.
    """

    atlas: Atlas
    skipped: tuple[Skipped, ...]


def build_atlas(
    dataset: Dataset,
    classifier: Classifier | None,
    *,
    out: Path,
    limit: int | None = None,
    copy: bool = False,
    formerly: Iterable[Skipped] = (),
    progress: Callable[[int], None] = lambda _: None,
    comparing: Callable[[int, int], None] = lambda *_: None,
) -> Built:
    """Build an atlas, or finish one that was stopped.

    Parameters
    ----------
    dataset : Dataset
        Labelled images.
    classifier : Classifier, optional
        Whose embeddings; without one nothing similar can be found in the atlas.
    out : Path
        Folder of the atlas; a finished one there is replaced at the very end.
    limit : int, optional
        Only so many images, drawn at random.
    copy : bool
        Whether the images are copied into the atlas; else they stay where they are.
    formerly : iterable of Skipped
        What the atlas that the images are of has left out; the new one says so as well.
    progress : callable
        Told how many of the images are done.
    comparing : callable
        Told how many of how many pictures are compared with all others; that comes last.

    Raises
    ------
    LentigoError
        If the runtime fails, the folder cannot be written, or no image can be read; or if an image
        would be left out of an atlas that is built of itself.
    """
    chosen = _chosen(dataset.samples, limit)
    bundle = None if classifier is None else classifier.bundle
    compared = len(chosen) <= MOST
    with Draft(out, model_sha256="" if bundle is None else bundle.sha256) as draft:
        if copy:
            require_room(out, (sample.path for _, sample in chosen))
        skipped = _bring_in(classifier, chosen, draft, progress, compare=compared)
        skipped |= {path: _unlabelled(path) for path in dataset.unlabelled}
        greys: dict[int, bytes] = {}
        entries = list(_entries(chosen, draft, skipped, greys, out=out, copy=copy))
        if not entries:
            first = next(iter(skipped.values())).message
            raise AtlasError(
                say("None of the images can be read; the first: {first}", first=first), value=out
            )
        if skipped and _takes_its_own_place(dataset, out):
            raise _would_be_lost(skipped, out)
        pairs = pairs_among([item for item, _ in entries], greys=greys, progress=comparing)
        origins = _origins(chosen, pairs) if copy else {}
        left_out = _left_out(formerly, skipped, entries)
        library = write_library(out, entries, skipped=left_out, pairs=pairs, origins=origins)
        described = description_of(
            dataset.statement,
            entries,
            bundle=bundle,
            library=library,
            skipped=len(left_out),
            pairs=pairs,
            compared=compared and len(greys) == len(entries),
        )
        publish(out, described)
        draft.remove()
    return Built(Atlas.open(out), tuple(skipped.values()))


def _chosen(samples: Sequence[Sample], limit: int | None) -> list[_Numbered]:
    numbered = list(enumerate(samples, start=1))
    if limit is None or limit >= len(numbered):
        return numbered
    rows = np.random.default_rng(_SEED).choice(len(numbered), size=limit, replace=False)
    return [numbered[row] for row in np.sort(rows)]


def _bring_in(
    classifier: Classifier | None,
    chosen: Sequence[_Numbered],
    draft: Draft,
    progress: Callable[[int], None],
    *,
    compare: bool,
) -> dict[Path, Skipped]:
    """Read what is not in the draft yet; return what cannot be."""
    done = draft.done()
    stamps = {sample.path: Stamp.of(sample.path) for _, sample in chosen}
    waiting = [path for path, stamp in stamps.items() if stamp is None or done.get(path) != stamp]
    count = len(chosen) - len(waiting)
    skipped = {}
    for batch in embed_many(classifier, waiting):
        kept = (_kept(one, stamps[one.path], compare=compare) for one in batch)
        draft.add(one for one in kept if one is not None)
        for one in batch:
            if one.error is not None:
                skipped[one.path] = Skipped(one.path, one.error.kind, one.error.message)
        count += len(batch)
        progress(count)
    return skipped


def _kept(one: Embedded, stamp: Stamp | None, *, compare: bool) -> Kept | None:
    if one.error is not None or stamp is None:
        return None
    vector = None if one.vector is None else one.vector.astype("<f2").tobytes()
    grey = one.grey.tobytes() if compare and one.grey is not None else None
    return Kept(one.path, stamp, one.sha256, vector, grey)


def _entries(
    chosen: Sequence[_Numbered],
    draft: Draft,
    skipped: dict[Path, Skipped],
    greys: dict[int, bytes],
    *,
    out: Path,
    copy: bool,
) -> Iterator[Entry]:
    """Make the items, and note what their copies are known by; what cannot be copied is skipped."""
    for number, sample in chosen:
        kept = None if sample.path in skipped else draft.get(sample.path)
        if kept is None:
            continue
        item = _item(number, sample, kept.sha256)
        if sample.sha256 not in {None, kept.sha256}:
            skipped[sample.path] = Skipped(sample.path, "ImageChanged", say(_CHANGED))
            continue
        if copy:
            try:
                place = copied(sample.path, sha256=kept.sha256, folder=out)
            except ImageError as error:
                skipped[sample.path] = Skipped(sample.path, error.kind, error.message)
                continue
            item = replace(item, path=place)
        elif not is_text(stored(out, item.path)):
            skipped[sample.path] = Skipped(sample.path, "DatasetError", say(_NO_TEXT))
            continue
        if kept.grey is not None:
            greys[number] = kept.grey
        yield item, kept.vector


def _left_out(
    formerly: Iterable[Skipped], skipped: dict[Path, Skipped], entries: Iterable[Entry]
) -> list[Skipped]:
    """Put what was left out before beside what is now; each file once."""
    there = {item.path for item, _ in entries}
    former = {one.path: one for one in formerly if one.path not in there}
    return list((former | skipped).values())


def _takes_its_own_place(dataset: Dataset, out: Path) -> bool:
    """Whether an atlas is built of itself: what is left out of it then stands nowhere else."""
    is_atlas = any(sample.sha256 is not None for sample in dataset.samples)
    return is_atlas and dataset.folder.resolve() == out.resolve()


def _would_be_lost(skipped: dict[Path, Skipped], out: Path) -> AtlasError:
    return AtlasError(
        counted(
            "{count} image of the atlas cannot be taken again: {first} Nothing was changed: bring "
            "it back, or build into another folder to leave it out.",
            "{count} images of the atlas cannot be taken again; the first: {first} Nothing was "
            "changed: bring them back, or build into another folder to leave them out.",
            count=len(skipped),
            first=next(iter(skipped.values())).message,
        ),
        value=out,
    )


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
        diagnosis=sample.diagnosis,
        image_type=sample.image_type,
        skin_type=sample.skin_type,
        licence=sample.licence,
        attribution=sample.attribution,
    )


def _origins(chosen: Iterable[_Numbered], pairs: Iterable[Pair]) -> dict[int, Path]:
    """Where the images lay that a pair tells of: a copy's own name says nothing to anybody."""
    told = {number for pair in pairs for number in (pair.first, pair.second)}
    return {number: sample.path for number, sample in chosen if number in told}


def _unlabelled(path: Path) -> Skipped:
    return Skipped(path, "DatasetError", say(_NO_DIAGNOSIS))
