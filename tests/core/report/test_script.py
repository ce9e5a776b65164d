"""What cannot be printed is said; what can be is left as it is."""

from __future__ import annotations

import pytest

from core.report.pdf.script import settable
from core.report.pdf.style import BOLD, REGULAR, load_fonts


@pytest.fixture(autouse=True)
def _fonts() -> None:
    load_fonts()


@pytest.mark.parametrize(
    "words",
    ["", "Pasien mengeluh gatal.", "Jörg Müller, ασθενής, пациент", "3 µm ± 0.5\n→ “ok”", "a\tb"],
)
@pytest.mark.parametrize("font", [REGULAR, BOLD])
def test_what_the_fonts_know_stays(words: str, font: str) -> None:
    assert settable(words, font) == words


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("左", "[1 Chinese or Japanese character, not printable]"),
        ("Dr 李医生.", "Dr [3 Chinese or Japanese characters, not printable]."),
        ("痣\uff0c增大。", "[5 Chinese or Japanese characters, not printable]"),
        ("مريض، حكة", "[8 Arabic characters, not printable]"),
        ("שלום ok", "[4 Hebrew characters, not printable] ok"),
        ("한국", "[2 Korean characters, not printable]"),
        ("\x07", "[1 Unknown character, not printable]"),
    ],
)  # fmt: skip
def test_what_they_do_not_know_is_counted(words: str, printed: str) -> None:
    assert settable(words, REGULAR) == printed
