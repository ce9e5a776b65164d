"""Reading two images, aligning them and measuring the lesion: all of it outside the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.cases.fields import ScaleSource
from core.errors import FileMissing, FollowUpError, ImageError
from core.followup.scale import Scale, scale_from_spacing, scale_of
from desktop.followup.outlines import outline_picture
from desktop.language.words import mark, tr
from desktop.look.pictures import read_bounded
from desktop.look.thumbnails import to_qimage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

    from core.followup.alignment import Alignment
    from core.followup.area import AreaChange, LesionArea
    from core.images import Picture
    from desktop.followup.content import FollowImage

_MISSING: Final = mark("The original of this image is not in the image store any more.")
_HALF: Final = 127
_UNREADABLE: Final = mark("The original of this image cannot be read.")


@dataclass(frozen=True, slots=True, eq=False)
class OpenedImage:
    """One of the two images, read.

    Parameters
    ----------
    image : FollowImage
        Which.
    picture : Picture, optional
        Its pixels, perhaps reduced.
    shown : QImage, optional
        The same, to be shown.
    missing : str
        Why there are none.
    """

    image: FollowImage
    picture: Picture | None = None
    shown: QImage | None = None
    missing: str = ""

    @property
    def reduction(self) -> float:
        """Pixels of the file for one of the picture."""
        if self.picture is None:
            return 1.0
        return self.picture.record.width / int(self.picture.pixels.shape[1])

    @property
    def scale(self) -> Scale | None:
        """Size of a pixel of the picture: as it is stored, or as the file itself states it."""
        known = scale_of(self.image.stored)
        if known is None and self.picture is not None:
            known = scale_from_spacing(self.picture.record.spacing_mm)
        return known and Scale(known.mm_per_pixel * self.reduction, known.source)

    def stored_scale(self, scale: Scale) -> Scale:
        """Turn a scale of the picture into one of the file."""
        return Scale(scale.mm_per_pixel / self.reduction, ScaleSource.RULER)


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """What two images say together.

    Parameters
    ----------
    alignment : Alignment, optional
        How the newer lies on the older.
    laid : QImage, optional
        The newer as it lies on the older.
    refusal : str
        Why there is no alignment.
    areas : tuple of LesionArea or str
        Of the older and of the newer, or why there is none.
    outlines : tuple of QImage or None
        Of the older, of the newer, and of the newer as it lies on the older.
    """

    alignment: Alignment | None
    laid: QImage | None
    refusal: str
    areas: tuple[LesionArea | str, LesionArea | str]
    outlines: tuple[QImage | None, QImage | None, QImage | None]


def open_image(image: FollowImage) -> OpenedImage:
    """Read an image; where that fails, say why in words without its checksum."""
    try:
        picture = read_bounded(image.source)
    except FileMissing:
        return OpenedImage(image, missing=tr(_MISSING))
    except ImageError:
        return OpenedImage(image, missing=tr(_UNREADABLE))
    return OpenedImage(image, picture, to_qimage(picture.pixels))


def compare(older: OpenedImage, newer: OpenedImage) -> Comparison | None:
    """Align and measure two images that have been read; None where one is missing."""
    from core.followup.registration import laid_onto, register

    if older.picture is None or newer.picture is None:
        return None
    before, after = older.picture.pixels, newer.picture.pixels
    areas = _area(older.picture), _area(newer.picture)
    drawn = _outline(areas[0]), _outline(areas[1])
    try:
        alignment = register(before, after)
    except FollowUpError as error:
        return Comparison(None, None, error.message, areas, (*drawn, None))
    laid = to_qimage(laid_onto(before, after, alignment))
    moved = _laid_outline(areas[1], before, alignment)
    return Comparison(alignment, laid, "", areas, (*drawn, moved))


def area_change(comparison: Comparison, older: OpenedImage, newer: OpenedImage) -> AreaChange | str:
    """Compare the areas, or say why not."""
    from core.followup.area import area_change as change_of

    before, after = comparison.areas
    if isinstance(before, str):
        return tr("In the older image: {reason}", reason=before)
    if isinstance(after, str):
        return tr("In the newer image: {reason}", reason=after)
    try:
        return change_of(
            before, after, alignment=comparison.alignment, scales=(older.scale, newer.scale)
        )
    except FollowUpError as error:
        return error.message


def _area(picture: Picture) -> LesionArea | str:
    from core.followup.area import lesion_area

    try:
        return lesion_area(picture.pixels)
    except FollowUpError as error:
        return error.message


def _outline(area: LesionArea | str) -> QImage | None:
    return None if isinstance(area, str) else outline_picture(area.mask)


def _laid_outline(
    area: LesionArea | str, older: NDArray[np.uint8], alignment: Alignment
) -> QImage | None:
    import numpy as np

    from core.followup.registration import laid_onto

    if isinstance(area, str):
        return None
    white = np.repeat(area.mask[..., np.newaxis], 3, axis=2) * np.uint8(255)
    return outline_picture(laid_onto(older, white, alignment)[..., 0] > _HALF)
