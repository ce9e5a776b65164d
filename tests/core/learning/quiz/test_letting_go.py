"""Long lists end in portions, so that other threads have their turn."""

from __future__ import annotations

import weakref

from core.learning.quiz.letting_go import let_go


class Portioned(list[object]):
    """Tells how many are let go of at once."""

    def __init__(self, many: int) -> None:
        super().__init__(object() for _ in range(many))
        self.at_once: list[int] = []

    def __delitem__(self, place: object) -> None:
        before = len(self)
        super().__delitem__(place)  # type: ignore[arg-type]  # whatever a list takes
        self.at_once.append(before - len(self))


class Thing:
    """Can be watched."""


def test_everything_goes_but_not_at_once() -> None:
    some = Portioned(2500)
    let_go(some)
    assert len(some) == 0
    assert some.at_once == [1000, 1000, 500]


def test_what_nobody_else_has_is_gone() -> None:
    kept, gone = Thing(), Thing()
    watched = [weakref.ref(kept), weakref.ref(gone)]
    things = [kept, gone]
    del gone
    let_go(things)
    assert [one() for one in watched] == [kept, None]
