"""Outlines surround the lesion, on light and on dark."""

from __future__ import annotations

import numpy as np

from desktop.followup.outlines import outline_rgba


def test_the_line_runs_around_and_leaves_the_inside_free() -> None:
    mask = np.zeros((40, 60), np.bool_)
    mask[10:30, 15:45] = True
    drawn = outline_rgba(mask)
    assert drawn.shape == (40, 60, 4)
    assert drawn[20, 30, 3] == 0
    assert drawn[0, 0, 3] == 0
    assert tuple(drawn[20, 14]) == (255, 255, 255, 255)
    assert drawn[20, 13, 0] < 50
    assert drawn[20, 15, 0] < 50


def test_no_lesion_has_no_outline() -> None:
    assert not outline_rgba(np.zeros((20, 20), np.bool_)).any()
