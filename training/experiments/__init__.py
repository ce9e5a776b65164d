"""One short declarative file for each experiment, found by its name."""

from __future__ import annotations

import importlib
import pkgutil

from training.errors import ExperimentError
from training.experiment import Classification, Distilling, Experiment


def names() -> tuple[str, ...]:
    """Names of all experiments, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def load(name: str) -> Experiment:
    """Find an experiment.

    Raises
    ------
    ExperimentError
        If there is none of this name.
    """
    if name not in names():
        raise ExperimentError(
            f"There is no experiment {name!r}. There are: {', '.join(names())}.", value=name
        )
    experiment = importlib.import_module(f"{__name__}.{name}").EXPERIMENT
    if not isinstance(experiment, Classification | Distilling):
        raise ExperimentError(f"{name} declares no experiment.", value=name)
    return experiment
