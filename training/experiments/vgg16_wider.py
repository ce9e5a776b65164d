"""VGG16 taught further by two, with images of another set beside HAM10000's: from the model in use.

Data: HAM10000 and the nine-class ISIC set,
``python -m training train vgg16_wider --data HAM10000 --also ISIC9 --out RUN``.
Time: about 60 minutes for the teacher and 130 for the student on 2 cores with bfloat16
instructions.
Expected: balanced accuracy 0.68 on validation lesions, accuracy 0.75, cross-entropy 0.68 (the model
that it starts as, without favour: 0.70, 0.74, 0.73).
"""

from __future__ import annotations

from training.experiment import BUNDLE, Distilling, Stage
from training.experiments.mobilenetv2_finetuned import EXPERIMENT as TEACHER

EXPERIMENT = Distilling(
    name="vgg16_wider",
    teacher=TEACHER,
    weights=BUNDLE,
    ensemble=True,
    stages=(Stage(epochs=3, size=(96, 128)), Stage(epochs=3, size=(120, 160))),
    learning_rate=6e-4,
)
