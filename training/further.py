"""Images of another set that are learned from as well, and of which nothing is ever measured.

A set that is to be judged has its split. What another set adds is learned from alone, and only
what the first one does not have: an image that stands in both would leak.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from pydantic import TypeAdapter, ValidationError

from core.copies.pairs import exact_pairs, near_pairs
from core.copies.signatures import read_signatures
from core.datasets import Dataset, Sample
from core.datasets.statement import Statement
from core.errors import DatasetError
from core.model.card import DataSource
from core.taxonomy import code_among
from training.audit.clusters import joined
from training.errors import RunError
from training.pages.text import plural
from training.run import write_json
from training.splits import Split

_FILE = "further.json"


@dataclass(frozen=True, slots=True)
class Further:
    """What another set adds.

    Parameters
    ----------
    statement : Statement
        What is said about that set.
    samples : tuple of Sample
        Its images that are learned from, with the codes of the set that is judged.
    left_out : dict of str to int
        How many of its images are not, by the reason in words.
    """

    statement: Statement
    samples: tuple[Sample, ...]
    left_out: dict[str, int]

    @classmethod
    def of(cls, other: Dataset, *, beside: Dataset) -> Self:
        """Take what `other` has and `beside` has not.

        Left out are classes that `beside` neither has nor counts to one of its own, images that
        cannot be read, copies among them, all of several copies with different labels, and
        images that show the same as one of `beside`.

        Parameters
        ----------
        other : Dataset
            The further set.
        beside : Dataset
            The set that is judged.

        Raises
        ------
        DatasetError
            If nothing is left.
        """
        left_out: Counter[str] = Counter()
        fitting = _with_codes_of(other.samples, beside.codes)
        left_out["of classes that the set has not"] = len(other.samples) - len(fitting)
        new = _unseen(fitting, beside.samples, left_out)
        if not new:
            raise DatasetError(
                f"{other.statement.name} adds nothing to {beside.statement.name}: "
                f"{_in_words(left_out)}.",
                value=other.folder,
            )
        # Names may repeat from set to set, and a split goes by them.
        name = other.statement.name
        apart = tuple(replace(one, image_id=f"{name}: {one.image_id}") for one in new)
        return cls(other.statement, apart, dict(+left_out))

    @property
    def source(self) -> DataSource:
        """What a card says of it."""
        ids = tuple(sample.image_id for sample in self.samples)
        lesions = {sample.lesion_id for sample in self.samples}
        return DataSource(
            name=self.statement.name,
            licence=self.statement.licence,
            source=self.statement.source,
            images=len(ids),
            lesions=None if None in lesions else len(lesions),
            split_sha256=Split(ids, (), ()).sha256,
        )

    def __str__(self) -> str:
        classes = Counter(sample.code for sample in self.samples)
        parts = ", ".join(f"{count:,} {code}" for code, count in sorted(classes.items()))
        told = f"{plural(len(self.samples), 'image')} of {self.statement.name} ({parts})"
        return f"{told}; left out: {_in_words(self.left_out)}" if self.left_out else told


@dataclass(frozen=True, slots=True)
class FurtherSource:
    """What a run keeps of it.

    Parameters
    ----------
    source : DataSource
        For the card.
    limits : tuple of str
        What a model cannot know that learned from it.
    left_out : dict of str to int
        As in `Further`.
    """

    source: DataSource
    limits: tuple[str, ...]
    left_out: dict[str, int]


def note_further(folder: Path, further: Further) -> None:
    """Keep in a run's folder what it learned from beside its data set."""
    kept = FurtherSource(further.source, further.statement.limits, further.left_out)
    write_json(folder / _FILE, json.loads(TypeAdapter(FurtherSource).dump_json(kept)))


def further_of(folder: Path) -> FurtherSource | None:
    """Read what `note_further` kept; None if the run learned from its data set alone.

    Raises
    ------
    RunError
        If the record is damaged.
    """
    path = folder / _FILE
    if not path.exists():
        return None
    try:
        return TypeAdapter(FurtherSource).validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise RunError(
            f"{path} does not say what else the run learned from: it is damaged.", value=path
        ) from error


def _with_codes_of(samples: Sequence[Sample], codes: Collection[str]) -> list[Sample]:
    named = ((sample, code_among(codes, sample.code)) for sample in samples)
    return [replace(sample, code=code) for sample, code in named if code is not None]


def _unseen(
    samples: Sequence[Sample], known: Sequence[Sample], left_out: Counter[str]
) -> list[Sample]:
    """One of each group of copies, none of which is among `known`."""
    signatures = read_signatures([sample.path for sample in (*known, *samples)])
    pairs = {*exact_pairs(signatures.hashes), *near_pairs(signatures)}
    groups = joined(len(known) + len(samples), pairs)
    taken, own = set(groups[: len(known)]), groups[len(known) :]
    labels: dict[int, set[str]] = defaultdict(set)
    for sample, group in zip(samples, own, strict=True):
        labels[group].add(sample.code)
    new = []
    for position, (sample, group) in enumerate(zip(samples, own, strict=True), start=len(known)):
        if position in signatures.errors:
            left_out["unreadable"] += 1
        elif group in taken:
            left_out["that the set has, or copies"] += 1
        elif len(labels[group]) > 1:
            left_out["copies with different labels"] += 1
        else:
            taken.add(group)
            new.append(sample)
    return new


def _in_words(left_out: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {reason}" for reason, count in left_out.items() if count)
