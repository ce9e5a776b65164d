from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from core.explain.heatmap import DEFAULT_OPACITY, ColourMap
from core.explain.methods import METHODS
from core.model import STATEMENT as STATEMENT_OF_THE_CARD
from core.model import DeviceRequest
from core.policy.policy import Policy, closed
from core.trust.interpretation import DEFAULT_OPERATING_POINT
from desktop.shell.settings import Settings, SettingsStore
from desktop.shell.statement import STATEMENT
from desktop.shell.wishes import METHOD_NAMES, DeviceWish, HeatColours, HeatMethod, ThemeChoice


def backend(folder: Path) -> QSettings:
    return QSettings(str(folder / "lentigo.ini"), QSettings.Format.IniFormat)


def test_what_is_changed_is_read_again(tmp_path: Path) -> None:
    first = SettingsStore(backend(tmp_path))
    first.change(
        theme=ThemeChoice.DARK,
        heat_visible=False,
        heat_opacity=30,
        folder="/some/where",
        case_mix="mel=0.25,nv=0.75",
        thorough=True,
        geometry=b"\x00\x01\xff",
    )
    assert SettingsStore(backend(tmp_path)).current == first.current


@pytest.mark.expected_logs(
    "theme is not usable", "heat_opacity is not", "heat_visible is not", "case_mix is not"
)
def test_what_cannot_be_used_means_the_default(tmp_path: Path) -> None:
    file = backend(tmp_path)
    file.setValue("theme", "plaid")
    file.setValue("heat_opacity", 400)
    file.setValue("heat_visible", "perhaps")
    file.setValue("case_mix", "mel=a lot")
    file.setValue("filmstrip", "false")
    assert SettingsStore(file).current == Settings(filmstrip=False)


def test_an_override_is_forgotten(tmp_path: Path) -> None:
    store = SettingsStore(backend(tmp_path))
    store.override(theme=ThemeChoice.DARK)
    assert store.current.theme is ThemeChoice.DARK
    assert SettingsStore(backend(tmp_path)).current.theme is ThemeChoice.SYSTEM


@given(st.integers())
def test_opacity_is_a_share(opacity: int) -> None:
    if 0 <= opacity <= 100:
        assert Settings(heat_opacity=opacity).heat_opacity == opacity
    else:
        with pytest.raises(ValueError, match="Opacity"):
            Settings(heat_opacity=opacity)


def test_what_stands_twice_says_the_same() -> None:
    """Importing the originals would delay the window."""
    assert [str(one) for one in HeatColours] == [str(one) for one in ColourMap]
    assert {str(one): name for one, name in METHOD_NAMES.items()} == {
        str(one): described.name for one, described in METHODS.items()
    }
    assert set(METHOD_NAMES) == set(HeatMethod)
    assert [str(one) for one in DeviceWish] == [str(one) for one in DeviceRequest]
    assert Settings().heat_opacity == DEFAULT_OPACITY * 100
    assert Settings().operating_point == DEFAULT_OPERATING_POINT
    assert STATEMENT == STATEMENT_OF_THE_CARD


def test_what_is_fixed_stands_over_what_is_kept_and_cannot_be_changed(tmp_path: Path) -> None:
    SettingsStore(backend(tmp_path)).change(theme=ThemeChoice.LIGHT, heat_opacity=10)
    fixed = Policy("here", settings={"theme": "dark", "commit_first": True, "lock_minutes": 5})
    store = SettingsStore(backend(tmp_path), policy=fixed)
    store.change(theme=ThemeChoice.LIGHT, lock_minutes=0, heat_opacity=20)
    store.override(commit_first=False)
    current = store.current
    assert (current.theme, current.lock_minutes, current.commit_first) == ("dark", 5, True)
    assert current.heat_opacity == 20
    # Without the policy, the user's own choice is there again.
    assert SettingsStore(backend(tmp_path)).current.theme is ThemeChoice.LIGHT


@pytest.mark.expected_logs("case_mix is not usable")
def test_a_value_that_only_the_window_can_judge_is_left_out() -> None:
    store = SettingsStore(policy=Policy("here", settings={"case_mix": "mel=a lot"}))
    assert store.current.case_mix == ""


def test_under_a_broken_policy_settings_stay_as_they_are(tmp_path: Path) -> None:
    SettingsStore(backend(tmp_path)).change(theme=ThemeChoice.DARK)
    store = SettingsStore(backend(tmp_path), policy=closed("here", "It cannot be read."))
    store.change(theme=ThemeChoice.LIGHT, folder="/some/where")
    assert (store.current.theme, store.current.folder) == ("dark", "/some/where")


def test_administrators_can_give_defaults_that_users_may_change(tmp_path: Path) -> None:
    """What QSettings' system scope is for: `/etc/xdg`, or HKEY_LOCAL_MACHINE."""
    ini, user, system = QSettings.Format.IniFormat, QSettings.Scope.UserScope, tmp_path / "system"
    QSettings.setPath(ini, QSettings.Scope.SystemScope, str(system))
    QSettings.setPath(ini, user, str(tmp_path / "user"))
    QSettings(ini, QSettings.Scope.SystemScope, "Lentigo-test", "Lentigo").setValue("clinic", "A")
    store = SettingsStore(QSettings(ini, user, "Lentigo-test", "Lentigo"))
    assert store.current.clinic == "A"
    store.change(clinic="B")
    del store
    again = SettingsStore(QSettings(ini, user, "Lentigo-test", "Lentigo"))
    assert again.current.clinic == "B"
