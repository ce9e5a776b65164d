from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.language import Language, current, say, use
from core.language.languages import OFFERED, VARIABLE, named
from core.language.system import preferred

_SAY = "from core.language import say; print(say('There cannot be a file with this name.'))"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("id", Language.INDONESIAN),
        ("id_ID.UTF-8", Language.INDONESIAN),
        ("id-ID", Language.INDONESIAN),
        ("en_GB", Language.ENGLISH),
        ("x-long", Language.LONG),
        ("x", None),
        ("de_DE", None),
        ("", None),
    ],
)
def test_a_language_is_known_by_its_code(text: str, language: Language | None) -> None:
    assert named(text) is language


def test_people_are_offered_what_people_speak() -> None:
    assert OFFERED == (Language.ENGLISH, Language.INDONESIAN)


def test_processes_started_later_speak_the_same(root: Path) -> None:
    use(Language.INDONESIAN)
    assert current() is Language.INDONESIAN
    command = [sys.executable, "-c", _SAY]
    said = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=True)
    assert said.stdout.strip() == say("There cannot be a file with this name.")
    assert "berkas" in said.stdout


def test_the_environment_comes_before_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    assert preferred() is Language.ENGLISH
    monkeypatch.delenv(VARIABLE)
    assert preferred() is Language.INDONESIAN
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert preferred() is Language.ENGLISH


@pytest.mark.skipif(sys.platform == "win32", reason="which names it otherwise")
def test_a_system_that_says_nothing_means_english(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in (VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    assert preferred() is Language.ENGLISH


def test_english_reads_no_catalogue(root: Path) -> None:
    source = f"{_SAY}; import sys; sys.exit('gettext' in sys.modules)"
    subprocess.run([sys.executable, "-c", source], cwd=root, env=os.environ, check=True)
