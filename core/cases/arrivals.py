"""An image that comes into the store: whether it is the one that was seen, and what is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.cases.records import StoredImage
from core.errors import ImageChanged
from core.language import marked

if TYPE_CHECKING:
    from core.cases.image_store import Arrived
    from core.cases.records import Lesion, Visit
    from core.cases.shape import Shape
    from core.image_source import ImageSource

_CHANGED: Final = marked(
    "The file has changed since it was analysed, so nothing was stored. Open it again, and "
    "store what you see then."
)


def require_same_bytes(arrived: Arrived, source: ImageSource, *, sha256: str) -> None:
    """Refuse an image that is not what was analysed, where that is known.

    Raises
    ------
    ImageChanged
        If its bytes are others by now.
    """
    if sha256 and arrived.sha256 != sha256:
        raise ImageChanged(_CHANGED, value=source)


def record_of(
    arrived: Arrived, *, lesion: Lesion, visit: Visit, shape: Shape, name: str
) -> StoredImage:
    """Return what is noted of an image of a lesion on a visit."""
    return StoredImage(
        lesion_id=lesion.id,
        visit_id=visit.id,
        sha256=arrived.sha256,
        name=name,
        size=arrived.size,
        width=shape.width,
        height=shape.height,
        mm_per_pixel=shape.mm_per_pixel,
        scale_source=shape.scale_source,
    )
