"""A plain ANN over all pixels, without augmentation: the simplest of the predecessors.

Data: HAM10000, ``python -m training train ann --data HAM10000 --out RUN``.
Time: about 2 minutes on 2 cores.
Expected: balanced accuracy 0.36 on test lesions, accuracy 0.72.
"""

from __future__ import annotations

from training.augmentation_settings import STILL
from training.experiment import Classification

EXPERIMENT = Classification(
    name="ann",
    architecture="ann",
    size=(30, 40),
    epochs=30,
    keep_best=True,
    learning_rate=1e-3,
    balance=0.0,
    augmentation=STILL,
)
