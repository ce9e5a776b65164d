"""The command says in a sentence why there is no page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.performance import __main__ as command
from benchmarks.performance.rows import Section
from benchmarks.rivals.unavailable import Unavailable
from tests.core.tiny import tiny_bundle


def silent(*_: object) -> Iterator[Section]:
    yield from ()
    raise Unavailable("PyTorch does not answer: killed.")


def test_who_falls_silent_is_named_and_no_page_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LENTIGO_MODEL", str(tmp_path / "model"))
    tiny_bundle(tmp_path / "model")
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "0")
    monkeypatch.setattr(command, "measured", silent)
    page, figures = tmp_path / "page.md", tmp_path / "figures.json"
    assert command.main(["--page", str(page), "--figures", str(figures)]) == 1
    assert capsys.readouterr().err == "PyTorch does not answer: killed. Nothing is written.\n"
    assert os.environ["CUDA_VISIBLE_DEVICES"] == "-1"  # nobody is compared with a GPU
    assert not page.exists()
    assert not figures.exists()
