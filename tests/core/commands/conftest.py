"""A tiny model, an image, and the command line that answers about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from core import cli
from tests.core.commands.calls import Run, write_image
from tests.core.tiny import tiny_bundle


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_bundle(tmp_path_factory.mktemp("bundle") / "model").folder


@pytest.fixture
def image(tmp_path: Path) -> Path:
    return write_image(tmp_path / "lesion.jpg")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], model: Path) -> Run:
    def call(*arguments: object) -> tuple[int, str, str]:
        status = cli.main([*(str(argument) for argument in arguments), "--model", str(model)])
        return status, *capsys.readouterr()

    return call
