"""An image could not be had, or only a part of it."""

from __future__ import annotations

from core.errors.base import LentigoError


class ImageError(LentigoError):
    """An image could not be had. Subclasses say why."""


class FileMissing(ImageError):
    """There is nothing at this path."""


class NotAFile(ImageError):
    """The path is a directory, a device, a pipe or a socket."""


class AccessDenied(ImageError):
    """The operating system does not let us read the file."""


class UnsupportedFormat(ImageError):
    """The bytes are not a picture in a format that Lentigo reads."""


class UnreadableImage(ImageError):
    """The picture is damaged: its bytes contradict its format."""


class TruncatedImage(UnreadableImage):
    """The picture ends before it is complete."""


class ImageTooLarge(ImageError):
    """More bytes or pixels than Lentigo agrees to open."""


class DecoderCrashed(ImageError):
    """The decoder died on this file, or needed more memory than it may have."""


class DecoderTimeout(ImageError):
    """The decoder did not finish in time."""


class ImageChanged(ImageError):
    """The file is not what it was when it was analysed."""
