"""Whom Lentigo is compared with, and what each does for an answer."""

from __future__ import annotations

from typing import Final

from benchmarks.rivals.contestant import System

_LESS: Final = "Plain forward passes answer with a class alone: no map, and nothing of trust."
_WHOLE: Final = (
    "network, the maps of all classes, quality of the picture, novelty, certainty, prediction set"
)
OURS: Final = System(
    name="Lentigo, as its window asks",
    module="with_lentigo",
    way="engine",
    included=f"decoding in a process of its own, {_WHOLE}, all carried between processes",
)
SYSTEMS: Final = (
    OURS,
    System(
        name="Lentigo, in one process",
        module="with_lentigo",
        way="script",
        included=f"decoding, {_WHOLE}",
    ),
    System(
        name="TensorFlow, plain compiled forward",
        module="with_keras",
        way="plain",
        included="decoding, network; no map, nothing else",
        reason=_LESS,
    ),
    System(
        name="TensorFlow, model.predict and textbook Grad-CAM",
        module="with_keras",
        way="tape",
        included="decoding, network, one map by a gradient tape",
    ),
    System(
        name="TensorFlow, model.predict and tf-keras-vis",
        module="with_keras",
        way="vis",
        included="decoding, network, one map by the library, which also enlarges it",
    ),
    System(
        name="PyTorch, plain forward",
        module="with_torch",
        way="plain",
        environment="torch",
        included="decoding, network in inference mode; no map, nothing else",
        reason=_LESS,
    ),
    System(
        name="PyTorch with grad-cam",
        module="with_torch",
        way="map",
        environment="torch",
        included="decoding, network, one map by the library, which also enlarges it",
    ),
    System(
        name="OpenVINO in float32, without maps",
        module="with_openvino",
        way="exact",
        environment="openvino",
        included="decoding, network in the precision of all others; no map, nothing else",
        reason=_LESS,
    ),
    System(
        name="OpenVINO in its own precision, without maps",
        module="with_openvino",
        way="own",
        environment="openvino",
        included="decoding, network in bfloat16 where the processor has it; no map, nothing else",
        reason="OpenVINO computes in bfloat16 where the processor can, at half the work and with "
        "other last digits; ONNX Runtime has no such convolutions for these processors.",
        tolerance=0.05,
    ),
    System(
        name="a Gradio page on 127.0.0.1",
        module="with_gradio",
        way="page",
        environment="gradio",
        included="upload, decoding, network and all maps (our graph in ONNX Runtime), one map "
        "brought back as a picture; no browser",
    ),
)
