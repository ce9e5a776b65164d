"""What follows a failure: another try, the CPU, or the end of trying."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.engine.device import DevicePlan
from core.errors import (
    BundleError,
    DeviceUnavailable,
    EngineUnavailable,
    InferenceError,
    LentigoError,
)
from core.language import say

if TYPE_CHECKING:
    from core.engine.settings import EngineSettings


@dataclass(frozen=True, slots=True)
class Retry:
    """Start another process.

    Parameters
    ----------
    reason : str
        One sentence for the user.
    """

    reason: str


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Start no other process.

    Parameters
    ----------
    error : LentigoError
        Why.
    """

    error: LentigoError


class Recovery:
    """Counts failures in a row, and decides.

    An image that ends the process twice is skipped and counts as one failure; a process that ends
    with no image to blame (at its start, or idle) counts as another kind. So neither two bad images
    nor two slow starts end the work, and nothing goes on for ever. A GPU that fails is not counted:
    the CPU gets its own chance.

    Parameters
    ----------
    settings : EngineSettings
        What was asked for.

    Attributes
    ----------
    devices : DevicePlan
        On what the next process is to run.
    """

    def __init__(self, settings: EngineSettings) -> None:
        self.devices = DevicePlan(settings)
        self._most = settings.max_failures
        self._skipped = 0
        self._unprovoked = 0

    def note_answer(self) -> None:
        """Count anew: the process works."""
        self._skipped = self._unprovoked = 0

    def after_refused_start(self, error: LentigoError) -> Retry | GiveUp:
        """Decide when the process says why it cannot start."""
        if self.devices.may_use_gpu and isinstance(error, DeviceUnavailable | InferenceError):
            return self.after_gpu_failure(error)
        if isinstance(error, BundleError | DeviceUnavailable):  # which no second start cures
            return GiveUp(error)
        return self.after_end(error.message)

    def after_gpu_failure(self, error: LentigoError) -> Retry:
        """Decide when a GPU could not do what it was given."""
        self.devices.fall_back(error.message)
        return Retry(error.message)

    def after_end(self, reason: str, *, on_gpu: bool = False) -> Retry | GiveUp:
        """Decide when a process ended with no image to blame."""
        self._unprovoked += 1
        return self._again(reason, on_gpu=on_gpu)

    def after_end_at_work(
        self, reason: str, *, on_gpu: bool = False, skipped: bool
    ) -> Retry | GiveUp:
        """Decide when a process ended over an image, which is now skipped or tried again."""
        self._skipped += skipped
        return self._again(reason, on_gpu=on_gpu)

    def _again(self, reason: str, *, on_gpu: bool) -> Retry | GiveUp:
        if max(self._skipped, self._unprovoked) >= self._most:
            message = say(
                "The engine failed {most} times in a row and is not tried again by itself. "
                "The last time: {reason} Start Lentigo again, or choose the CPU.",
                most=self._most,
                reason=reason,
            )
            return GiveUp(EngineUnavailable(message, value=reason))
        last_try = self._unprovoked == self._most - 1
        if on_gpu or (last_try and self.devices.may_use_gpu):
            self.devices.fall_back(reason)
        return Retry(say("{reason} It is being started again.", reason=reason))
