"""The small CNN with augmentation.

Data: HAM10000, ``python -m training train cnn_augmented --data HAM10000 --out RUN``.
Time: about 5 minutes on 2 cores.
Expected: balanced accuracy 0.49 on test lesions, accuracy 0.77.
"""

from __future__ import annotations

from training.experiment import Classification

EXPERIMENT = Classification(
    name="cnn_augmented",
    architecture="cnn",
    size=(72, 96),
    epochs=20,
    keep_best=True,
    learning_rate=1e-3,
    balance=0.0,
)
