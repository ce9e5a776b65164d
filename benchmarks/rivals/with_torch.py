"""PyTorch on the processor, alone and with the library ``grad-cam``.

The network is written out layer by layer, as in torchvision, with the same weights. grad-cam asks
for torchvision, of which it needs nothing here, and of which there is no build for processors
alone on PyPI: an empty stand-in does for the import, and spares grad-cam its time.
"""

from __future__ import annotations

import sys
import types
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from torch import nn

from benchmarks.rivals.layers import Kind, Layer, layers
from benchmarks.rivals.talk import Answer, Task, serve

_WANTED: Final = {
    "torchvision": (),
    "torchvision.transforms": ("Compose", "Normalize", "ToTensor"),
    "torchvision.transforms.functional": ("resize",),
}
"""What grad-cam imports of torchvision."""


def network(task: Task) -> nn.Sequential:
    """Write the network out, as torchvision does, and give it its weights."""
    made = []
    for layer in layers(task):
        match layer.kind:
            case Kind.CONVOLUTION | Kind.DENSE:
                made.append(weighted(layer))
            case Kind.RELU:
                made.append(nn.ReLU())
            case Kind.POOL:
                made.append(nn.MaxPool2d(2))
            case Kind.AVERAGE:
                made += [nn.AdaptiveAvgPool2d(1), nn.Flatten()]
    return nn.Sequential(*made).eval()


def weighted(layer: Layer) -> nn.Module:
    """Make a layer that has weights."""
    count, depth = layer.kernel.shape[:2]
    dense = layer.kind is Kind.DENSE
    made = nn.Linear(depth, count) if dense else nn.Conv2d(depth, count, 3, padding=1)
    made.weight.data = torch.from_numpy(layer.kernel)
    made.bias.data = torch.from_numpy(layer.bias)
    return made


def open_way(task: Task, way: str) -> Answer:
    """Load the network; with ``map`` explain the finding as well."""
    model = network(task)

    def batch(path: Path) -> torch.Tensor:
        planes = np.moveaxis(task.pixels(path), -1, 0)[np.newaxis]
        return torch.from_numpy(planes.astype(np.float32)) / 127.5 - 1.0  # as it was trained

    def plain(path: Path) -> list[float]:
        with torch.inference_mode():
            return task.probabilities(model(batch(path))[0].numpy())

    return explained(task, model, batch) if way == "map" else plain


def explained(task: Task, model: nn.Sequential, batch: Any) -> Answer:  # noqa: ANN401 - a function
    """Answer with grad-cam's map of the class that has the highest score."""
    _stand_in_for_torchvision()
    from pytorch_grad_cam import GradCAM

    # The last convolution after its ReLU: what stands before the last pooling.
    pool = max(place for place, layer in enumerate(model) if isinstance(layer, nn.MaxPool2d))
    explain = GradCAM(model=model, target_layers=[model[pool - 1]])

    def answer(path: Path) -> list[float]:
        heat_map = explain(input_tensor=batch(path), targets=None)  # of the highest score
        if not np.isfinite(heat_map).all():
            raise ValueError(heat_map)
        return task.probabilities(explain.outputs[0].detach().numpy())

    return answer


def _stand_in_for_torchvision() -> None:
    for name, wanted in _WANTED.items():
        sys.modules[name] = types.ModuleType(name)
        vars(sys.modules[name]).update(dict.fromkeys(wanted))


if __name__ == "__main__":
    sys.exit(serve(open_way, f"PyTorch {torch.__version__}"))
