"""What `docs/followup.md` says of real images, on a sample of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import AreaUncertain, FollowUpError, NotRegistrable
from core.followup.alignment import Alignment
from core.followup.area import OUTLINE_ERROR, area_change, lesion_area
from core.followup.registration import register
from tests.core.followup.real_pairs import mask, pairs, pixels
from tests.core.followup.warping import gap, grid, photographed, similarity

pytestmark = pytest.mark.slow  # the small synthetic ones are tried by every `make test`


def test_known_movements_of_real_images_are_found(shared_data: Path) -> None:
    rng = np.random.default_rng(4)
    gaps = []
    for name, _ in pairs(shared_data):
        older = pixels(shared_data, name)
        matrix = similarity(
            older,
            degrees=rng.uniform(-180, 180),
            scale=float(np.exp(rng.uniform(-0.5, 0.5))),
            shift=(rng.uniform(-30, 30), rng.uniform(-20, 20)),
        )
        newer = photographed(older, matrix, light=rng.uniform(0.8, 1.15))
        try:
            found = register(older, newer)
        except NotRegistrable:
            continue
        moved = grid(older) @ matrix[:, :2].T + matrix[:, 2]
        gaps.append(gap(found.to_older(moved), grid(older)))
    assert len(gaps) >= 0.9 * len(pairs(shared_data))
    assert np.median(gaps) < 0.15
    assert max(gaps) < 1


def test_most_images_of_one_lesion_are_aligned_and_none_of_different_lesions(
    shared_data: Path,
) -> None:
    chosen = pairs(shared_data)
    same = [register_or_none(shared_data, *names) for names in chosen]
    assert sum(found is not None for found in same) >= 0.75 * len(chosen)
    turned = [*chosen[1:], chosen[0]]
    for (older, _), (_, newer) in zip(chosen, turned, strict=True):
        assert register_or_none(shared_data, older, newer) is None, (older, newer)


def test_changes_of_area_agree_with_the_experts_outlines(shared_data: Path) -> None:
    errors = []
    for older, newer in pairs(shared_data):
        alignment = register_or_none(shared_data, older, newer)
        try:
            change = area_change(
                lesion_area(pixels(shared_data, older)),
                lesion_area(pixels(shared_data, newer)),
                alignment=alignment,
            )
        except AreaUncertain:
            continue
        assert alignment is not None
        experts = [mask(shared_data, name).sum() for name in (older, newer)]
        true = experts[1] * alignment.scale**2 / experts[0]
        errors.append(abs(np.log(change.ratio / true)))
    assert len(errors) > 5
    assert np.quantile(errors, 0.9) < np.log(1 + OUTLINE_ERROR)


def register_or_none(shared_data: Path, older: str, newer: str) -> Alignment | None:
    try:
        return register(pixels(shared_data, older), pixels(shared_data, newer))
    except FollowUpError:
        return None
