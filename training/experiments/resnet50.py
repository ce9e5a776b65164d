"""ResNet50 from scratch: without ImageNet weights, which are not to be had offline.

Data: HAM10000, ``python -m training train resnet50 --data HAM10000 --out RUN``.
Time: about 10 minutes on 2 cores.
Expected: balanced accuracy 0.63 on test lesions, accuracy 0.61.
"""

from __future__ import annotations

from training.experiment import Classification

EXPERIMENT = Classification(
    name="resnet50",
    architecture="resnet50",
    size=(72, 96),
    epochs=6,
    keep_best=True,
    learning_rate=1e-3,
    precision="mixed_bfloat16",
)
