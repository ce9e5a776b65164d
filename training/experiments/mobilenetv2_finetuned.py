"""MobileNetV2 from ImageNet weights, fine-tuned on HAM10000: the teacher.

Data: HAM10000, ``python -m training train mobilenetv2_finetuned --data HAM10000 --out RUN``, with
the weights in ``HAM10000/../weights/mobilenetv2_imagenet.npz``.
Time: about 20 minutes on 2 cores.
Expected: balanced accuracy about 0.73 on the validation lesions.
"""

from __future__ import annotations

from training.experiment import Classification

EXPERIMENT = Classification(
    name="mobilenetv2_finetuned",
    architecture="mobilenetv2",
    weights="../weights/mobilenetv2_imagenet.npz",
)
