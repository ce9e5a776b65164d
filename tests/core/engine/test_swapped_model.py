"""A model that is altered or replaced under a running engine: refused, or named in each answer."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from core.engine.messages import EngineFailed, EngineReady, JobDone
from core.errors import BundleError
from core.model.bundle_files import WEIGHTS
from tests.core.engine.conftest import Start
from tests.core.engine.fakes import Deed
from tests.core.engine.support import Listener, picture
from tests.core.tiny import tiny_bundle

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")


@pytest.mark.expected_logs("signal SIGKILL")
@pytest.mark.parametrize("damage", ["altered", "truncated", "removed"])
def test_no_answer_comes_of_a_damaged_model(
    start: Start, listener: Listener, model: Path, damage: str
) -> None:
    """What is in memory was verified, and answers on; what is started anew is not."""
    engine = start()
    listener.wait(EngineReady)
    content = (model / WEIGHTS).read_bytes()
    match damage:
        case "altered":
            (model / WEIGHTS).write_bytes(content[:-2] + b"xx")
        case "truncated":
            (model / WEIGHTS).write_bytes(content[: len(content) // 2])
        case _:
            (model / WEIGHTS).unlink()
    engine.submit(picture(1), job=1)
    listener.wait_for_answers(1)
    assert listener.number(1) == 1
    os.kill(engine.pid or 0, signal.SIGKILL)
    (failed,) = listener.wait(EngineFailed)
    engine.submit(picture(2), job=2)
    listener.wait_for_answers(2)
    for error in (failed.error, listener.error(2)):
        assert isinstance(error, BundleError)
        assert WEIGHTS in error.message


@pytest.mark.expected_logs(r"broke down \(exit status 3\)")
def test_each_answer_names_the_model_that_gave_it(
    start: Start, listener: Listener, model: Path, tmp_path: Path
) -> None:
    other = tiny_bundle(tmp_path / "other", seed=1)
    engine = start()
    engine.submit(picture(1), job=1)
    listener.wait_for_answers(1)
    shutil.copytree(other.folder, model, dirs_exist_ok=True)
    engine.submit(picture(2, Deed.CRASH_ONCE), job=2)
    listener.wait_for_answers(2)
    models = {done.job: done.analysis.model.sha256 for done in listener.of(JobDone)}
    assert models[2] == other.sha256
    assert models[1] not in {"", other.sha256}
