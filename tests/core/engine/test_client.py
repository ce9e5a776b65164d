"""The queue of the engine, with nothing going wrong."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.engine.client import EngineSettings
from core.engine.messages import (
    EngineFailed,
    EngineReady,
    EngineRestarted,
    EngineStarting,
    JobDecoded,
    JobDone,
    JobFailed,
)
from core.errors import BundleDamaged, BundleMissing, FileMissing
from core.results import Device, Engine
from tests.core.engine.conftest import Start
from tests.core.engine.support import Listener, picture
from tests.core.images.samples import encode
from tests.core.tiny import SIZE, tiny_bundle


def test_a_job_from_picture_to_analysis(start: Start, listener: Listener) -> None:
    engine = start()
    engine.submit(picture(300), job=7)
    listener.wait_for_answers(7)

    (ready,) = listener.of(EngineReady)
    assert ready.card.name == "Tiny"
    assert (ready.engine, ready.choice.device) == (Engine.TENSORFLOW, Device.CPU)
    (decoded,) = listener.of(JobDecoded)
    assert decoded.picture.pixels.shape == (*SIZE, 3)
    (done,) = listener.of(JobDone)
    assert listener.number(7) == 300
    assert done.analysis.model == ready.identity
    assert done.analysis.placement.source_size == SIZE
    assert done.analysis.milliseconds > 0
    kinds = [type(event) for event in listener.events]
    assert kinds[0] is EngineStarting
    assert kinds.index(JobDecoded) < kinds.index(JobDone)
    assert EngineRestarted not in kinds


def test_a_thorough_job_tells_how_far_its_views_agree(start: Start, listener: Listener) -> None:
    engine = start()
    engine.submit(picture(5), job=1)
    engine.submit(picture(5), job=2, thorough=True)
    listener.wait_for_answers(1, 2)
    spreads = {done.job: done.analysis.spread for done in listener.of(JobDone)}
    assert spreads == {1: None, 2: 0.0}


def test_files_that_cannot_be_read_are_errors_of_their_own(
    start: Start, listener: Listener, tmp_path: Path
) -> None:
    engine = start()
    engine.submit(tmp_path / "nothing.png", job=1)
    engine.submit(picture(5), job=2)
    listener.wait_for_answers(1, 2)
    assert isinstance(listener.error(1), FileMissing)
    assert listener.error(1).__traceback__ is None
    assert listener.number(2) == 5


def test_the_constructor_and_submit_do_not_wait(start: Start, listener: Listener) -> None:
    engine = start("hangs_at_start")
    for number in range(1000):
        engine.submit(picture(number % 10), job=number)
    assert not listener.of(EngineReady)


def test_pictures_come_before_the_model_is_loaded(start: Start, listener: Listener) -> None:
    engine = start("hangs_at_start")
    engine.submit(picture(1), job=1)
    listener.wait(JobDecoded)
    assert not listener.of(EngineReady)


def test_higher_priority_goes_first(start: Start, listener: Listener) -> None:
    engine = start("hangs_at_start")
    for job in range(60):
        engine.submit(picture(job), job=job)
    engine.submit(picture(99), job=99, priority=1)
    listener.wait(JobDecoded, 16)  # as far ahead as it decodes
    engine.restart()
    listener.wait_for_answers(*range(60), 99)
    order = [done.job for done in listener.of(JobDone)]
    assert order.index(99) < 30
    assert [job for job in order if job != 99][20:] == list(range(20, 60))


def test_cancelled_jobs_get_no_answer(start: Start, listener: Listener) -> None:
    engine = start()
    for job in range(40):
        engine.submit(picture(job), job=job)
    for job in range(1, 40, 2):
        engine.cancel(job)
    engine.cancel(12345)
    listener.wait_for_answers(*range(0, 40, 2))
    late = {job for job in listener.answers() if job % 2}
    assert len(late) <= 1, "only one that was being handed over may slip through"


def test_cancel_all_leaves_a_working_engine(start: Start, listener: Listener) -> None:
    engine = start()
    listener.wait(EngineReady)
    for job in range(50):
        engine.submit(picture(job), job=job)
    engine.cancel_all()
    engine.submit(picture(77), job=49)  # the number is free again
    listener.wait_until(lambda: any(done.job == 49 for done in listener.of(JobDone)), "answer")
    assert [done for done in listener.of(JobDone) if done.job == 49][-1].analysis.logits[0] == 77


def test_a_number_is_taken_until_its_answer(start: Start, listener: Listener) -> None:
    engine = start()
    engine.submit(picture(1), job=1)
    with pytest.raises(ValueError, match="job 1 is not answered yet"):
        engine.submit(picture(1), job=1)
    listener.wait_for_answers(1)
    engine.submit(picture(1), job=1)
    listener.wait_until(lambda: listener.answers()[1] == 2, "second answer")


def test_restart_with_another_model_prepares_anew(
    start: Start,
    listener: Listener,
    settings: Callable[..., EngineSettings],
    tmp_path: Path,
) -> None:
    preprocessing = {"height": 64, "width": 64, "mode": "stretch"}
    other = tiny_bundle(tmp_path / "other", name="Other", preprocessing=preprocessing)
    engine = start("hangs_at_start")
    engine.submit(picture(4), job=4)
    listener.wait(JobDecoded)
    engine.restart(settings(model=other.folder))
    listener.wait_for_answers(4)
    (done,) = listener.of(JobDone)
    assert done.analysis.model.name == "Other"
    assert done.analysis.placement.target_size == (64, 64)
    assert len(listener.of(JobDecoded)) == 1, "a picture is shown once"
    assert not listener.of(EngineRestarted), "what was asked for is no accident"


def test_without_a_model_pictures_still_come(
    start: Start, listener: Listener, tmp_path: Path, settings: Callable[..., EngineSettings]
) -> None:
    engine = start(model=tmp_path / "nowhere")
    (failed,) = listener.wait(EngineFailed)
    assert isinstance(failed.error, BundleMissing)
    engine.submit(picture(1), job=1)
    listener.wait_for_answers(1)
    assert listener.error(1) is failed.error
    assert len(listener.of(JobDecoded)) == 1
    assert len(listener.of(EngineStarting)) == 1

    engine.restart(settings())
    engine.submit(picture(2), job=2)
    listener.wait_for_answers(2)
    assert listener.number(2) == 2


def test_a_tampered_model_is_refused(start: Start, listener: Listener, model: Path) -> None:
    card = model / "card.json"
    card.write_text(card.read_text().replace("Tiny", "Tidy"))
    start()
    (failed,) = listener.wait(EngineFailed)
    assert isinstance(failed.error, BundleDamaged)


def test_what_native_code_writes_is_logged_and_not_shown(
    start: Start,
    listener: Listener,
    model: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    (model / "starts_to_fail").write_text("1")
    with caplog.at_level(logging.DEBUG, logger="core"):
        start("fails_at_start")
        listener.wait(EngineReady)
    assert "no such symbol" in caplog.text
    assert capfd.readouterr() == ("", "")


def test_large_pictures_are_bounded(start: Start, listener: Listener) -> None:
    engine = start()
    engine.submit(encode(np.zeros((3000, 4500, 3), np.uint8), "PNG"), job=1)
    listener.wait_for_answers(1)
    (decoded,) = listener.of(JobDecoded)
    assert max(decoded.picture.pixels.shape) <= 2048
    assert not listener.of(JobFailed)


def test_importing_the_client_is_light() -> None:
    code = "import sys, core.engine.client; print(*sys.modules)"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    heavy = {"keras", "tensorflow", "onnxruntime", "pydantic", "PIL", "numpy", "PySide6"}
    assert not heavy & set(result.stdout.split())
