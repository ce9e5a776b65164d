"""Which runtime executes the network.

A GPU that works comes first: on Linux through TensorFlow, elsewhere through ONNX Runtime. Without
one ONNX Runtime answers, because it starts sooner than TensorFlow and needs less memory.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from core.cores import usable_cores
from core.engine.cuda import cuda_problem
from core.engine.quiet import quiet_native_stderr
from core.engine.request import EngineRequest
from core.errors import BundleUnsupported, DeviceUnavailable
from core.language import say, together
from core.model import Bundle, Classifier, DeviceRequest, Runtime
from core.model.guarded import GuardedClassifier
from core.model.trusted import require_trusted
from core.results import Device, Engine, Precision

if TYPE_CHECKING:
    from core.engine.onnx_runtime import OnnxRuntime
    from core.model.precision import LowerPrecision

_ALL_CORES: Final = 0
_MOST_AT_ONCE: Final = 16  # each needs some 50 MB
_RUNTIMES: Final = frozenset({"keras", "onnxruntime", "tensorflow"})


def open_classifier(
    bundle: Bundle,
    *,
    device: DeviceRequest = DeviceRequest.AUTO,
    engine: EngineRequest = EngineRequest.AUTO,
    precision: Precision = Precision.FLOAT32,
    bulk: bool = False,
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
    bulk : bool
        Whether many images wait. A CPU then has one on each of its cores, which takes longer for
        each, but less for all: nobody waits for the slowest core at each layer.

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
    threads = 1 if bulk else _ALL_CORES
    with quiet_native_stderr():
        if precision is Precision.FLOAT32:
            classifier = Classifier(bundle, _open(bundle, device, engine, threads))
        else:
            classifier = _open_guarded(bundle, device, precision, threads)
    runtime = classifier.runtime
    if bulk and (runtime.engine, runtime.choice.device) == (Engine.ONNXRUNTIME, Device.CPU):
        classifier.at_once = min(usable_cores(), _MOST_AT_ONCE)
    return classifier


def open_quick(
    bundle: Bundle, *, precision: Precision, device: DeviceRequest, threads: int = _ALL_CORES
) -> Runtime:
    """Load the network in a lower precision, whose answers need to be guarded.

    Raises
    ------
    BundleDamaged, BundleUnsupported, DeviceUnavailable
        As for `open_classifier`.
    """
    _require_fitted(bundle, precision)
    if precision is Precision.INT8:  # no GPU has integers
        rounded = replace(bundle, graph=bundle.int8_graph)
        return _open_onnxruntime(rounded, DeviceRequest.CPU, threads)
    return _open_tensorflow(bundle, device, precision)


def _open_guarded(
    bundle: Bundle, device: DeviceRequest, precision: Precision, threads: int
) -> GuardedClassifier:
    rule = _require_fitted(bundle, precision)
    quick = open_quick(bundle, precision=precision, device=device, threads=threads)
    exact: Runtime
    if precision is Precision.INT8:
        exact = _open_onnxruntime(bundle, DeviceRequest.CPU, threads)
    else:
        exact = _open_tensorflow(bundle, device)
    return GuardedClassifier(bundle, exact, quick=quick, rule=rule)


def _require_fitted(bundle: Bundle, precision: Precision) -> LowerPrecision:
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
    return rule


def _open(bundle: Bundle, device: DeviceRequest, engine: EngineRequest, threads: int) -> Runtime:
    if engine is EngineRequest.TENSORFLOW:
        return _open_tensorflow(bundle, device)
    if engine is EngineRequest.ONNXRUNTIME:
        return _open_onnxruntime(bundle, device, threads)
    if bundle.graph is None:  # it is older than the second runtime
        return _open_tensorflow(bundle, device)
    if device is DeviceRequest.CPU:
        return _open_onnxruntime(bundle, device, threads)
    return _open_on_best_device(bundle, device, threads)


def _open_on_best_device(bundle: Bundle, device: DeviceRequest, threads: int) -> Runtime:
    problem = cuda_problem()
    if problem is None:
        tensorflow = _open_tensorflow(bundle, device)
        if tensorflow.choice.device is Device.GPU:
            return tensorflow
        problem = tensorflow.choice.reason
    try:
        runtime = _open_onnxruntime(bundle, device, threads)
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


def _open_onnxruntime(bundle: Bundle, device: DeviceRequest, threads: int) -> OnnxRuntime:
    try:
        from core.engine.onnx_runtime import OnnxRuntime
    except ImportError as error:
        raise _not_installed("ONNX Runtime", error) from error
    return OnnxRuntime(bundle, request=device, threads=threads)


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
