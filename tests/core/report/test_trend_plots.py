from __future__ import annotations

import pytest

from core.report.trend_plots import _beside


@pytest.mark.parametrize(("right", "above"), [(0, True), (50, False), (100, False)])
def test_a_count_does_not_stand_among_the_axis(right: float, *, above: bool) -> None:
    assert (_beside(right)[1] > 0) is above
