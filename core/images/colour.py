"""From any of Pillow's modes to sRGB without alpha, a band of rows at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PIL import Image

from core.images.depth import DEEP_MODES, Levels, levels_of, to_8_bit
from core.images.profiles import ColourTransform, ProfileError, lab_transform, transform_from
from core.images.record import Notice, NoticeCode
from core.language import say

if TYPE_CHECKING:
    from core.images.frame import Frame

_PLAIN: Final = {"1": "L", "P": "RGB", "RGBX": "RGB", "YCbCr": "RGB", "HSV": "RGB"}
_WITH_ALPHA: Final = {"PA": "RGBA", "La": "LA", "RGBa": "RGBA", "LA": "LA", "RGBA": "RGBA"}
_KEYED: Final = {"1": "LA", "L": "LA", "P": "RGBA", "RGB": "RGBA"}
_OPAQUE: Final = {"LA": "L", "RGBA": "RGB"}


@dataclass(slots=True)
class ToSrgb:
    """Converts bands of one image.

    Parameters
    ----------
    mode : str
        8-bit mode to bring a band to first: L, LA, RGB, RGBA, CMYK or LAB.
    levels : Levels or None
        Black and white of a grey image of more than 8 bits.
    transform : ColourTransform or None
        Colour conversion; None to take the colours as sRGB.
    transparent : bool
        Set once a pixel was seen that is not opaque.
    """

    mode: str
    levels: Levels | None = None
    transform: ColourTransform | None = None
    transparent: bool = field(default=False, init=False)

    def __call__(self, band: Image.Image) -> Image.Image:
        """Convert a band to mode RGB, sRGB, over white."""
        if self.levels is not None:
            band = to_8_bit(band, self.levels)
        band = _converted(band, self.mode)
        rgb = self._coloured(_converted(band, _OPAQUE.get(self.mode, self.mode)))
        return self._over_white(rgb, band.getchannel("A")) if self.mode in _OPAQUE else rgb

    def _coloured(self, band: Image.Image) -> Image.Image:
        return _converted(band, "RGB") if self.transform is None else self.transform.apply(band)

    def _over_white(self, rgb: Image.Image, alpha: Image.Image) -> Image.Image:
        lowest, _ = alpha.getextrema()
        if lowest == 255:  # wholly opaque
            return rgb
        self.transparent = True
        white = Image.new("RGB", rgb.size, "white")
        white.paste(rgb, mask=alpha)
        return white


def _converted(band: Image.Image, mode: str) -> Image.Image:
    """Convert, but make no copy of what is of this mode already, as Pillow does."""
    return band if band.mode == mode else band.convert(mode)


def to_srgb(frame: Frame) -> ToSrgb:
    """Plan the conversion of a frame; what cannot be honoured becomes a notice of the frame."""
    image = frame.image
    if image.mode in DEEP_MODES:
        levels = _levels(frame)
        return ToSrgb("L", levels, _transform(frame, "L"))
    mode = _eight_bit_mode(image)
    return ToSrgb(mode, None, _transform(frame, _OPAQUE.get(mode, mode)))


def _levels(frame: Frame) -> Levels:
    levels = levels_of(frame.image, bits=frame.bits)
    if levels.guessed:
        message = say(
            "The file does not say what black and white are; its darkest and brightest "
            "values were taken."
        )
        frame.notices.append(Notice(NoticeCode.RANGE_STRETCHED, message))
    return levels


def _eight_bit_mode(image: Image.Image) -> str:
    if "transparency" in image.info and image.mode in _KEYED:
        return _KEYED[image.mode]
    return _WITH_ALPHA.get(image.mode) or _PLAIN.get(image.mode, image.mode)


def _transform(frame: Frame, mode: str) -> ColourTransform | None:
    if frame.profile is not None:
        try:
            return transform_from(frame.profile, mode)
        except ProfileError:
            message = say(
                "The colour profile in the file is unusable; its colours were taken as sRGB."
            )
            frame.notices.append(Notice(NoticeCode.PROFILE_IGNORED, message))
    return lab_transform() if mode == "LAB" else None
