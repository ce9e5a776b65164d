"""The model and the engines that run it, as the self-test sees them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from core.engine.request import EngineRequest
from core.model.runtime import DeviceChoice
from core.paths import examples_folder
from core.results import Device
from core.selftest import engines
from core.selftest.answers import EngineAnswers, Probabilities
from core.selftest.check import Check, CheckName, Outcome, guarded
from core.selftest.engines import EngineChecks, engine_checks
from core.selftest.known import known_answers
from tests.core.model.signing import sign
from tests.core.tiny import tiny_bundle

KNOWN = known_answers()
SHA256, ANSWERS = next(iter(KNOWN.models.items()))


@pytest.fixture
def both(monkeypatch: pytest.MonkeyPatch) -> dict[EngineRequest, Mapping[str, Probabilities]]:
    """What each engine says; both are here, and neither is started."""
    said: dict[EngineRequest, Mapping[str, Probabilities]] = {
        EngineRequest.ONNXRUNTIME: ANSWERS,
        EngineRequest.TENSORFLOW: ANSWERS,
    }

    def ask(_model: Path, _sources: object, *, engine: EngineRequest) -> EngineAnswers:
        return EngineAnswers(DeviceChoice(Device.CPU, "chip", "Why."), SHA256, said[engine])

    monkeypatch.setattr(engines, "ask_engine", ask)
    monkeypatch.setattr(engines, "find_spec", lambda _name: object())
    return said


def outcomes(checks: list[Check]) -> dict[CheckName, Outcome]:
    return {check.name: check.outcome for check in checks}


def moved(by: float) -> dict[str, Probabilities]:
    first = min(ANSWERS)
    nearby = {code: value + by for code, value in ANSWERS[first].items()}
    return {**ANSWERS, first: nearby}


def test_known_answers_of_both_engines_pass(
    both: dict[EngineRequest, Mapping[str, Probabilities]], tmp_path: Path
) -> None:
    both[EngineRequest.TENSORFLOW] = moved(KNOWN.tolerance / 2)
    folder = tiny_bundle(tmp_path / "model").folder
    signature = sign(folder)
    checks = engine_checks(folder)
    assert set(outcomes(checks).values()) == {Outcome.PASSED}
    assert checks[1].facts == {"signer": "Ward 3", "public_key": signature.public_key}
    assert "chip. Why." in checks[2].sentence
    assert checks[4].facts["largest_difference"] == pytest.approx(KNOWN.tolerance / 2)


def test_other_answers_fail_and_so_do_engines_that_disagree(
    both: dict[EngineRequest, Mapping[str, Probabilities]], tmp_path: Path
) -> None:
    both[EngineRequest.TENSORFLOW] = moved(KNOWN.tolerance * 2)
    found = outcomes(engine_checks(tiny_bundle(tmp_path / "model").folder))
    assert found[CheckName.ANSWERS] is found[CheckName.PARITY] is Outcome.FAILED
    assert found[CheckName.MODEL] is found[CheckName.TENSORFLOW] is Outcome.PASSED


def test_an_edition_without_an_engine_is_whole(
    both: dict[EngineRequest, Mapping[str, Probabilities]], monkeypatch: pytest.MonkeyPatch
) -> None:
    del both[EngineRequest.TENSORFLOW]
    monkeypatch.setattr(engines, "find_spec", lambda name: name == "onnxruntime" or None)
    checks = EngineChecks(Path("nowhere"))
    assert checks.engine(EngineRequest.ONNXRUNTIME).outcome is Outcome.PASSED
    missing = checks.engine(EngineRequest.TENSORFLOW)
    assert missing.outcome is Outcome.SKIPPED
    assert missing.sentence == "TensorFlow is not part of this edition of Lentigo."
    assert checks.answers().outcome is Outcome.PASSED
    assert checks.parity().outcome is Outcome.SKIPPED


def test_of_another_model_nothing_is_known(
    both: dict[EngineRequest, Mapping[str, Probabilities]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert both
    monkeypatch.setattr(engines, "known_answers", lambda: type(KNOWN)(KNOWN.tolerance, {}))
    checks = EngineChecks(Path("nowhere"))
    checks.engine(EngineRequest.ONNXRUNTIME)
    told = checks.answers()
    assert (told.outcome, told.facts) == (Outcome.SKIPPED, {"replaced": True})


def test_a_policy_that_wants_signatures_is_asked(policy_file: Path, tmp_path: Path) -> None:
    policy_file.write_text("{", encoding="utf-8")
    checks = EngineChecks(tiny_bundle(tmp_path / "model").folder)
    checks.model()
    check = guarded(CheckName.SIGNATURE, checks.signature)
    assert (check.outcome, check.facts) == (Outcome.FAILED, {"kind": "BundleUntrusted"})


def test_real_engines_answer_and_agree_about_a_small_model(tmp_path: Path) -> None:
    found = {check.name: check for check in engine_checks(tiny_bundle(tmp_path / "model").folder)}
    assert (
        found[CheckName.ONNXRUNTIME].facts["images"] == len(list(examples_folder().iterdir())) - 1
    )
    assert found[CheckName.PARITY].outcome is Outcome.PASSED
    assert found[CheckName.ANSWERS].outcome is Outcome.SKIPPED


def test_a_damaged_model_fails_with_its_own_sentence(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path / "model")
    card = json.loads((bundle.folder / "card.json").read_text(encoding="utf-8"))
    (bundle.folder / "card.json").write_text(json.dumps(card), encoding="utf-8")
    checks = engine_checks(bundle.folder)
    assert outcomes(checks)[CheckName.MODEL] is Outcome.FAILED
    assert "card.json has changed" in checks[0].sentence
    assert outcomes(checks)[CheckName.ANSWERS] is Outcome.FAILED
    assert checks[4].sentence == "No engine has answered."


@pytest.mark.expected_logs("check of answers broke down", "check of parity broke down")
def test_known_answers_that_are_gone_fail_their_checks_alone(
    both: dict[EngineRequest, Mapping[str, Probabilities]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert both
    monkeypatch.setattr("core.selftest.known.resources_folder", lambda: tmp_path)
    found = outcomes(engine_checks(tiny_bundle(tmp_path / "model").folder))
    assert found[CheckName.ANSWERS] is found[CheckName.PARITY] is Outcome.FAILED
    assert found[CheckName.MODEL] is found[CheckName.ONNXRUNTIME] is Outcome.PASSED
