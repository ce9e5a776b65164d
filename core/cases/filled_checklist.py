"""A checklist as a clinician has filled it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from core.cases.records import Record
from core.checklists.kinds import ChecklistKind


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledChecklist(Record):
    """A checklist of dermoscopy that a clinician has filled, or begun to fill; never the model.

    Parameters
    ----------
    lesion_id : str
        About which lesion.
    image_id : str, optional
        Image that was judged; None is the lesion itself, or an image that has been deleted.
    kind : ChecklistKind
        Which checklist.
    answers : mapping
        Codes of what was chosen, by the code of their criterion; others are not answered yet.
    day : date
        When it was filled.
    source : str
        Who filled it.
    """

    lesion_id: str
    image_id: str | None = None
    kind: ChecklistKind
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    day: date
    source: str = ""

    def __post_init__(self) -> None:
        # From JSON they come as lists: as tuples, two that say the same are equal.
        answers = {code: tuple(chosen) for code, chosen in self.answers.items() if chosen}
        object.__setattr__(self, "answers", answers)
