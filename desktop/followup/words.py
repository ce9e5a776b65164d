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
from desktop.language.words import count, mark, tr

if TYPE_CHECKING:
    from core.followup.alignment import Alignment
    from core.followup.probabilities import ClassChange, FindingChange
    from core.followup.scale import Scale
    from desktop.followup.comparing import OpenedImage
    from desktop.followup.content import FollowImage

_STEADY: Final = 0.005
_ERROR: Final = mark(
    "Less than {percent:.0f} % may come from the outlines alone: they are found by contrast, not "
    "drawn by an expert."
)
_ON_LESION: Final = mark(
    "Too little of the skin around agrees, so the lesion itself was aligned: if it has grown, you "
    "do not see it here."
)
_WRONG_SCALE: Final = mark(
    "By these scales, the skin itself would have become larger or smaller by {percent:.0f} %: "
    "one of them may be wrong."
)
_LARGEST_GAP: Final = 0.1
_FRAME: Final = mark(
    "Measured in the frame of the older image, since the scale of both is not known."
)
_OTHER_MODEL: Final = mark(
    "Another model gave the newer finding: a change may be the model's, not the lesion's."
)
_OTHER_MIX: Final = mark("The findings were weighted to different case mixes.")
_UNLIKE: Final = (
    mark("The model knows nothing like the older image, so its numbers are left out."),
    mark("The model knows nothing like the newer image, so its numbers are left out."),
)
_UNFOUND: Final = (
    mark("The older image has no finding to compare."),
    mark("The newer image has no finding to compare."),
)
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
    values = {
        "error": alignment.error,
        "degrees": abs(alignment.degrees),
        "percent": 100 * alignment.scale,
    }
    if alignment.on_skin:
        return count(
            "Aligned by {n} detail of the skin around the lesion, to within {error:.1f} pixels. "
            "The newer image is turned by {degrees:.0f}° and drawn at {percent:.0f} % of its "
            "size.",
            "Aligned by {n} details of the skin around the lesion, to within {error:.1f} pixels. "
            "The newer image is turned by {degrees:.0f}° and drawn at {percent:.0f} % of its "
            "size.",
            n=alignment.points,
            **values,
        )
    found = count(
        "Aligned by {n} detail that both images show, to within {error:.1f} pixels. The newer "
        "image is turned by {degrees:.0f}° and drawn at {percent:.0f} % of its size.",
        "Aligned by {n} details that both images show, to within {error:.1f} pixels. The newer "
        "image is turned by {degrees:.0f}° and drawn at {percent:.0f} % of its size.",
        n=alignment.points,
        **values,
    )
    return f"{found} {tr(_ON_LESION)}"


def area_words(change: AreaChange | str) -> Headline:
    """Say how the area changed, or why that is not known."""
    if isinstance(change, str):
        return Headline(tr("Not known"), change)
    first = _larger(change.ratio)
    if change.within_error:
        first = tr("No certain change ({change})", change=first)
    error = tr(_ERROR, percent=100 * OUTLINE_ERROR)
    if change.basis is Basis.SCALE:
        areas = tr(
            "{older:.1f} mm² before, {newer:.1f} mm² now.",
            older=change.older_mm2,
            newer=change.newer_mm2,
        )
        return Headline(_capital(first), f"{areas} {error}")
    return Headline(_capital(first), f"{error} {tr(_FRAME)}")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _larger(ratio: float) -> str:
    share = round(100 * abs(ratio - 1))
    if share == 0:
        return tr("same size")
    if ratio > 1:
        return tr("{percent} % larger", percent=share)
    return tr("{percent} % smaller", percent=share)


def probability_words(older: FollowImage, newer: FollowImage) -> Probabilities:
    """Say what the two stored findings say differently."""
    for image, words in zip((older, newer), _UNFOUND, strict=True):
        if image.analysis is None:
            return Probabilities((), (tr(words),))
    if older.analysis is None or newer.analysis is None:
        raise AssertionError
    change = finding_change(older.analysis, newer.analysis)
    rows = (_row(change.malignant, tr("All malignant")), *(_row(one) for one in change.classes))
    return Probabilities(_believable(rows, change.unlike), tuple(_notices(change)))


def _believable(rows: tuple[ChangeRow, ...], unlike: tuple[bool, bool]) -> tuple[ChangeRow, ...]:
    """Leave out the numbers of an image that the model knows nothing like."""
    if any(unlike):
        rows = tuple(replace(row, change="") for row in rows)
    if unlike[0]:
        rows = tuple(replace(row, older=_NONE) for row in rows)
    return tuple(replace(row, newer=_NONE) for row in rows) if unlike[1] else rows


def _notices(change: FindingChange) -> list[str]:
    said = [tr(_OTHER_MODEL)] if change.other_model else []
    said += [tr(_OTHER_MIX)] if change.other_case_mix else []
    said += [tr(words) for words, unlike in zip(_UNLIKE, change.unlike, strict=True) if unlike]
    return said


def _row(change: ClassChange, name: str = "") -> ChangeRow:
    points = round(100 * change.points)
    if abs(change.points) < _STEADY:
        words = tr("same")
    else:
        words = f"▲ {points}" if points > 0 else f"▼ {-points}"
    return ChangeRow(
        name or class_name(change.code), percent(change.older), percent(change.newer), words
    )


def scale_words(scale: Scale | None, *, reduction: float = 1.0) -> str:
    """Say the scale of an image, per pixel of its file."""
    if scale is None:
        return tr("scale not known")
    size = scale.mm_per_pixel / reduction
    if scale.source is ScaleSource.DICOM:
        return tr("{size:.4g} mm per pixel, stated by the file", size=size)
    return tr("{size:.4g} mm per pixel, set on a ruler", size=size)


def scales_words(
    opened: tuple[OpenedImage, OpenedImage] | None, alignment: Alignment | None
) -> str:
    """Say the scale of both images, and whether these fit how one lies on the other."""
    if opened is None:
        return ""
    older, newer = opened
    said = [
        tr("Older image: {scale}.", scale=_scale_of(older)),
        tr("Newer image: {scale}.", scale=_scale_of(newer)),
    ]
    if alignment is not None and older.scale is not None and newer.scale is not None:
        gap = disagreement(older.scale, newer.scale, alignment=alignment)
        words = tr(_WRONG_SCALE, percent=100 * gap)
        said += [words] if gap > _LARGEST_GAP else []
    return "\n".join(said)


def _scale_of(opened: OpenedImage) -> str:
    return scale_words(opened.scale, reduction=opened.reduction)


def length_words(mm: float) -> str:
    """Say a length: a ruler's clicks are no finer than a tenth of a millimetre."""
    return tr("{length:.1f} mm", length=mm)
