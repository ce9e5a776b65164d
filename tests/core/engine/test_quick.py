"""The engine's process computes in lower precision where it can, and in full where it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.engine import EngineRequest, choice, open_classifier
from core.engine.quick import QuickRuntimes
from core.model import Bundle, Classifier, DeviceRequest, Runtime
from core.results import Precision
from tests.core.tiny import tiny_bundle


@pytest.fixture
def classifier(tmp_path: Path) -> Classifier:
    return open_classifier(tiny_bundle(tmp_path / "model"), engine=EngineRequest.ONNXRUNTIME)


def test_full_precision_is_nobodys_business_here(classifier: Classifier) -> None:
    assert QuickRuntimes(classifier, DeviceRequest.CPU).of(None) is None


@pytest.mark.expected_logs("no int8")
def test_what_does_not_open_is_tried_once_and_done_without(
    classifier: Classifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = QuickRuntimes(classifier, DeviceRequest.CPU)
    assert quick.of(Precision.INT8) is None  # the tiny bundle has not been fitted for it
    monkeypatch.setattr(choice, "open_quick", None)  # would fail otherwise than by a known error
    assert quick.of(Precision.INT8) is None


def test_what_opens_is_opened_once(classifier: Classifier, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Precision] = []

    def open_quick(bundle: Bundle, *, precision: Precision, device: DeviceRequest) -> Runtime:
        assert bundle is classifier.bundle
        assert device is DeviceRequest.CPU
        opened.append(precision)
        return classifier.runtime

    monkeypatch.setattr(choice, "open_quick", open_quick)
    quick = QuickRuntimes(classifier, DeviceRequest.CPU)
    assert [quick.of(Precision.INT8) for _ in range(2)] == [classifier.runtime] * 2
    assert opened == [Precision.INT8]
