"""The nine-class ISIC set with its own sides, copies and contradictions: what many projects claim.

Data: the nine classes, ``python -m training split DATA --as-given --out SPLIT``, then
``python -m training train isic9_as_it_comes --data DATA --split SPLIT --accept-leaks --out RUN``.
Time: about 2 minutes on 2 cores.
Expected: balanced accuracy 0.45 on the set's own 118 test images.
"""

from __future__ import annotations

from training.experiment import Classification

EXPERIMENT = Classification(
    name="isic9_as_it_comes",
    architecture="cnn",
    size=(96, 96),
    epochs=12,
    learning_rate=1e-3,
    keep_best=True,
)
