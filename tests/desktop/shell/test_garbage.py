"""When garbage is looked for, and among what."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from desktop.shell.garbage import let_lie, spare_what_stays, sweep, uncollected


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


class Knot:
    """Holds on to itself: only the collector can tell that nobody else does."""

    def __init__(self) -> None:
        self.itself = self


def test_what_was_there_at_the_start_is_spared_until_it_is_swept() -> None:
    let_lie()
    assert not gc.isenabled()
    there = Knot()
    spare_what_stays()
    assert gc.isenabled()
    came = Knot()
    known = weakref.ref(there), weakref.ref(came)
    del there, came
    gc.collect()
    assert known[0]() is not None
    assert known[1]() is None
    sweep()
    assert known[0]() is None
    assert gc.isenabled()
