"""The decisions after a failure, without a process."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.engine.recovery import GiveUp, Recovery, Retry
from core.engine.settings import EngineSettings
from core.errors import BundleMissing, DeviceUnavailable, EngineUnavailable, InferenceError
from core.model import DeviceChoice, DeviceRequest
from core.results import Device

SETTINGS = EngineSettings(model=Path("model"), device=DeviceRequest.AUTO)
ON_CPU = DeviceChoice(Device.CPU, "a processor", "No GPU.")


@given(st.lists(st.sampled_from(["answer", "end", "retried", "skipped"]), max_size=40))
def test_it_ends_exactly_after_three_of_a_kind_in_a_row(history: list[str]) -> None:
    recovery = Recovery(SETTINGS)
    ended = skipped = 0
    for what in history:
        decision: Retry | GiveUp = Retry("")
        if what == "answer":
            recovery.note_answer()
            ended = skipped = 0
        elif what == "end":
            decision, ended = recovery.after_end("It ended."), ended + 1
        else:
            skipped += what == "skipped"
            decision = recovery.after_end_at_work("It ended.", skipped=what == "skipped")
        assert isinstance(decision, GiveUp) == (max(ended, skipped) >= 3)
        if isinstance(decision, GiveUp):
            assert isinstance(decision.error, EngineUnavailable)
            return


@pytest.mark.parametrize("error", [BundleMissing("no model"), DeviceUnavailable("no runtime")])
def test_what_no_second_start_cures_is_given_up_at_once(
    error: BundleMissing | DeviceUnavailable,
) -> None:
    recovery = Recovery(replace(SETTINGS, device=DeviceRequest.CPU))
    assert recovery.after_refused_start(error) == GiveUp(error)


def test_a_gpu_that_was_never_there_is_not_blamed() -> None:
    recovery = Recovery(SETTINGS)
    assert recovery.devices.chosen(ON_CPU) == ON_CPU
    recovery.after_end("It ended.")
    recovery.after_end("It ended.")
    assert recovery.devices.settings == SETTINGS
    assert recovery.devices.news() is None


def test_the_fall_back_is_told_once_and_stays_the_reason() -> None:
    recovery = Recovery(SETTINGS)
    recovery.after_gpu_failure(InferenceError("Out of memory."))
    assert recovery.devices.settings.device is DeviceRequest.CPU
    news = recovery.devices.news()
    assert news is not None
    assert "Out of memory." in news
    assert recovery.devices.news() is None
    assert recovery.devices.chosen(ON_CPU).reason == news


def test_settings_refuse_what_makes_no_sense() -> None:
    with pytest.raises(ValueError, match="must be positive"):
        replace(SETTINGS, deadline_s=0)
