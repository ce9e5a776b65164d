"""The same is done to both, and both have it."""

from __future__ import annotations

import pytest

from benchmarks.vault import practices, report
from tests.core.cases.vault.sealed_cases import make_cheap


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    make_cheap(monkeypatch)


def test_one_is_sealed_and_one_is_not() -> None:
    with practices() as both:
        plain, sealed = both
        assert not plain.store.address.sealed
        assert sealed.store.address.sealed
        for practice in both:
            for way in practice.ways().values():
                way()
            health = practice.store.examine(deep=True)
            assert (health.good, health.images) == (True, 2)


def test_it_says_what_it_measured() -> None:
    said: list[str] = []
    report(lesions=10, rounds=1, say=said.append)
    assert len(said) == 14
