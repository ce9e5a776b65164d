"""Which runtime executes the network.

A GPU that works comes first: on Linux through TensorFlow, elsewhere through ONNX Runtime. Without
one ONNX Runtime answers, because it starts sooner than TensorFlow and needs less memory.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from core.engine.cuda import cuda_problem
from core.engine.quiet import quiet_native_stderr
from core.engine.request import EngineRequest
from core.errors import DeviceUnavailable
from core.language import say
from core.model import Bundle, Classifier, DeviceRequest, Runtime
from core.results import Device

if TYPE_CHECKING:
    from core.engine.onnx_runtime import OnnxRuntime

_RUNTIMES: Final = frozenset({"keras", "onnxruntime", "tensorflow"})


def open_classifier(
    bundle: Bundle,
    *,
    device: DeviceRequest = DeviceRequest.AUTO,
    engine: EngineRequest = EngineRequest.AUTO,
) -> Classifier:
    """Load the runtime and the network.

    Parameters
    ----------
    bundle : Bundle
        The verified model.
    device : DeviceRequest
        What to run on.
    engine : EngineRequest
        Which runtime.

    Raises
    ------
    BundleDamaged
        If weights or graph do not fit the network on the card.
    BundleUnsupported
        If ONNX Runtime is demanded and the bundle has no graph for it.
    DeviceUnavailable
        If the runtime is not installed, or a GPU is demanded and none works.
    """
    with quiet_native_stderr():
        return Classifier(bundle, _open(bundle, device, engine))


def _open(bundle: Bundle, device: DeviceRequest, engine: EngineRequest) -> Runtime:
    if engine is EngineRequest.TENSORFLOW:
        return _open_tensorflow(bundle, device)
    if engine is EngineRequest.ONNXRUNTIME:
        return _open_onnxruntime(bundle, device)
    if bundle.graph is None:  # it is older than the second runtime
        return _open_tensorflow(bundle, device)
    if device is DeviceRequest.CPU:
        return _open_onnxruntime(bundle, device)
    return _open_on_best_device(bundle, device)


def _open_on_best_device(bundle: Bundle, device: DeviceRequest) -> Runtime:
    problem = cuda_problem()
    if problem is None:
        tensorflow = _open_tensorflow(bundle, device)
        if tensorflow.choice.device is Device.GPU:
            return tensorflow
        problem = tensorflow.choice.reason
    try:
        runtime = _open_onnxruntime(bundle, device)
    except DeviceUnavailable as error:
        raise DeviceUnavailable(f"{error.message} {problem}", value=error.value) from error
    if runtime.choice.device is Device.CPU:
        reason = f"{problem} {runtime.choice.reason}"
        runtime.choice = replace(runtime.choice, reason=reason)
    return runtime


def _open_tensorflow(bundle: Bundle, device: DeviceRequest) -> Runtime:
    try:
        from core.engine.tensorflow_runtime import TensorFlowRuntime
    except ImportError as error:
        raise _not_installed("TensorFlow", error) from error
    return TensorFlowRuntime(bundle, request=device)


def _open_onnxruntime(bundle: Bundle, device: DeviceRequest) -> OnnxRuntime:
    try:
        from core.engine.onnx_runtime import OnnxRuntime
    except ImportError as error:
        raise _not_installed("ONNX Runtime", error) from error
    return OnnxRuntime(bundle, request=device)


def _not_installed(name: str, error: ImportError) -> DeviceUnavailable:
    if isinstance(error, ModuleNotFoundError) and error.name in _RUNTIMES:
        message = say(
            "{name} is not part of this edition of Lentigo: choose the other engine, or "
            "install the full edition.",
            name=name,
        )
    else:
        message = say(
            "{name} cannot be loaded ({error}): install Lentigo again.", name=name, error=error
        )
    return DeviceUnavailable(message, value=error.name)
