from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop.progress.wish import Span, Wish

NOW = datetime(2026, 5, 20, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "wish", [Wish(), Wish(Span.MONTH), Wish(atlas="A / B"), Wish(Span.YEAR, "Ward")]
)
def test_it_is_remembered_as_it_was(wish: Wish) -> None:
    assert Wish.read(wish.written) == wish


@pytest.mark.parametrize("written", ["", "nonsense", "decade/Ward"])
def test_what_cannot_be_read_is_everything(written: str) -> None:
    assert Wish.read(written) == Wish()


def test_a_span_begins_with_a_whole_day() -> None:
    since = Wish(Span.WEEK, "Ward").scope(NOW).since
    assert since is not None
    assert since.hour == since.minute == 0
    assert timedelta(days=6) <= NOW - since < timedelta(days=7)
    assert Wish(atlas="Ward").scope(NOW).since is None
    assert Wish(Span.WEEK, "Ward").scope(NOW).atlas == "Ward"
