"""What there is to compare of a lesion, as plain values made outside the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.cases.records import Lesion
from core.report.case_words import day_words, lesion_title, patient_title

if TYPE_CHECKING:
    from core.cases.records import StoredAnalysis, StoredImage
    from core.cases.store import CaseStore
    from core.image_source import ImageSource


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowImage:
    """One image of the lesion.

    Parameters
    ----------
    stored : StoredImage
        Which.
    source : ImageSource
        Where the bytes of its original come from.
    day : str
        When it was taken; with a number where there are several of that day.
    analysis : StoredAnalysis, optional
        What a model said.
    """

    stored: StoredImage
    source: ImageSource
    day: str
    analysis: StoredAnalysis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowContent:
    """A lesion and its images.

    Parameters
    ----------
    lesion_id : str
        Which lesion.
    title : str
        Its name, place and patient.
    images : tuple of FollowImage
        The oldest first.
    """

    lesion_id: str
    title: str
    images: tuple[FollowImage, ...]


def read_lesion(store: CaseStore, lesion_id: str) -> FollowContent:
    """Read a lesion.

    Raises
    ------
    NotInStore
        If it has been deleted.
    """
    lesion = store.get(Lesion, lesion_id)
    file = store.file_of(lesion.patient_id)
    days = {visit.id: day_words(visit.day) for visit in file.visits}
    images = file.images_of(lesion_id)
    named = [days[image.visit_id] for image in images]
    return FollowContent(
        lesion_id=lesion_id,
        title=f"{patient_title(file.patient)} · {lesion_title(lesion)}",
        images=tuple(
            FollowImage(
                stored=image,
                source=store.original(image),
                day=_numbered(named, place),
                analysis=file.analysis_of(image.id),
            )
            for place, image in enumerate(images)
        ),
    )


def _numbered(days: list[str], place: int) -> str:
    """Tell images of one day apart."""
    if days.count(days[place]) == 1:
        return days[place]
    return f"{days[place]} ({days[: place + 1].count(days[place])})"
