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
