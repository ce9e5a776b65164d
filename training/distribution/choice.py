"""Which engine spreads the work, and whether it can here."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from enum import StrEnum

import keras

from training.distribution.share import WHOLE, Share
from training.errors import DistributionError


class Kind(StrEnum):
    """An engine that spreads training over devices."""

    NONE = "none"
    MIRRORED = "mirrored"
    """TensorFlow's MirroredStrategy: several GPUs of one machine."""
    DATA_PARALLEL = "data-parallel"
    """Keras' own distribution under JAX: several devices, of one machine or of many."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """An engine at work.

    Parameters
    ----------
    kind : Kind
        Which.
    devices : int
        On how many devices each batch is spread.
    scope : callable
        Gives the context in which everything is built, compiled and fitted.
    replicas : int
        By which a mean loss has to be divided, because the engine adds up what its devices say.
    share : Share
        What falls to this process, where several train together.
    """

    kind: Kind
    devices: int
    scope: Callable[[], AbstractContextManager[object]]
    replicas: int = 1
    share: Share = WHOLE


_NAMES = "KERAS_DISTRIBUTION_"
_BACKENDS = {Kind.MIRRORED: "tensorflow", Kind.DATA_PARALLEL: "jax"}


def open_distribution(kind: Kind) -> Distribution:
    """Prepare an engine.

    Raises
    ------
    DistributionError
        If Keras runs on another back end than the engine's, or there are fewer than two devices.
    """
    if kind is Kind.NONE:
        return Distribution(kind, 1, nullcontext)
    backend = _BACKENDS[kind]
    if keras.backend.backend() != backend:
        raise DistributionError(
            f"--distribute {kind} needs KERAS_BACKEND={backend}, not {keras.backend.backend()}.",
            value=kind,
        )
    distribution = _opened(kind)
    if distribution.devices < 2:
        raise DistributionError(
            f"--distribute {kind} needs at least two devices; this machine shows "
            f"{distribution.devices}.",
            value=distribution.devices,
        )
    return distribution


def _opened(kind: Kind) -> Distribution:
    if kind is Kind.MIRRORED:
        from training.distribution.mirrored import mirrored

        devices, scope = mirrored()
        return Distribution(kind, devices, scope, replicas=devices)
    share = _join()
    devices = len(keras.distribution.list_devices())
    if devices > 1:
        # Each process feeds its own part of a batch: see `training.batches`.
        keras.distribution.set_distribution(
            keras.distribution.DataParallel(auto_shard_dataset=False)
        )
    return Distribution(kind, devices, nullcontext, share=share)


def _join() -> Share:
    """Meet the other processes, where Keras' own variables name them [1]_.

    References
    ----------
    .. [1] Keras, ``keras.distribution.initialize``.
    """
    try:
        share = Share(
            int(os.environ.get(f"{_NAMES}PROCESS_ID", "0")),
            int(os.environ.get(f"{_NAMES}NUM_PROCESSES", "1")),
        )
    except ValueError as error:
        raise DistributionError(f"{_NAMES}* must be numbers: {error}.") from error
    if share.processes < 2:
        return WHOLE
    if f"{_NAMES}JOB_ADDRESSES" not in os.environ:
        raise DistributionError(
            f"{share.processes} processes need the first one's address and port in "
            f"{_NAMES}JOB_ADDRESSES."
        )
    keras.distribution.initialize()
    return share
