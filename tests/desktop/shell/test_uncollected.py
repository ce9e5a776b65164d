"""The garbage collector rests meanwhile, and is afterwards as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from desktop.shell.uncollected import uncollected


@pytest.fixture(autouse=True)
def awake() -> Iterator[None]:
    before = gc.isenabled()
    gc.enable()
    yield
    (gc.enable if before else gc.disable)()


def break_within() -> None:
    with uncollected():
        assert not gc.isenabled()
        raise ValueError("broken")


def test_it_rests_and_wakes_also_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"):
        break_within()
    assert gc.isenabled()


def test_who_had_it_rest_before_goes_on_with_that() -> None:
    gc.disable()
    with uncollected():
        assert not gc.isenabled()
    assert not gc.isenabled()
