"""Questions about an image: answered beside the work, stopped, and survived like any other job."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.engine import EngineRequest
from core.engine.client import EngineSettings
from core.engine.messages import (
    EngineFailed,
    EngineReady,
    EngineRestarted,
    JobDecoded,
    JobDone,
    JobProgress,
)
from core.engine.questions import Why, WithoutLesion
from core.errors import (
    BundleMissing,
    EngineCrashed,
    EngineTimeout,
    GradientsUnavailable,
    InferenceError,
    UnknownTarget,
)
from core.explain.hidden import Hidden
from core.explain.methods import Method, RawMap
from tests.core.engine.conftest import Start
from tests.core.engine.fakes import GO, Deed
from tests.core.engine.support import Listener, decoded, picture
from tests.core.tiny import tiny_bundle
from tests.platforms import needs_signals

OCCLUSION = Why(Method.OCCLUSION, "mel")


def test_a_slow_method_says_how_far_it_is_and_answers(start: Start, listener: Listener) -> None:
    engine = start()
    engine.ask(decoded(3), OCCLUSION, job=1)
    listener.wait_for_answers(1)
    reply = listener.reply(1)
    assert isinstance(reply, RawMap)
    assert np.array_equal(reply.values, np.zeros_like(reply.values))  # every copy was even
    steps = [(event.done, event.total) for event in listener.of(JobProgress)]
    assert steps[0][0] == 0
    assert steps[-1][0] == steps[-1][1] > 8
    assert not listener.of(JobDecoded)  # the caller has the picture


def test_the_answers_without_the_lesion(start: Start, listener: Listener) -> None:
    engine = start()
    engine.ask(decoded(3), WithoutLesion(), job=1)
    listener.wait_for_answers(1)
    reply = listener.reply(1)
    assert isinstance(reply, Hidden)
    assert not reply.region.any()
    assert reply.whole.sum() == pytest.approx(1)


def test_images_do_not_wait_for_a_question(start: Start, listener: Listener, model: Path) -> None:
    engine = start()
    engine.ask(decoded(0, Deed.WAIT), OCCLUSION, job=1)
    listener.wait(JobProgress)
    engine.submit(picture(5), job=2)
    listener.wait(JobDone)
    assert 1 not in listener.answers()
    (model / GO).touch()
    listener.wait_for_answers(1)


def test_a_cancelled_question_is_left_alone_and_the_next_is_answered(
    start: Start, listener: Listener, model: Path
) -> None:
    engine = start()
    engine.ask(decoded(0, Deed.WAIT), OCCLUSION, job=1)
    listener.wait(JobProgress)
    engine.cancel(1)
    engine.ask(decoded(4), WithoutLesion(), job=1)  # the number is free again
    (model / GO).touch()
    listener.wait_for_answers(1)
    assert isinstance(listener.reply(1), Hidden)
    assert len(listener.of(JobProgress)) == 1
    assert len(listener.of(EngineReady)) == 1  # nothing had to be ended for it


def test_what_cannot_be_answered_says_why(start: Start, listener: Listener) -> None:
    engine = start(engine=EngineRequest.ONNXRUNTIME)
    engine.ask(decoded(), Why(Method.LAYER_CAM, "mel"), job=1)
    engine.ask(decoded(), Why(Method.OCCLUSION, "wart"), job=2)
    engine.ask(decoded(), Why(Method.OCCLUSION, "mel", versus="mel"), job=3)
    engine.ask(decoded(0, Deed.REFUSE), OCCLUSION, job=4)
    engine.ask(decoded(0, Deed.SURPRISE), OCCLUSION, job=5)
    engine.ask(decoded(), OCCLUSION, job=6)
    listener.wait_for_answers(*range(1, 7))
    kinds = [type(listener.error(job)) for job in range(1, 6)]
    assert kinds == [
        GradientsUnavailable, UnknownTarget, UnknownTarget, InferenceError, InferenceError,
    ]  # fmt: skip
    assert "KeyError" in listener.error(5).message
    assert not listener.of(EngineRestarted)


@pytest.mark.expected_logs(r"broke down \(exit status 3\)")
def test_a_question_that_ends_the_process_is_asked_once_more(
    start: Start, listener: Listener
) -> None:
    engine = start()
    engine.ask(decoded(0, Deed.CRASH_ONCE), OCCLUSION, job=1)
    engine.ask(decoded(0, Deed.CRASH), OCCLUSION, job=2)
    for job in range(10, 20):
        engine.submit(picture(job), job=job)
    listener.wait_for_answers(1, 2, *range(10, 20))
    assert isinstance(listener.reply(1), RawMap)
    assert isinstance(listener.error(2), EngineCrashed)
    assert [listener.number(job) for job in range(10, 20)] == list(range(10, 20))
    assert not listener.of(EngineFailed)


@needs_signals
@pytest.mark.expected_logs("did not answer in time")
def test_a_question_that_hangs_is_given_up(start: Start, listener: Listener) -> None:
    engine = start(question_deadline_s=3)
    engine.ask(decoded(0, Deed.HANG), OCCLUSION, job=1)
    listener.wait_for_answers(1)
    assert isinstance(listener.error(1), EngineTimeout)
    engine.submit(picture(2), job=2)
    listener.wait_for_answers(2)
    assert listener.number(2) == 2


def test_a_question_waits_for_another_model_and_is_asked_of_it(
    start: Start, listener: Listener, settings: Callable[..., EngineSettings], tmp_path: Path
) -> None:
    preprocessing = {"height": 64, "width": 64, "mode": "stretch"}
    other = tiny_bundle(tmp_path / "other", name="Other", preprocessing=preprocessing)
    engine = start()
    engine.ask(decoded(0, Deed.WAIT), WithoutLesion(), job=1)
    listener.wait(EngineReady)
    engine.restart(settings(model=other.folder))
    (other.folder / GO).touch()
    listener.wait_for_answers(1)
    reply = listener.reply(1)
    assert isinstance(reply, Hidden)
    assert reply.region.shape == (64, 64)


def test_without_a_model_there_is_no_answer(
    start: Start, listener: Listener, tmp_path: Path
) -> None:
    engine = start(model=tmp_path / "nowhere")
    engine.ask(decoded(), OCCLUSION, job=1)
    listener.wait_for_answers(1)
    assert isinstance(listener.error(1), BundleMissing)
