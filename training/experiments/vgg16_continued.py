"""VGG16 trained further from a model that Lentigo runs, on the same images or on one's own.

Data: any set, ``python -m training train vgg16_continued --data DATA --out RUN``, from the model in
use, or from the one in the folder that ``--weights`` names. Where the classes are the same, so is
the classifier at first.
Time: 8 minutes for an epoch of 8,000 images on 2 cores with bfloat16 instructions.
Expected: depends on the images; on HAM10000, which taught the shipped model, no better than that.
"""

from __future__ import annotations

from training.experiment import BUNDLE, Classification

EXPERIMENT = Classification(
    name="vgg16_continued",
    architecture="vgg16",
    weights=BUNDLE,
    size=(120, 160),
    epochs=4,
    learning_rate=1e-4,
    balance=0.7,
    precision="mixed_bfloat16",
)
