"""VGG16 taught for longer and at a larger size: goes on where ``vgg16_distilled`` ended.

Data: HAM10000, ``python -m training train vgg16_longer --data HAM10000 --out RUN``.
Time: 140 minutes on 2 busy cores with bfloat16 instructions, after the 80 of the first stretch.
Expected: balanced accuracy about 0.70 on the validation lesions (0.67 after the first stretch).
"""

from __future__ import annotations

from training.experiment import Distilling, Stage
from training.experiments.mobilenetv2_finetuned import EXPERIMENT as TEACHER
from training.experiments.vgg16_distilled import EXPERIMENT as FIRST

EXPERIMENT = Distilling(
    name="vgg16_longer",
    teacher=TEACHER,
    continues=FIRST,
    stages=(Stage(epochs=11, size=(96, 128)), Stage(epochs=4, size=(120, 160))),
    learning_rate=1e-3,
)
