"""The plain ANN with augmentation and balanced drawing.

Data: HAM10000, ``python -m training train ann_augmented --data HAM10000 --out RUN``.
Time: about 2 minutes on 2 cores.
Expected: balanced accuracy 0.50 on test lesions, accuracy 0.46.
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
