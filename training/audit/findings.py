"""What an audit finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.copies.pairs import Pair, exact_pairs, near_pairs
from core.copies.signatures import read_signatures
from core.datasets import Sample
from training.audit.leaks import across, lesion_pairs


@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """What is wrong with a data set.

    Parameters
    ----------
    folder : Path
        Of the data set; paths are told relative to it.
    samples : tuple of Sample
        All images; pairs are positions in it.
    sides : tuple of (str or None)
        Side of each; None where it has none.
    exact, near, lesion : list of (int, int)
        Pairs of equal bytes; of pictures that show the same though their bytes differ; of images
        that are known to show one lesion.
    unreadable : mapping of int to str
        Why files hold no image that can be read, by position.
    unlabelled : str
        Why there are no labels; empty where there are.
    """

    folder: Path
    samples: tuple[Sample, ...]
    sides: tuple[str | None, ...]
    exact: list[Pair]
    near: list[Pair]
    lesion: list[Pair]
    unreadable: Mapping[int, str]
    unlabelled: str = ""

    @property
    def classes(self) -> dict[str, int]:
        """Images of each class."""
        return dict(sorted(Counter(sample.code for sample in self.samples if sample.code).items()))

    @property
    def unexpected(self) -> list[Pair]:
        """Near pairs that are not known to show one lesion."""
        return [pair for pair in self.near if not self._one_lesion(pair)]

    def contradicting(self, pairs: Iterable[Pair]) -> list[Pair]:
        """Those whose two images bear different labels."""
        return [(a, b) for a, b in pairs if self.samples[a].code != self.samples[b].code]

    def across(self, pairs: Iterable[Pair]) -> list[Pair]:
        """Those whose two images stand on different sides."""
        return across(pairs, self.sides)

    def path(self, position: int) -> str:
        """Where an image lies, relative to the data set where it lies in it."""
        path = self.samples[position].path
        inside = path.is_relative_to(self.folder)
        return (path.relative_to(self.folder) if inside else path).as_posix()

    def _one_lesion(self, pair: Pair) -> bool:
        first, second = (self.samples[position].lesion_id for position in pair)
        return first is not None and first == second


def audit(
    folder: Path,
    samples: Sequence[Sample],
    *,
    sides: Mapping[str, str] | None = None,
    unlabelled: str = "",
    progress: Callable[[int], None] = lambda _: None,
) -> Findings:
    """Look for everything that is wrong.

    Parameters
    ----------
    folder : Path
        Of the data set.
    samples : sequence of Sample
        Its images; files need not be readable.
    sides : mapping of str to str, optional
        Side of each image by its id; by default those that the set came with.
    unlabelled : str
        Why there are no labels; empty where there are.
    progress : callable
        Told how many images are read.
    """
    signatures = read_signatures([sample.path for sample in samples], progress=progress)
    exact = exact_pairs(signatures.hashes)
    copies = set(exact)
    return Findings(
        folder=folder,
        samples=tuple(samples),
        sides=tuple(
            (sample.origin or None) if sides is None else sides.get(sample.image_id)
            for sample in samples
        ),
        exact=exact,
        near=[pair for pair in near_pairs(signatures) if pair not in copies],
        lesion=lesion_pairs(samples),
        unreadable=signatures.errors,
        unlabelled=unlabelled,
    )
