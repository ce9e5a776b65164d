"""What was wanted could not be done, wherever it was wanted."""

from __future__ import annotations

from core.errors.base import LentigoError


class Cancelled(LentigoError):
    """The work was stopped because the user asked for it."""


class OutputError(LentigoError):
    """A file could not be written."""


class UsageError(LentigoError):
    """What was asked for does not exist or contradicts itself."""


class ClusterUnavailable(LentigoError):
    """Other machines cannot be reached, or failed."""


class PolicyBroken(LentigoError):
    """The policy of this computer cannot be read."""


class NotAllowed(LentigoError):
    """The policy of this computer switches it off."""
