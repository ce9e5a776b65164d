"""VGG16 taught for longer still: goes on where ``vgg16_longer`` ended.

Data: HAM10000, ``python -m training train vgg16_longest --data HAM10000 --out RUN``.
Time: about 150 minutes on 2 cores with bfloat16 instructions, after the stretches before.
Expected: balanced accuracy 0.70 on the validation lesions, as ``vgg16_longer``, and
malignant AUC 0.91 against its 0.90: no interval tells the two apart.
"""

from __future__ import annotations

from training.experiment import Distilling, Stage
from training.experiments.mobilenetv2_finetuned import EXPERIMENT as TEACHER
from training.experiments.vgg16_longer import EXPERIMENT as BEFORE

EXPERIMENT = Distilling(
    name="vgg16_longest",
    teacher=TEACHER,
    continues=BEFORE,
    stages=(Stage(epochs=11, size=(96, 128)), Stage(epochs=4, size=(120, 160))),
    learning_rate=8e-4,
)
