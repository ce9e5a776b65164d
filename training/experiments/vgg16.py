"""VGG16 with batch norm from scratch: without ImageNet weights, which are not to be had offline.

Data: HAM10000, ``python -m training train vgg16 --data HAM10000 --out RUN``.
Time: not measured yet.
Expected: not measured yet.
"""

from __future__ import annotations

from training.experiment import Classification

EXPERIMENT = Classification(
    name="vgg16",
    architecture="vgg16",
    size=(72, 96),
    epochs=6,
    keep_best=True,
    learning_rate=1e-3,
    precision="mixed_bfloat16",
)
