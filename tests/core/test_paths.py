"""Where the files that ship lie."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from core import paths


def test_a_checkout_holds_nobody_elses_licences() -> None:
    assert paths.licences_file() is None


@pytest.mark.parametrize(
    ("program", "page"),
    [
        ("lentigo/lentigo", "lentigo/licences/index.html"),
        (
            "Lentigo.app/Contents/MacOS/lentigo",
            "Lentigo.app/Contents/Resources/licences/index.html",
        ),
    ],
)
def test_a_build_has_them_beside_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, page: str
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / program))
    assert paths.licences_file() is None
    (tmp_path / page).parent.mkdir(parents=True)
    (tmp_path / page).write_text("licences", "utf-8")
    assert paths.licences_file() == (tmp_path / page).resolve()
