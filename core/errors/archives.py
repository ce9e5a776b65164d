"""An archive of other systems did not do what it was asked."""

from __future__ import annotations

from core.errors.base import LentigoError


class ArchiveError(LentigoError):
    """Something about an archive of DICOM objects. Subclasses say what."""


class ArchiveAddressError(ArchiveError):
    """The address is none, or not a safe one."""


class ArchiveUnreachable(ArchiveError):
    """Nobody answers."""


class ArchiveDenied(ArchiveError):
    """The archive does not let us in."""


class ArchiveRejected(ArchiveError):
    """The archive does not take an object."""


class ArchiveAnswerError(ArchiveError):
    """The archive answers with an error, or not as DICOMweb does."""


class ArchiveBusy(ArchiveError):
    """The archive asks for patience, longer than we wait."""
