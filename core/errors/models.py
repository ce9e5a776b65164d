"""A model could not be had, could not answer or explain, or its engine broke down."""

from __future__ import annotations

from core.errors.base import LentigoError


class BundleError(LentigoError):
    """A model bundle could not be used. Subclasses say why."""


class BundleMissing(BundleError):
    """There is no bundle in this folder, or a file of it is absent."""


class BundleDamaged(BundleError):
    """A file of the bundle is not the one its checksums name, or contradicts its card."""


class BundleUnsupported(BundleError):
    """The bundle asks for something that this version of Lentigo cannot do."""


class InferenceError(LentigoError):
    """The network could not answer."""


class ExplanationError(LentigoError):
    """A finding could not be explained in the way that was asked for. Subclasses say why."""


class UnknownTarget(ExplanationError):
    """The model has no such class to explain, or a class was set against itself."""


class GradientsUnavailable(ExplanationError):
    """The method needs gradients, and nothing here computes them."""


class DeviceUnavailable(LentigoError):
    """The device that was asked for is not there or does not work."""


class EngineError(LentigoError):
    """The process that runs the network failed. Subclasses say how."""


class EngineCrashed(EngineError):
    """The engine died over this image, twice."""


class EngineTimeout(EngineError):
    """The engine did not finish this image in time, twice."""


class EngineUnavailable(EngineError):
    """The engine cannot be started, or does not stay alive."""


class BundleUntrusted(BundleError):
    """The policy of this computer wants a model signed, and it is not, or by somebody else."""
