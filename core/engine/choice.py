"""Which runtime executes the network."""

from __future__ import annotations

from core.engine.quiet import quiet_native_stderr
from core.errors import DeviceUnavailable
from core.model import Bundle, Classifier, DeviceRequest


def open_classifier(bundle: Bundle, *, device: DeviceRequest = DeviceRequest.AUTO) -> Classifier:
    """Load the runtime and the network.

    Parameters
    ----------
    bundle : Bundle
        The verified model.
    device : DeviceRequest
        What to run on.

    Raises
    ------
    BundleDamaged
        If the weights do not fit the network on the card.
    DeviceUnavailable
        If no runtime is installed, or a GPU is demanded and none works.
    """
    try:
        with quiet_native_stderr():
            from core.engine.tensorflow_runtime import TensorFlowRuntime

            runtime = TensorFlowRuntime(bundle, request=device)
    except ImportError as error:
        raise DeviceUnavailable(
            f"TensorFlow cannot be loaded ({error}): install Lentigo again.", value=error.name
        ) from error
    return Classifier(bundle, runtime)
