"""Which pictures may go into a package, and as which bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.errors import ImageError
from core.images.encode import encode_png
from core.images.limits import Limits
from core.images.source import read_bytes
from core.language import marked, say
from core.learning.package.bare import bare_suffix
from core.learning.package.licences import Permission, permission_of
from core.learning.package.manifest import MOST_BYTES

if TYPE_CHECKING:
    from core.atlas.item import AtlasItem
    from core.images import ImageReader

REASONS: Final = {
    Permission.REFUSED: marked("its licence does not let it be passed on"),
    Permission.UNKNOWN: marked("nobody can tell whether its licence lets it be passed on"),
}
_CHANGED: Final = marked("its file has changed since the atlas was built")
_TOO_LARGE: Final = marked("it is too large")


@dataclass(frozen=True, slots=True)
class PackedPicture:
    """A picture as it goes into a package.

    Parameters
    ----------
    data : bytes
        Its file: as it is, if it holds nothing but the picture, else encoded anew.
    suffix : str
        Of the file.
    """

    data: bytes
    suffix: str

    @property
    def sha256(self) -> str:
        """Checksum of the file."""
        return hashlib.sha256(self.data).hexdigest()


def picture_of(
    item: AtlasItem, reader: ImageReader, *, licence: str, own_rights: bool
) -> PackedPicture | str:
    """Give the picture of an item, or say why it does not go along.

    Parameters
    ----------
    item : AtlasItem
        Which.
    reader : ImageReader
        Decodes what holds more than a picture: a name, a place, a number of a patient.
    licence : str
        Of the atlas, where the item has none of its own.
    own_rights : bool
        Whether whoever packs confirms to hold the rights.
    """
    permission = permission_of(item.licence or licence)
    if permission is not Permission.GIVEN and not own_rights:
        return say(REASONS[permission])
    try:
        data = read_bytes(item.path, limits=Limits())
        if hashlib.sha256(data).hexdigest() != item.sha256:
            return say(_CHANGED)
        suffix = bare_suffix(data)
        if suffix is None:
            data, suffix = encode_png(reader.read(data).pixels), ".png"
    except ImageError as error:
        return error.message
    return say(_TOO_LARGE) if len(data) > MOST_BYTES else PackedPicture(data, suffix)
