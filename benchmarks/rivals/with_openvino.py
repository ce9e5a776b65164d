"""OpenVINO on the processor, with the graph that ships, for the probabilities alone.

``exact`` computes in float32, as all others do; ``own`` in what OpenVINO thinks best here.
"""

from __future__ import annotations

import sys

import numpy as np
import openvino

from benchmarks.rivals.talk import GRAPH, Answer, Task, serve


def open_way(task: Task, way: str) -> Answer:
    """Load the graph without its heat maps, whose share of the work so falls away."""
    core = openvino.Core()
    whole = core.read_model(task.folder / GRAPH)
    graph = openvino.Model([whole.output("logits")], whole.get_parameters(), "logits")
    graph.reshape({0: [1, task.height, task.width, 3]})
    hints = {"PERFORMANCE_HINT": "LATENCY"}
    if way == "exact":
        hints["INFERENCE_PRECISION_HINT"] = "f32"
    request = core.compile_model(graph, "CPU", hints).create_infer_request()
    return lambda path: task.probabilities(
        np.asarray(request.infer([task.pixels(path)[np.newaxis]])[0])[0]
    )


if __name__ == "__main__":
    sys.exit(serve(open_way, f"OpenVINO {openvino.__version__.split('-')[0]}"))
