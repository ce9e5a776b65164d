from __future__ import annotations

import pytest

from core.trust.patient import AgeGroup, age_group, site_words


@pytest.mark.parametrize(
    ("years", "group"),
    [(0, "under 30"), (29.9, "under 30"), (30, "30 to 49"), (50, "50 to 69"), (70, "70 and over"),
     (101, "70 and over")],
)  # fmt: skip
def test_each_age_has_one_group(years: float, group: str) -> None:
    assert age_group(years) == AgeGroup(group)


def test_sites_are_said_as_people_say_them() -> None:
    assert [site_words(site) for site in ("lower extremity", "back")] == ["leg", "back"]
