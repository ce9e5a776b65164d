"""The window's table of what a policy touches fits its actions, its settings and core's rules."""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum

import pytest

from core.policy.fixable import FIXABLE
from core.policy.policy import Feature, Policy
from desktop.policy.table import FIXED, SWITCHED_OFF, held_actions, hidden_actions
from desktop.shell.action_table import ACTIONS
from desktop.shell.settings import Settings, SettingsStore

KNOWN = {spec.id for spec in ACTIONS}
# What Qt, the window or the user's own history writes, not administrators.
_THEIR_OWN = {
    *("atlas_build", "batch", "folder", "geometry", "isic", "lock_secret", "panes", "profile"),
    *("progress", "quiz", "quiz_atlas", "recent"),
}


def test_every_feature_and_every_fixed_setting_knows_its_actions() -> None:
    assert SWITCHED_OFF.keys() == set(Feature)
    assert FIXED.keys() <= FIXABLE.keys()
    for names in (*SWITCHED_OFF.values(), *FIXED.values()):
        assert set(names) <= KNOWN


def test_every_action_that_a_setting_belongs_to_is_held() -> None:
    held = held_actions(Policy(settings={"theme": "dark", "thorough": True, "clinic": "A"}))
    assert held == {"theme_system", "theme_light", "theme_dark", "thorough"}
    assert hidden_actions(Policy(without=frozenset({Feature.ARCHIVE}))) == {"archive"}
    assert hidden_actions(Policy(without=frozenset({Feature.ISIC}))) == {"isic_atlas"}


def test_administrators_can_fix_every_setting_that_is_no_memory() -> None:
    assert FIXABLE.keys() == {field.name for field in fields(Settings)} - _THEIR_OWN


@pytest.mark.parametrize("name", FIXABLE)
def test_core_allows_what_the_window_takes(name: str) -> None:
    rule, default = FIXABLE[name], getattr(Settings(), name)
    if isinstance(default, StrEnum):
        assert rule.choices == tuple(type(default))
        assert all(map(rule.allows, rule.choices))
    else:
        assert rule.kind is type(default)
        assert rule.allows(default)
    if rule.kind is int:
        SettingsStore().change(**{name: rule.most})
        with pytest.raises(ValueError, match=str(rule.most + 1)):
            SettingsStore().change(**{name: rule.most + 1})
