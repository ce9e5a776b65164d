"""MobileNetV2 with frozen ImageNet features and a new classifier: the cheapest transfer learning.

Data: HAM10000, ``python -m training train mobilenetv2_frozen --data HAM10000 --out RUN``.
Time: about 5 minutes on 2 cores.
Expected: balanced accuracy 0.60 on test lesions.
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
