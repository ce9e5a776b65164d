"""InceptionV3 from scratch: without ImageNet weights, which are not to be had offline.

Data: HAM10000, ``python -m training train inceptionv3 --data HAM10000 --out RUN``.
Time: about 8 minutes on 2 cores.
Expected: balanced accuracy 0.64 on test lesions, accuracy 0.62.
"""

from __future__ import annotations

from training.experiment import Classification

EXPERIMENT = Classification(
    name="inceptionv3",
    architecture="inceptionv3",
    size=(75, 100),
    epochs=6,
    keep_best=True,
    learning_rate=1e-3,
    precision="mixed_bfloat16",
)
