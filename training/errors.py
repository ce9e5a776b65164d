"""What can go wrong in training, in sentences its user understands."""

from __future__ import annotations

from core.errors import LentigoError


class SplitLeaks(LentigoError):
    """A split tears apart what shows the same."""


class WeightsError(LentigoError):
    """A file of weights does not fit the architecture."""


class DistributionError(LentigoError):
    """Training cannot be spread in the way that was asked for."""


class RunError(LentigoError):
    """A run's folder cannot be used."""


class ExperimentError(LentigoError):
    """There is no such experiment, or its settings contradict each other."""
