"""ICC profiles: from the colours that a device meant to sRGB."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import ImageCms

if TYPE_CHECKING:
    from PIL import Image

_SPACES: Final = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK", "Lab": "LAB"}
_NAME_LENGTH: Final = 80
_SAME_COLORANT: Final = 0.002
# XYZ and xyY of a primary colour.
_Triple = tuple[float, float, float]
_Colorant = tuple[_Triple, _Triple]


class ProfileError(Exception):
    """The profile cannot be used for this picture; its colours are then taken as they are."""


@dataclass(frozen=True, slots=True)
class ColourTransform:
    """A way to sRGB.

    Parameters
    ----------
    name : str
        What the profile calls itself.
    mode : str
        Pillow mode that `apply` expects: L, RGB, CMYK or LAB.
    transform : PIL.ImageCms.ImageCmsTransform or None
        None if the colours are sRGB already.
    """

    name: str
    mode: str
    transform: ImageCms.ImageCmsTransform | None

    def apply(self, image: Image.Image) -> Image.Image:
        """Convert an image without alpha to sRGB, mode RGB."""
        image = image.convert(self.mode)
        if self.transform is None:
            return image
        converted = ImageCms.applyTransform(image, self.transform)
        assert converted is not None  # noqa: S101  # None only when converting in place
        return converted


def transform_from(icc: bytes, mode: str) -> ColourTransform:
    """Read a profile for pictures of a mode.

    Parameters
    ----------
    icc : bytes
        The profile as embedded.
    mode : str
        L, RGB, CMYK or LAB.

    Raises
    ------
    ProfileError
        If the profile is damaged, or is one for other pictures.
    """
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(icc))
        expects = _SPACES.get(profile.profile.xcolor_space.strip(), "")
        if expects != mode and (mode, expects) != ("L", "RGB"):
            raise ProfileError(expects)
        return ColourTransform(_name(profile), expects, _transform(profile, expects))
    except (OSError, ValueError, TypeError, ImageCms.PyCMSError) as error:
        raise ProfileError(str(error)) from error


@cache
def lab_transform() -> ColourTransform:
    """From CIE L*a*b* to sRGB."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    return ColourTransform("L*a*b*", "LAB", _transform(lab, "LAB"))


@cache
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _transform(profile: ImageCms.ImageCmsProfile, mode: str) -> ImageCms.ImageCmsTransform | None:
    if _is_srgb(profile):
        return None
    return ImageCms.buildTransform(
        profile,
        _srgb(),
        mode,
        "RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


def _is_srgb(profile: ImageCms.ImageCmsProfile) -> bool:
    """Most profiles are sRGB's own: converting would cost a second per 100 megapixels for nothing.

    The name alone is not believed.
    """
    return "srgb" in _name(profile).lower() and all(
        _close(getattr(profile.profile, colorant), getattr(_srgb().profile, colorant))
        for colorant in ("red_colorant", "green_colorant", "blue_colorant")
    )


def _close(one: _Colorant | None, other: _Colorant | None) -> bool:
    if one is None or other is None:
        return False
    (first, _), (second, _) = one, other
    return max(abs(a - b) for a, b in zip(first, second, strict=True)) < _SAME_COLORANT


def _name(profile: ImageCms.ImageCmsProfile) -> str:
    text = profile.profile.profile_description or "unnamed"
    return "".join(filter(str.isprintable, text)).strip()[:_NAME_LENGTH] or "unnamed"
