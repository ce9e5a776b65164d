"""``lentigo model``: said, installed, and gone back on."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.cli import main
from tests.core.model.signing import sign
from tests.core.tiny import tiny_bundle


def test_the_whole_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "data")
    monkeypatch.delenv("LENTIGO_MODEL", raising=False)
    assert main(["model", "info"]) == 0
    shipped = capsys.readouterr().out
    assert "not signed, in" in shipped
    assert main(["model", "back"]) == 2
    assert capsys.readouterr().err == "There is no former model to go back to.\n"
    source = tiny_bundle(tmp_path / "source").folder
    signature = sign(source)
    assert main(["model", "install", str(source)]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"Tiny 1, signed by Ward 3, key {signature.public_key}, in {tmp_path}")
    assert "to go back to: Lentigo" in told
    assert main(["model", "back"]) == 0
    assert capsys.readouterr().out == f"{shipped}to go back to: Tiny 1\n"
    assert main(["model", "install", str(tmp_path)]) == 2
    assert "There is no model in" in capsys.readouterr().err
