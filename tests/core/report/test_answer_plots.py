from __future__ import annotations

import io

import numpy as np
from PIL import Image

from core.cases.commitment import Commitment, CommittedAnswer
from core.cases.outcomes import Judged
from core.report.answer_plots import agreement_over_time, draw_answers
from core.report.plot_ground import PlotLook
from core.trust.shares import Share

LOOK = PlotLook(
    ground="#102030",
    text="#ffffff",
    quiet="#a0a0a0",
    accent="#00b0a0",
    width=400,
    height=200,
    scale=2,
)


def judged(code: str, finding: str, *, novel: bool = False) -> Judged:
    shown = Commitment(
        sha256="0" * 64, finding=finding, finding_malignant=finding == "mel", probability=0.6,
        novel=novel, model_name="m", model_version="1", model_sha256="ab" * 32,
    )  # fmt: skip
    return Judged(shown.answered(CommittedAnswer(malignant=code == "mel", code=code)))


def test_agreement_is_counted_answer_by_answer() -> None:
    answers = (judged("mel", "mel"), judged("nv", "mel"), judged("", "mel"), judged("nv", "nv"))
    unlike = judged("mel", "mel", novel=True)
    assert agreement_over_time((*answers, unlike)) == [Share(1, 1), Share(1, 2), Share(2, 3)]


def test_plots_have_the_size_and_the_ground_that_they_are_to_have() -> None:
    drawn = Image.open(io.BytesIO(draw_answers([judged("mel", "mel")] * 20, LOOK)))
    assert drawn.size == (800, 400)
    assert drawn.convert("RGB").getpixel((0, 0)) == (0x10, 0x20, 0x30)
    colours = np.unique(np.asarray(drawn.convert("RGB")).reshape(-1, 3), axis=0).tolist()
    assert [0x00, 0xB0, 0xA0] in colours
