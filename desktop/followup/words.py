"""What changed between two visits, in words: plain values for the panel."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from core.cases.fields import ScaleSource
from core.followup.area import OUTLINE_ERROR, AreaChange, Basis
from core.followup.probabilities import finding_change
from core.followup.scale import disagreement
from core.report.case_words import class_name
from core.wording import percent

if TYPE_CHECKING:
    from core.followup.alignment import Alignment
    from core.followup.probabilities import ClassChange, FindingChange
    from core.followup.scale import Scale
    from desktop.followup.comparing import OpenedImage
    from desktop.followup.content import FollowImage

_STEADY: Final = 0.005
_ERROR: Final = (
    f"Less than {100 * OUTLINE_ERROR:.0f} % may come from the outlines alone: they are found by "
    "contrast, not drawn by an expert."
)
_ON_LESION: Final = (
    "Too little of the skin around agrees, so the lesion itself was aligned: if it has grown, you "
    "do not see it here."
)
_WRONG_SCALE: Final = (
    "By these scales, the skin itself would have become larger or smaller by {gap:.0f} %: one of "
    "them may be wrong."
)
_LARGEST_GAP: Final = 0.1
_FRAME: Final = "Measured in the frame of the older image, since the scale of both is not known."
_OTHER_MODEL: Final = (
    "Another model gave the newer finding: a change may be the model's, not the lesion's."
)
_OTHER_MIX: Final = "The findings were weighted to different case mixes."
_UNLIKE: Final = "The model knows nothing like the {which} image, so its numbers are left out."
_NONE: Final = "—"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A class in both findings.

    Parameters
    ----------
    name, older, newer, change : str
        As they are read.
    """

    name: str
    older: str
    newer: str
    change: str


@dataclass(frozen=True, slots=True)
class Headline:
    """What is read first about something, and second.

    Parameters
    ----------
    first, then : str
        A few words, and a sentence or two.
    """

    first: str
    then: str


@dataclass(frozen=True, slots=True)
class Probabilities:
    """What the findings say differently.

    Parameters
    ----------
    rows : tuple of ChangeRow
        The malignant total, then each class.
    notices : tuple of str
        What to know before believing it; or why there are no rows.
    """

    rows: tuple[ChangeRow, ...]
    notices: tuple[str, ...]


def alignment_words(alignment: Alignment) -> str:
    """Say how the newer image lies on the older."""
    turned = f"turned by {abs(alignment.degrees):.0f}°"
    size = f"drawn at {100 * alignment.scale:.0f} % of its size"
    where = "of the skin around the lesion" if alignment.on_skin else "that both images show"
    found = (
        f"Aligned by {alignment.points} details {where}, to within {alignment.error:.1f} pixels. "
        f"The newer image is {turned} and {size}."
    )
    return found if alignment.on_skin else f"{found} {_ON_LESION}"


def area_words(change: AreaChange | str) -> Headline:
    """Say how the area changed, or why that is not known."""
    if isinstance(change, str):
        return Headline("Not known", change)
    if change.within_error:
        first = f"No certain change ({_larger(change.ratio)})"
    else:
        first = _larger(change.ratio).capitalize()
    if change.basis is Basis.SCALE:
        return Headline(
            first, f"{change.older_mm2:.1f} mm² before, {change.newer_mm2:.1f} mm² now. {_ERROR}"
        )
    return Headline(first, f"{_ERROR} {_FRAME}")


def _larger(ratio: float) -> str:
    share = round(100 * abs(ratio - 1))
    if share == 0:
        return "same size"
    return f"{share} % larger" if ratio > 1 else f"{share} % smaller"


def probability_words(older: FollowImage, newer: FollowImage) -> Probabilities:
    """Say what the two stored findings say differently."""
    for image, which in ((older, "older"), (newer, "newer")):
        if image.analysis is None:
            return Probabilities((), (f"The {which} image has no finding to compare.",))
    if older.analysis is None or newer.analysis is None:
        raise AssertionError
    change = finding_change(older.analysis, newer.analysis)
    rows = (_row(change.malignant, "All malignant"), *(_row(one) for one in change.classes))
    return Probabilities(_believable(rows, change.unlike), tuple(_notices(change)))


def _believable(rows: tuple[ChangeRow, ...], unlike: tuple[bool, bool]) -> tuple[ChangeRow, ...]:
    """Leave out the numbers of an image that the model knows nothing like."""
    if any(unlike):
        rows = tuple(replace(row, change="") for row in rows)
    if unlike[0]:
        rows = tuple(replace(row, older=_NONE) for row in rows)
    return tuple(replace(row, newer=_NONE) for row in rows) if unlike[1] else rows


def _notices(change: FindingChange) -> list[str]:
    said = [_OTHER_MODEL] if change.other_model else []
    said += [_OTHER_MIX] if change.other_case_mix else []
    for which, unlike in zip(("older", "newer"), change.unlike, strict=True):
        said += [_UNLIKE.format(which=which)] if unlike else []
    return said


def _row(change: ClassChange, name: str = "") -> ChangeRow:
    points = round(100 * change.points)
    if abs(change.points) < _STEADY:
        words = "same"
    else:
        words = f"▲ {points}" if points > 0 else f"▼ {-points}"
    return ChangeRow(
        name or class_name(change.code), percent(change.older), percent(change.newer), words
    )


def scale_words(scale: Scale | None, *, reduction: float = 1.0) -> str:
    """Say the scale of an image, per pixel of its file."""
    if scale is None:
        return "scale not known"
    how = "stated by the file" if scale.source is ScaleSource.DICOM else "set on a ruler"
    return f"{scale.mm_per_pixel / reduction:.4g} mm per pixel, {how}"


def scales_words(
    opened: tuple[OpenedImage, OpenedImage] | None, alignment: Alignment | None
) -> str:
    """Say the scale of both images, and whether these fit how one lies on the other."""
    if opened is None:
        return ""
    older, newer = opened
    said = [
        f"{which} image: {scale_words(one.scale, reduction=one.reduction)}."
        for one, which in ((older, "Older"), (newer, "Newer"))
    ]
    if alignment is not None and older.scale is not None and newer.scale is not None:
        gap = disagreement(older.scale, newer.scale, alignment=alignment)
        said += [_WRONG_SCALE.format(gap=100 * gap)] if gap > _LARGEST_GAP else []
    return "\n".join(said)


def length_words(mm: float) -> str:
    """Say a length: a ruler's clicks are no finer than a tenth of a millimetre."""
    return f"{mm:.1f} mm"
