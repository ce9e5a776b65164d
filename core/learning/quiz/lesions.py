"""The lesions that can be asked about: several images of one are one question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.atlas.item import AtlasItem
    from core.learning.quiz.plan import Topic


@dataclass(frozen=True, slots=True)
class QuizLesion:
    """A lesion of an atlas.

    Parameters
    ----------
    key : str
        Names it: what the atlas calls it, or the checksum of its only image.
    code : str
        Its diagnosis.
    images : tuple of AtlasItem
        Those of the topic.
    """

    key: str
    code: str
    images: tuple[AtlasItem, ...]


def key_of(item: AtlasItem) -> str:
    """Name the lesion of an image."""
    return item.lesion_id or item.sha256


def lesion_keys(items: Iterable[AtlasItem]) -> Mapping[str, str]:
    """Name the lesion of each image, by its checksum."""
    return {item.sha256: key_of(item) for item in items}


def lesions_of(items: Iterable[AtlasItem], topic: Topic) -> list[QuizLesion]:
    """Gather the lesions of a topic, in the order of the atlas.

    What bears two diagnoses has no right answer, so it is left out: a lesion with images of
    several, and a file that stands in the atlas under several.
    """
    collected = None if topic.sha256s is None else frozenset(topic.sha256s)
    by_key: dict[str, list[AtlasItem]] = {}
    codes: dict[str, set[str]] = {}
    for item in items:
        by_key.setdefault(key_of(item), []).append(item)
        codes.setdefault(item.sha256, set()).add(item.code)
    found = []
    for key, own in by_key.items():
        diagnoses = {code for item in own for code in codes[item.sha256]}
        chosen = tuple(
            {one.sha256: one for one in own if _is_about(one, topic, collected)}.values()
        )
        if chosen and len(diagnoses) == 1:
            found.append(QuizLesion(key, chosen[0].code, chosen))
    return found


def _is_about(item: AtlasItem, topic: Topic, collected: frozenset[str] | None) -> bool:
    return (
        (not topic.codes or item.code in topic.codes)
        and (not topic.sites or item.site in topic.sites)
        and (not topic.confirmations or item.confirmation in topic.confirmations)
        and (collected is None or item.sha256 in collected)
    )
