from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.commands.parser_texts import parser_translated
from core.language import Language, speaking

SYSTEM = """
import locale, os

from core.commands.parser_texts import parser_translated
from core.language import Language, use

locale.setlocale(locale.LC_ALL, "C.UTF-8")  # as Qt does
use(Language.INDONESIAN)
with parser_translated():
    print(os.strerror(2))
print(os.strerror(2))
"""


def test_the_parser_speaks_and_the_environment_is_left_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Not a language that the system speaks: its library would keep what it has said so.
    monkeypatch.setenv("LANGUAGE", "tlh")
    monkeypatch.delenv("LC_ALL", raising=False)
    before = dict(os.environ)
    with speaking(Language.INDONESIAN), parser_translated():
        assert "pemakaian: " in argparse.ArgumentParser().format_help()
    assert "usage: " in argparse.ArgumentParser().format_help()
    assert dict(os.environ) == before


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no C.UTF-8")
def test_the_system_keeps_its_language(root: Path) -> None:
    command = [sys.executable, "-c", SYSTEM]
    said = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    assert said.stdout == "No such file or directory\n" * 2
