"""One image on its way through the engine, to be analysed or asked about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.engine.questions import Question
    from core.image_source import ImageSource
    from core.images import Picture
    from core.model import DescribedModel
    from core.model.preparation import Prepared
    from core.results import Precision


@dataclass(slots=True, eq=False)
class Job:
    """One image on its way.

    Parameters
    ----------
    number : int
        The caller's.
    source : Path, bytes, Held or Picture
        The image, perhaps decoded already.
    rank : (int, int)
        The smallest is next.
    thorough : bool
        Whether turned and mirrored views are wanted as well.
    quick : Precision or None
        Lower precision in which the network may be computed, and, once answered, was; None for
        full precision.
    question : Question or None
        What is asked about the image; None where it is to be analysed.
    shown : bool
        Whether its picture was handed out.
    strikes : int
        How often the process ended over it.
    model : DescribedModel or None
        What it was prepared for.
    prepared : Prepared or None
        Its pixels, once they are.
    """

    number: int
    source: ImageSource | Picture
    rank: tuple[int, int]
    thorough: bool = False
    quick: Precision | None = None
    question: Question | None = None
    shown: bool = False
    strikes: int = 0
    model: DescribedModel | None = None
    prepared: Prepared | None = None

    def __lt__(self, other: Job) -> bool:
        return self.rank < other.rank
