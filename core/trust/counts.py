"""What a bundle's card has of evidence: held-out lesions, counted by what they have in common.

Each lesion stands here once. Whatever group is asked about, its number follows by adding up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Annotated, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from core.trust.patient import AgeGroup

Edge = Annotated[float, Field(gt=0, lt=1, allow_inf_nan=False)]


class Cell(NamedTuple):
    """Lesions that are alike in all that is counted.

    Parameters
    ----------
    finding : str
        What the model said, by the class's code.
    band : int
        How probable that was: place of the band, from 0.
    site : str, optional
        Where on the body; None where the data do not say.
    age : AgeGroup, optional
        Of the patient; None where the data do not say.
    diagnosis : str
        What it was, by the class's code.
    lesions : int
        How many.
    followed : int
        How many of these were confirmed by follow-up alone, which are easily recognised.
    """

    finding: str
    band: Annotated[int, Field(ge=0)]
    site: Annotated[str, Field(min_length=1)] | None
    age: AgeGroup | None
    diagnosis: str
    lesions: Annotated[int, Field(ge=1)]
    followed: Annotated[int, Field(ge=0)] = 0


class EvidenceCounts(BaseModel):
    """How findings on held-out images turned out.

    Parameters
    ----------
    edges : tuple of float
        Where one band of the finding's probability, as calibrated, ends and the next begins,
        rising, between 0 and 1.
    cells : tuple of Cell
        Every combination that occurred.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    edges: tuple[Edge, ...]
    cells: Annotated[tuple[Cell, ...], Field(min_length=1)]

    @field_validator("edges")
    @classmethod
    def _rising(cls, edges: tuple[float, ...]) -> tuple[float, ...]:
        if any(high <= low for low, high in pairwise(edges)):
            raise ValueError("the edges of the bands must rise")
        return edges

    @model_validator(mode="after")
    def _possible(self) -> EvidenceCounts:
        if any(cell.band > len(self.edges) for cell in self.cells):
            raise ValueError("a count is of a band that the edges do not make")
        if any(cell.followed > cell.lesions for cell in self.cells):
            raise ValueError("more lesions were followed up than there are")
        return self

    def require_classes(self, codes: Sequence[str]) -> None:
        """Check that only these classes are counted.

        Raises
        ------
        ValueError
            If a finding or a diagnosis is another.
        """
        counted = {code for cell in self.cells for code in (cell.finding, cell.diagnosis)}
        if strange := counted - set(codes):
            raise ValueError(f"evidence of classes that there are not: {', '.join(strange)}")

    @property
    def lesions(self) -> int:
        """How many were counted."""
        return sum(cell.lesions for cell in self.cells)

    @property
    def sites(self) -> tuple[str, ...]:
        """Body sites of which there is any evidence, by name."""
        return tuple(sorted({cell.site for cell in self.cells if cell.site is not None}))

    def band_of(self, probability: float) -> int:
        """Return the place of a probability's band; an edge belongs to the band above it."""
        return sum(probability >= edge for edge in self.edges)

    def limits(self, band: int) -> tuple[float, float]:
        """Return where a band begins and ends, 0 to 1."""
        every = (0.0, *self.edges, 1.0)
        return every[band], every[band + 1]

    def of(self, finding: str) -> Iterator[Cell]:
        """Yield the counts of one finding."""
        return (cell for cell in self.cells if cell.finding == finding)
