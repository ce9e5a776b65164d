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
from core.errors import BundleUnsupported, DeviceUnavailable
from core.language import say, together
from core.model import Bundle, Classifier, DeviceRequest, Runtime
from core.model.guarded import GuardedClassifier
from core.model.trusted import require_trusted
from core.results import Device, Precision

if TYPE_CHECKING:
    from core.engine.onnx_runtime import OnnxRuntime

_RUNTIMES: Final = frozenset({"keras", "onnxruntime", "tensorflow"})


def open_classifier(
    bundle: Bundle,
    *,
    device: DeviceRequest = DeviceRequest.AUTO,
    engine: EngineRequest = EngineRequest.AUTO,
    precision: Precision = Precision.FLOAT32,
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
    precision : Precision
        In which the bulk is computed; what is near a threshold is computed in full all the same.

    Raises
    ------
    BundleDamaged
        If weights or graph do not fit the network on the card.
    BundleUnsupported
        If ONNX Runtime is demanded and the bundle has no graph for it, or the bundle is not fitted
        for that precision.
    BundleUntrusted
        If the policy of this computer wants it signed, and it is not, or by somebody else.
    DeviceUnavailable
        If the runtime is not installed, or a GPU is demanded and none works.
    """
    require_trusted(bundle)
    with quiet_native_stderr():
        if precision is Precision.FLOAT32:
            return Classifier(bundle, _open(bundle, device, engine))
        return _open_guarded(bundle, device, precision)


def _open_guarded(bundle: Bundle, device: DeviceRequest, precision: Precision) -> GuardedClassifier:
    rule = bundle.card.fitted_for(precision)
    if rule is None or (precision is Precision.INT8 and bundle.int8_graph is None):
        raise BundleUnsupported(
            say(
                "The model in {folder} has not been fitted for {precision}.",
                folder=bundle.folder,
                precision=precision,
            ),
            value=precision,
        )
    if precision is Precision.INT8:
        rounded = replace(bundle, graph=bundle.int8_graph)
        quick: Runtime = _open_onnxruntime(rounded, DeviceRequest.CPU)  # no GPU has integers
        exact: Runtime = _open_onnxruntime(bundle, DeviceRequest.CPU)
    else:
        quick = _open_tensorflow(bundle, device, precision)
        exact = _open_tensorflow(bundle, device)
    return GuardedClassifier(bundle, exact, quick=quick, rule=rule)


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
        raise DeviceUnavailable(together(error.message, problem), value=error.value) from error
    if runtime.choice.device is Device.CPU:
        reason = together(problem, runtime.choice.reason)
        runtime.choice = replace(runtime.choice, reason=reason)
    return runtime


def _open_tensorflow(
    bundle: Bundle, device: DeviceRequest, precision: Precision = Precision.FLOAT32
) -> Runtime:
    try:
        from core.engine.tensorflow_runtime import TensorFlowRuntime
    except ImportError as error:
        raise _not_installed("TensorFlow", error) from error
    return TensorFlowRuntime(bundle, request=device, precision=precision)


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
