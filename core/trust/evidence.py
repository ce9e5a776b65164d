"""How often the model was right on held-out lesions that looked to it like this one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from core.trust.counts import Cell, EvidenceCounts
from core.trust.intervals import wilson
from core.trust.patient import AgeGroup, Patient

FEWEST: Final = 12
"""Lesions that a share needs to be told.

Wilson's 95 % interval of a share of n has a width of z / sqrt(n + z²) at worst, which is half of
the whole scale or less from n = 3 z² = 11.5 on. What leaves more than that open is no evidence.
"""


@dataclass(frozen=True, slots=True)
class Group:
    """Which of the held-out lesions are counted.

    Parameters
    ----------
    finding : str
        Those of which the model said this, by the class's code.
    band : tuple of float
        With a probability, as calibrated, from the one up to the other, 0 to 1.
    site : str, optional
        Of this part of the body; None: of any. The same for the next.
    age : AgeGroup, optional
        Of patients of this age.
    """

    finding: str
    band: tuple[float, float]
    site: str | None = None
    age: AgeGroup | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """How findings on a group turned out.

    Parameters
    ----------
    group : Group
        Of which lesions.
    right : int
        How many of them had that diagnosis.
    lesions : int
        How many there were; each is counted once, however often it was photographed.
    instead : tuple of (str, int)
        What the others were, by the class's code, and how many; the most frequent first.
    followed, followed_right : int
        How many of the lesions, and of those that were right, were confirmed by follow-up alone.
    """

    group: Group
    right: int
    lesions: int
    instead: tuple[tuple[str, int], ...] = ()
    followed: int = 0
    followed_right: int = 0

    @property
    def enough(self) -> bool:
        """Whether there are enough lesions to call it evidence."""
        return self.lesions >= FEWEST

    @property
    def share(self) -> float | None:
        """Share that was right, 0 to 1; None without enough lesions."""
        return self.right / self.lesions if self.enough else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's 95 % interval of the share; None without enough lesions."""
        return wilson(self.right, self.lesions) if self.enough else None

    @property
    def harder(self) -> Record | None:
        """The same without lesions confirmed by follow-up alone; None where none of them was right.

        Nevi that were confirmed so are recognised nearly always, probably by how they were
        photographed, and flatter.
        """
        if not self.followed_right:
            return None
        right, lesions = self.right - self.followed_right, self.lesions - self.followed
        return Record(self.group, right, lesions)


def look_up(
    counts: EvidenceCounts, *, finding: str, probability: float, patient: Patient
) -> tuple[Record, ...]:
    """Collect what is known of findings like this one.

    The first record is of this finding at this probability; the next ones narrow it to the stated
    site, to the stated age, and to both. One that is too thin to be evidence is followed by the
    same at this probability or less: less probable findings are right less often, so that this
    never flatters, as all probabilities together would.

    Parameters
    ----------
    counts : EvidenceCounts
        Of the card.
    finding : str
        By the class's code.
    probability : float
        Of the finding, as calibrated, 0 to 1.
    patient : Patient
        What is stated.
    """
    return tuple(_records(counts, finding, counts.band_of(probability), patient))


def _records(counts: EvidenceCounts, finding: str, band: int, patient: Patient) -> Iterator[Record]:
    here = Group(finding, counts.limits(band))
    up_to = [cell for cell in counts.of(finding) if cell.band <= band]
    for site, age in _narrowings(patient):
        alike = [
            cell
            for cell in up_to
            if (site is None or cell.site == site) and (age is None or cell.age is age)
        ]
        in_band = [cell for cell in alike if cell.band == band]
        record = _record(replace(here, site=site, age=age), in_band)
        yield record
        if not record.enough and len(alike) > len(in_band):
            yield _record(Group(finding, (0.0, here.band[1]), site, age), alike)


def _narrowings(patient: Patient) -> Iterator[tuple[str | None, AgeGroup | None]]:
    yield None, None
    if patient.site is not None:
        yield patient.site, None
    if patient.age is not None:
        yield None, patient.age
    if patient.site is not None and patient.age is not None:
        yield patient.site, patient.age


def _record(group: Group, cells: Iterable[Cell]) -> Record:
    turned_out, followed = Counter[str](), Counter[str]()
    for cell in cells:
        turned_out[cell.diagnosis] += cell.lesions
        followed[cell.diagnosis] += cell.followed
    right, wrong = turned_out.pop(group.finding, 0), turned_out.total()
    return Record(
        group,
        right=right,
        lesions=right + wrong,
        instead=tuple(turned_out.most_common()),
        followed=followed.total(),
        followed_right=followed[group.finding],
    )
