"""The small CNN, classes filled up with augmented copies after the split.

Data: HAM10000, ``python -m training train cnn_rebalanced --data HAM10000 --out RUN``.
Time: about 6 minutes on 2 cores.
Expected: balanced accuracy 0.63 on test lesions, accuracy 0.68.
"""

from __future__ import annotations

from training.experiment import Classification, Imbalance

EXPERIMENT = Classification(
    name="cnn_rebalanced",
    architecture="cnn",
    size=(72, 96),
    epochs=20,
    keep_best=True,
    learning_rate=1e-3,
    balance=0.0,
    imbalance=Imbalance.COPIES,
)
