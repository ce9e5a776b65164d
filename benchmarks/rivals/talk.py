"""How a program that is compared is asked, and what it is given: plain files, and lines of text.

``python -m benchmarks.rivals.with_… FOLDER WAY`` loads what it needs, says ``ready`` with what it
runs on, and answers the path of an image with its probabilities, until its input ends. FOLDER has
the weights, the graph and what is needed to read the images alike.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

TASK: Final = "task.json"
WEIGHTS: Final = "weights.npz"
NETWORK: Final = "network.keras"
GRAPH: Final = "model.onnx"

Answer = Callable[[Path], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Task:
    """What a program is given.

    Parameters
    ----------
    folder : Path
        Where the files are.
    height, width : int
        Of the network's input.
    temperature : float
        By which logits are divided.
    blocks : tuple of (int, int)
        Convolutions and channels of each block.
    hidden : bool
        Whether there is a dense layer before that of the logits.
    """

    folder: Path
    height: int
    width: int
    temperature: float
    blocks: tuple[tuple[int, int], ...]
    hidden: bool

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read what the benchmark wrote."""
        given = json.loads((folder / TASK).read_text(encoding="utf-8"))
        given["blocks"] = tuple((count, channels) for count, channels in given["blocks"])
        return cls(folder, **given)

    def write(self) -> None:
        """Write it for the program."""
        given = {
            "height": self.height,
            "width": self.width,
            "temperature": self.temperature,
            "blocks": self.blocks,
            "hidden": self.hidden,
        }
        (self.folder / TASK).write_text(json.dumps(given), encoding="utf-8")

    def weights(self) -> dict[str, NDArray[np.float32]]:
        """Read the arrays: ``layer/kernel`` and ``layer/bias``, as Keras orders their axes."""
        with np.load(self.folder / WEIGHTS) as arrays:
            return {name: arrays[name] for name in arrays.files}

    def pixels(self, path: Path) -> NDArray[np.uint8]:
        """Read an image and fit it to the network's input: the centred part that has its shape.

        Returns
        -------
        ndarray of uint8
            Shape (height, width, 3); the same values as Lentigo's own `core.images.fit`.
        """
        from PIL import Image

        with Image.open(path) as image:
            whole = image.convert("RGB")
        scale = min(whole.width / self.width, whole.height / self.height)
        left = (whole.width - scale * self.width) / 2
        top = (whole.height - scale * self.height) / 2
        box = (left, top, whole.width - left, whole.height - top)
        size = (self.width, self.height)
        return np.array(whole.resize(size, Image.Resampling.BILINEAR, box=box))

    def probabilities(self, logits: NDArray[np.float32]) -> list[float]:
        """Turn the logits of one image into calibrated probabilities."""
        powers = np.exp((logits - logits.max()) / self.temperature)
        return [float(one) for one in powers / powers.sum()]


def serve(open_way: Callable[[Task, str], Answer], versions: str) -> int:
    """Be the program: load, say so, answer.

    Parameters
    ----------
    open_way : callable
        Loads what the named way needs.
    versions : str
        Of the libraries, for the table.
    """
    # What libraries print must not come between the answers.
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", buffering=1)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    folder, way = sys.argv[1:]
    answer = open_way(Task.read(Path(folder)), way)
    replies.write(json.dumps({"versions": versions}) + "\n")
    for line in sys.stdin:
        replies.write(json.dumps(list(answer(Path(line.rstrip("\n"))))) + "\n")
    return 0
