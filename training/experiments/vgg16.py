"""VGG16 with batch norm from scratch: without ImageNet weights, which are not to be had offline.

Data: HAM10000, ``python -m training train vgg16 --data HAM10000 --out RUN``.
Time: about 15 minutes on 2 cores with bfloat16 instructions.
Expected: balanced accuracy 0.64 on test lesions, accuracy 0.64.
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
