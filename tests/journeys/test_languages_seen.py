"""The whole window in each language: nothing is left in English, cut off or laid over another."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from core.cases.address import CaseAddress
from core.language import Language
from core.language.languages import OFFERED
from core.paths import examples_folder
from tests.desktop import tour
from tests.desktop.conftest import MakeWindow, Speak
from tests.desktop.fits import cut_off, overlapping, wait_for_layouts
from tests.desktop.texts import everything_said

USUAL, SMALLEST = (1100, 720), (720, 520)
SHOWN = (*OFFERED, Language.LONG, Language.MIRRORED)
SEEN = [
    *((language, SMALLEST) for language in SHOWN),
    # What fits into the smallest window nearly always fits here.
    *(pytest.param(language, USUAL, marks=pytest.mark.slow) for language in SHOWN),
]
Visit = Callable[[Language, tuple[int, int], Callable[[str], None]], None]
DATA = re.compile(
    r"\S+\.(jpg|csv|png|json)|"  # before what is a part of one
    r"Lentigo( \d\S*)?|try-out|Grad-CAM(\+\+)?|LayerCAM|Score-CAM|SmoothGrad|Viridis|"
    r"P-[0-9A-Z-]+|Anna Nó|Drawn set|Lesion \d|Mole|Has grown since spring\.|"
    r"Laboratory North|in situ|in…|"
    r"isic|photo|found|api\.isic-archive\.com|HAM10000|"
    r"float16|SHA-256|(ab)+|CC BY-NC|"
    r"English|Speak English|Bahasa &?Indonesia|Berbahasa Indonesia|"
    r"(Ctrl|Shift|Alt|Esc|PgUp|PgDown|Left|Right|Up|Down|F\d+|[A-Z])|mm²?|doi:\S+|"
    r"https://\S+|results"
)
"""What no language changes: names, and what keys are called."""


@pytest.fixture
def visit(make_window: MakeWindow, own_cases: CaseAddress, speak: Speak) -> Visit:
    """Have something looked at wherever the tour leads."""

    def go(language: Language, size: tuple[int, int], look: Callable[[str], None]) -> None:
        speak(language)
        window = make_window(engine=tour.engine(), settings=tour.settings())
        window.frame.window.resize(*size)
        for name in tour.tour(window, own_cases):
            wait_for_layouts(window.bot)
            look(name)
            assert window.frame.window.size().toTuple() == size, name

    return go


def left(text: str) -> str:
    """Return what stands outside of all brackets and is no data."""
    while (shorter := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = shorter
    return re.sub(rf"\b({DATA.pattern})(?!\w)", "", text.replace(str(examples_folder()), ""))


def test_every_text_goes_through_a_catalogue(
    visit: Visit,
) -> None:
    found: dict[str, str] = {}

    def look(name: str) -> None:
        for said in everything_said():
            if any(letter.isalpha() for letter in left(said.text)):
                found.setdefault(said.text, f"{name}: {said.where}")

    visit(Language.BRACKETED, USUAL, look)
    assert not found


@pytest.mark.parametrize(("language", "size"), SEEN)
def test_nothing_is_cut_off_or_covered(
    visit: Visit, language: Language, size: tuple[int, int]
) -> None:
    found: dict[str, str] = {}

    def look(name: str) -> None:
        found.update(dict.fromkeys([*cut_off(whole=not language.for_tests), *overlapping()], name))
        if language is Language.MIRRORED:
            lead_to_the_left(name)

    visit(language, size, look)
    assert not found


def lead_to_the_left(name: str) -> None:
    """See that the rail is at the right edge, and every field laid out from there."""
    (window,) = [one for one in seen() if one.objectName() == "lentigo"]
    rail = next(one for one in seen() if one.property("kind") == "rail" and not one.isWindow())
    edge = rail.mapTo(window, rail.rect().topRight()).x()
    fields = [one for one in seen() if isinstance(one, QLineEdit | QComboBox)]
    directions = {one.layoutDirection() for one in fields}
    assert edge == window.width() - 1, name
    assert directions <= {Qt.LayoutDirection.RightToLeft}, name


def seen() -> list[QWidget]:
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    inside = [child for one in windows for child in one.findChildren(QWidget)]
    return [*windows, *(one for one in inside if one.isVisible())]
