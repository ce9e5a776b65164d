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
    size=(30, 40),
    epochs=30,
    keep_best=True,
    learning_rate=1e-3,
)
