"""MobileNetV2 with frozen ImageNet features and a new classifier: the cheapest transfer learning.

Data: HAM10000, ``python -m training train mobilenetv2_frozen --data HAM10000 --out RUN``.
Time: not measured yet.
Expected: not measured yet.
"""

from __future__ import annotations

from training.experiment import Classification

EXPERIMENT = Classification(
    name="mobilenetv2_frozen",
    architecture="mobilenetv2",
    weights="../weights/mobilenetv2_imagenet.npz",
    trained_blocks=0,
    size=(192, 256),
    epochs=5,
    learning_rate=3e-3,
    keep_best=True,
)
