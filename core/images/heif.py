"""The adapter to pi-heif, which reads HEIC and does not write it (so it carries no GPL encoder)."""

from __future__ import annotations

from functools import cache


@cache
def register() -> None:
    """Teach Pillow to open HEIC.

    pi-heif applies the container's rotation itself and clears EXIF's; images of 10 and 12 bits
    come as 8. libheif's own security limits stay in force. Depth maps and thumbnails are not read:
    they would be decoded, and may be damaged, without being wanted.
    """
    import pi_heif  # a native library, loaded only where a HEIC file is decoded

    pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
