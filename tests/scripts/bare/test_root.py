"""A bare system that cannot be made is told of in one sentence, and not taken for one later."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from scripts.bare import root as bare


def unreachable(command: Sequence[str], **_: object) -> None:
    Path(command[-2]).mkdir()  # debootstrap begins before it finds out
    raise subprocess.CalledProcessError(1, command)


def test_a_mirror_that_cannot_be_reached_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bare, "lacks", str)
    monkeypatch.setattr("subprocess.run", unreachable)
    for _ in range(2):
        with pytest.raises(SystemExit, match=rf"could not be made from {bare.MIRROR}; .*\.$"):
            bare.Root.made(tmp_path / "bare", ["xauth"])


def test_what_a_machine_lacks_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bare, "lacks", lambda: "root")
    with pytest.raises(SystemExit, match="it needs root"):
        bare.Root.made(tmp_path / "bare", [])
