"""ONNX Runtime: starts long before TensorFlow would, and is the way to a GPU off Linux.

Its package for Windows brings DirectML, the one for macOS CoreML. The graph comes from the bundle,
perhaps a stranger's, so the weights are handed over in memory, as they were verified: a graph that
points at any other file does not load.
"""

from __future__ import annotations

import os
from typing import Any, Final

from core.language import say

# Its packages report to Microsoft, and make up an identity for this computer as soon as they are
# imported; `disable_telemetry_events` comes too late for that, but is what Windows' package heeds.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state as native

from core.engine.answer_form import require_form
from core.engine.processor import processor_name
from core.errors import BundleDamaged, BundleUnsupported, DeviceUnavailable, InferenceError
from core.memory import return_freed_memory
from core.model.bundle import Bundle
from core.model.bundle_files import GRAPH, WEIGHTS
from core.model.runtime import DeviceChoice, DeviceRequest, RawAnswer, require_shape
from core.results import Device, Engine

CPU: Final = "CPUExecutionProvider"
_GPUS: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "DmlExecutionProvider": ("DirectML", {}),
    # Without the neural engine, which computes in float16.
    "CoreMLExecutionProvider": (
        "CoreML",
        {"ModelFormat": "MLProgram", "MLComputeUnits": "CPUAndGPU"},
    ),
}
_GPU_TOLERANCE: Final = 1e-2  # of the largest logit; a GPU that computes wrongly is further off
_FATAL_ONLY: Final = 4  # everything less is an exception as well
_OUTPUTS: Final = ("logits", "heat_maps", "embedding")
# They have no base of their own.
FAILURES: Final = (
    native.EPFail,
    native.EngineError,
    native.Fail,
    native.InvalidArgument,
    native.InvalidGraph,
    native.InvalidProtobuf,
    native.NoModel,
    native.NoSuchFile,
    native.NotImplemented,
    native.RuntimeException,
    RuntimeError,
    ValueError,
)


class OnnxRuntime:
    """A bundle's graph in ONNX Runtime.

    Parameters
    ----------
    bundle : Bundle
        The verified model.
    request : DeviceRequest
        What to run on.
    threads : int
        Cores that the CPU gives to each image; 0 for all of them.

    Attributes
    ----------
    engine : Engine
        ONNX Runtime.
    choice : DeviceChoice
        What it runs on, and why.

    Raises
    ------
    BundleUnsupported
        If the bundle has no graph.
    BundleDamaged
        If the graph does not load, or answers otherwise than the card says.
    DeviceUnavailable
        If a GPU is demanded and none works.
    """

    engine = Engine.ONNXRUNTIME

    def __init__(
        self, bundle: Bundle, *, request: DeviceRequest = DeviceRequest.AUTO, threads: int = 0
    ) -> None:
        onnxruntime.disable_telemetry_events()
        self._shape = bundle.card.preprocessing.shape
        self._session, self.choice = _open(bundle, request, threads)
        return_freed_memory()

    def run(self, pixels: NDArray[np.uint8]) -> RawAnswer:
        """Execute the network: see `core.model.runtime.Runtime.run`."""
        require_shape(pixels, self._shape)
        try:
            return _run(self._session, pixels)
        except FAILURES as error:
            raise InferenceError(
                say(
                    "ONNX Runtime could not analyse this image; start Lentigo again, and if "
                    "that does not help, choose the CPU. It says: {error}",
                    error=error,
                ),
                value=type(error).__name__,
            ) from error


def _open(
    bundle: Bundle, request: DeviceRequest, threads: int
) -> tuple[onnxruntime.InferenceSession, DeviceChoice]:
    session = _open_on_cpu(bundle, threads)
    if request is DeviceRequest.CPU:
        return session, _cpu(say("The CPU was asked for."))
    problem: str
    provider = next((name for name in _GPUS if name in available_providers()), None)
    if provider is None:
        problem = say("ONNX Runtime has no GPU support on this system.")
    else:
        gpu, problem = _try_gpu(bundle, provider, yardstick=session)
        if gpu is not None:
            return gpu, _gpu(provider)
    if request is DeviceRequest.GPU:
        raise DeviceUnavailable(
            say("The GPU cannot be used: {problem}", problem=problem), value=str(request)
        )
    return session, _cpu(problem)


