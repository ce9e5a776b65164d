"""EfficientNetB0 from scratch: without ImageNet weights, which are not to be had offline.

Data: HAM10000, ``python -m training train efficientnetb0 --data HAM10000 --out RUN``.
Time: about 5 minutes on 2 cores.
Expected: balanced accuracy 0.55 on test lesions, accuracy 0.53.
"""

from __future__ import annotations

from training.experiment import Classification

EXPERIMENT = Classification(
    name="efficientnetb0",
    architecture="efficientnetb0",
    size=(72, 96),
    epochs=6,
    keep_best=True,
    learning_rate=1e-3,
)
