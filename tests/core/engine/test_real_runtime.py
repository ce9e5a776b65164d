"""The engine with the runtime that ships: the same answers as without a process."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.engine.choice import open_classifier
from core.engine.client import EngineClient, EngineSettings
from core.engine.messages import EngineReady, JobDone, JobFailed
from core.engine.request import EngineRequest
from core.errors import InferenceError
from core.images import decode
from core.model import Bundle, DeviceRequest
from core.paths import model_folder
from tests.core.engine.support import Listener
from tests.platforms import needs_bounds, needs_signals

pytestmark = pytest.mark.slow


def photograph(seed: int) -> bytes:
    pixels = np.random.default_rng(seed).integers(0, 256, (60, 80, 3), np.uint8)
    out = BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return out.getvalue()


@pytest.fixture(params=[EngineRequest.TENSORFLOW, EngineRequest.ONNXRUNTIME])
def real(request: pytest.FixtureRequest, settings: Callable[..., EngineSettings]) -> EngineSettings:
    made = settings(device=DeviceRequest.CPU)
    return EngineSettings(model=made.model, device=made.device, engine=request.param)


def test_answers_are_those_of_the_classifier(real: EngineSettings, listener: Listener) -> None:
    bundle = Bundle.load(real.model)
    classifier = open_classifier(bundle, device=DeviceRequest.CPU, engine=real.engine)
    with EngineClient(real, on_event=listener) as engine:
        for job in range(8):
            engine.submit(photograph(job), job=job)
        listener.wait_for_answers(*range(8))
    for done in listener.of(JobDone):
        expected = classifier.analyse(decode(photograph(done.job)))
        np.testing.assert_array_equal(done.analysis.logits, expected.logits)
        np.testing.assert_array_equal(done.analysis.heat_maps, expected.heat_maps)
        np.testing.assert_array_equal(done.analysis.embedding, expected.embedding)
        assert done.analysis.probabilities == expected.probabilities
        assert done.analysis.placement == expected.placement
        assert done.analysis.cautions == expected.cautions
        assert done.analysis.model == expected.model
    assert len(listener.of(JobDone)) == 8


@needs_signals
@pytest.mark.expected_logs("signal SIGKILL")
def test_killed_at_work_it_finishes_the_queue(real: EngineSettings, listener: Listener) -> None:
    with EngineClient(real, on_event=listener) as engine:
        for job in range(60):
            engine.submit(photograph(job), job=job)
        listener.wait(JobDone, 5)
        assert engine.pid is not None
        os.kill(engine.pid, signal.SIGKILL)
        listener.wait_for_answers(*range(60))
    assert len(listener.of(JobDone)) == 60
    assert len(listener.of(EngineReady)) == 2


@needs_bounds
def test_without_memory_each_job_is_answered_and_later_ones_are_done(
    real: EngineSettings, listener: Listener
) -> None:
    """The runtime of the model that ships, which wants more at work than it has."""
    import resource  # Windows has none

    settings = replace(real, model=model_folder())
    with EngineClient(settings, on_event=listener) as engine:
        listener.wait(EngineReady)
        pid = engine.pid or 0
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[0])
        _, hard = resource.prlimit(pid, resource.RLIMIT_AS)
        resource.prlimit(pid, resource.RLIMIT_AS, (pages * resource.getpagesize(), hard))
        for job in range(4):
            engine.submit(photograph(job), job=job, thorough=True)
        listener.wait_for_answers(*range(4))
        resource.prlimit(pid, resource.RLIMIT_AS, (hard, hard))
        engine.submit(photograph(9), job=9)
        listener.wait_for_answers(9)
    assert 9 in {done.job for done in listener.of(JobDone)}
    failed = listener.of(JobFailed)
    assert failed  # it did lack memory
    assert {type(one.error) for one in failed} == {InferenceError}
