"""What a reader of the finding should know about how the image met the network."""

from __future__ import annotations

from core.explain.hidden import Hidden
from core.images import Picture, Placement
from core.language import say
from core.results import Caution

SURVIVES = "survives_without_lesion"
"""Code of the caution that a finding does not need its lesion."""
_UNSEEN_SHARE = 0.1


def hidden_caution(hidden: Hidden) -> Caution | None:
    """Warn of a finding that stays although the lesion was painted over; None where it does not."""
    if not hidden.survives_without_lesion:
        return None
    return Caution(
        SURVIVES,
        say(
            "The model finds the same with the lesion painted over: something else in the "
            "picture, or plain skin, may have made it."
        ),
    )


def cautions_of(picture: Picture, placement: Placement) -> tuple[Caution, ...]:
    """Collect the remarks on one image: how it was read, and how much of it was seen.

    Parameters
    ----------
    picture : Picture
        The image, with the notices of its reading.
    placement : Placement
        Which part of it the network saw.
    """
    cautions = [Caution(str(notice.code), notice.message) for notice in picture.record.notices]
    height, width = placement.source_size
    unseen = 1 - placement.source.width * placement.source.height / (width * height)
    if unseen > _UNSEEN_SHARE:
        cautions.append(
            Caution(
                "edges_not_seen",
                say(
                    "The model saw only the middle of this image: {unseen:.0%} of it, at the "
                    "edges, lies outside its view.",
                    unseen=unseen,
                ),
            )
        )
    return tuple(cautions)