def available_providers() -> list[str]:
    """Name what the installed package can run on, in its own words."""
    return list(onnxruntime.get_available_providers())


def _cpu(reason: str) -> DeviceChoice:
    return DeviceChoice(Device.CPU, processor_name(), reason)


def _gpu(provider: str) -> DeviceChoice:
    name, _ = _GPUS[provider]
    return DeviceChoice(
        Device.GPU,
        say("GPU through {name}", name=name),
        say("{name} sees a GPU, which answers as the CPU does.", name=name),
    )


def _open_on_cpu(bundle: Bundle, threads: int) -> onnxruntime.InferenceSession:
    try:
        session = open_session(bundle, CPU, threads=threads)
        # The first run reserves memory; no user's image should wait for that.
        answer = _run(session, np.zeros((1, *bundle.card.preprocessing.shape), np.uint8))
    except FAILURES as error:
        raise BundleDamaged(
            say(
                "The model's graph, {graph}, does not load: {error}",
                graph=bundle.folder / GRAPH,
                error=error,
            ),
            value=bundle.folder / GRAPH,
        ) from error
    require_form(answer, bundle.card)
    return session


def _try_gpu(
    bundle: Bundle, provider: str, *, yardstick: onnxruntime.InferenceSession
) -> tuple[onnxruntime.InferenceSession | None, str]:
    """Try a GPU, or say what is wrong with it: a driver may load everything and answer nonsense."""
    name, _ = _GPUS[provider]
    shape = (1, *bundle.card.preprocessing.shape)
    trial = np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)
    try:
        session = open_session(bundle, provider)
        answer = _run(session, trial).logits
    except FAILURES as error:
        return None, say("{name} fails: {error}", name=name, error=error)
    expected = _run(yardstick, trial).logits
    if not np.abs(answer - expected).max() <= _GPU_TOLERANCE * np.abs(expected).max():
        return None, say("The GPU miscalculates through {name}.", name=name)
    return session, ""


def open_session(
    bundle: Bundle, provider: str, *, threads: int = 0
) -> onnxruntime.InferenceSession:
    """Load the graph with the weights that were verified.

    Parameters
    ----------
    bundle : Bundle
        The verified model.
    provider : str
        What to run on, in ONNX Runtime's words; the CPU takes what that does not know.
    threads : int
        Cores that the CPU gives to each image; 0 for all of them.

    Raises
    ------
    BundleUnsupported
        If the bundle has no graph.
    """
    if bundle.graph is None:
        raise BundleUnsupported(
            say(
                "The model in {folder} has no graph for ONNX Runtime: choose TensorFlow, or "
                "export the model again.",
                folder=bundle.folder,
            ),
            value=bundle.folder,
        )
    providers: list[Any] = [CPU] if provider == CPU else [(provider, _GPUS[provider][1]), CPU]
    return onnxruntime.InferenceSession(
        bundle.graph, _options(bundle, provider, threads), providers=providers, enable_fallback=0
    )


def _options(bundle: Bundle, provider: str, threads: int) -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = _FATAL_ONLY
    options.inter_op_num_threads = 1
    options.intra_op_num_threads = threads
    options.enable_mem_pattern = provider == CPU  # DirectML asks for that
    # Threads that wait for the next image must not keep the cores busy.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_external_initializers_from_files_in_memory(
        [WEIGHTS], [bundle.data], [len(bundle.data)]
    )
    return options


def _run(session: onnxruntime.InferenceSession, pixels: NDArray[np.uint8]) -> RawAnswer:
    return RawAnswer(*session.run(_OUTPUTS, {"image": pixels}))
