"""A small CNN as beginners' projects build it, without augmentation.

Data: HAM10000, ``python -m training train cnn --data HAM10000 --out RUN``.
Time: about 5 minutes on 2 cores.
Expected: balanced accuracy 0.50 on test lesions, accuracy 0.75.
"""

from __future__ import annotations

from training.augmentation_settings import STILL
from training.experiment import Classification

EXPERIMENT = Classification(
    name="cnn",
    architecture="cnn",
    size=(72, 96),
    epochs=20,
    keep_best=True,
    learning_rate=1e-3,
    balance=0.0,
    augmentation=STILL,
)
