"""The engine's own process obeys the policy, and tells whose the model is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.engine import EngineClient, EngineRequest, EngineSettings
from core.engine.messages import EngineFailed, EngineReady, JobFailed
from core.errors import BundleUntrusted
from core.model import DeviceRequest
from core.policy.places import VARIABLE, policy_file
from tests.core.engine.support import Listener, picture
from tests.core.model.signing import sign
from tests.core.tiny import tiny_bundle

pytestmark = pytest.mark.skipif(policy_file().exists(), reason="this computer has a policy")


def test_a_model_that_is_not_trusted_is_refused_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tiny_bundle(tmp_path / "model").folder
    signature = sign(folder, name="Ward 3")
    policy = tmp_path / "policy.json"
    monkeypatch.setenv(VARIABLE, str(policy))
    settings = EngineSettings(folder, DeviceRequest.CPU, EngineRequest.ONNXRUNTIME)
    listener = Listener()

    def trust(public_key: str) -> None:
        keys = [{"name": "IT", "public_key": public_key}]
        content = {"format": 1, "model": {"require_signature": True, "keys": keys}}
        policy.write_text(json.dumps(content), encoding="utf-8")

    trust("0" * 64)
    with EngineClient(settings, on_event=listener) as engine:
        engine.submit(picture(), job=1)
        (failed,) = listener.wait(EngineFailed)
        listener.wait(JobFailed)
        trust(signature.public_key)
        engine.restart()
        (ready,) = listener.wait(EngineReady)
    assert isinstance(failed.error, BundleUntrusted)
    assert "signed by Ward 3" in failed.error.message
    assert ready.signature == signature
