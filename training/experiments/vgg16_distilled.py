"""VGG16 from scratch, taught by the fine-tuned MobileNetV2: a first stretch.

Data: HAM10000, ``python -m training train vgg16_distilled --data HAM10000 --out RUN``.
Time: about 80 minutes on 2 cores with bfloat16 instructions, the teacher's included.
Expected: balanced accuracy about 0.67 on the validation lesions.
"""

from __future__ import annotations

from training.experiment import Distilling, Stage
from training.experiments.mobilenetv2_finetuned import EXPERIMENT as TEACHER

EXPERIMENT = Distilling(
    name="vgg16_distilled",
    teacher=TEACHER,
    stages=(Stage(epochs=5, size=(64, 85)), Stage(epochs=4, size=(96, 128))),
)
