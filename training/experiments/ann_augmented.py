"""The plain ANN with augmentation and balanced drawing.

Data: HAM10000, ``python -m training train ann_augmented --data HAM10000 --out RUN``.
Time: not measured yet.
Expected: not measured yet.
"""

from __future__ import annotations

from training.experiment import Classification

EXPERIMENT = Classification(
    name="ann_augmented",
    architecture="ann",
    size=(72, 96),
    epochs=8,
    keep_best=True,
    learning_rate=3e-4,
)
