"""On what the next process is to run: as was asked, until the GPU fails."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.language import say
from core.results import Device

if TYPE_CHECKING:
    from core.engine.settings import EngineSettings
    from core.model import DeviceChoice


class DevicePlan:
    """Remembers that the GPU failed, why, and whether that was told.

    Parameters
    ----------
    settings : EngineSettings
        What was asked for.

    Attributes
    ----------
    settings : EngineSettings
        For the next process.
    may_use_gpu : bool
        Whether the next process may run on a GPU, as far as is known.
    """

    def __init__(self, settings: EngineSettings) -> None:
        self.settings = settings
        self.may_use_gpu = settings.device != "cpu"
        self._reason: str | None = None
        self._told = False

    def fall_back(self, reason: str) -> None:
        """Have the next process run on the CPU.

        Parameters
        ----------
        reason : str
            What the GPU did, in a sentence.
        """
        from core.model.runtime import DeviceRequest

        self.settings = replace(self.settings, device=DeviceRequest.CPU)
        self.may_use_gpu = False
        self._reason = say("The GPU failed, so the CPU took over. {reason}", reason=reason)

    def chosen(self, choice: DeviceChoice) -> DeviceChoice:
        """Note what a process runs on; return it with the true reason."""
        if self._reason is not None:
            return replace(choice, reason=self._reason)
        self.may_use_gpu = choice.device is Device.GPU
        return choice

    def news(self) -> str | None:
        """Why the CPU took over, where that was not told yet."""
        if self._told or self._reason is None:
            return None
        self._told = True
        return self._reason
