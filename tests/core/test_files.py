"""A file is the old one or the new one, never half of either."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from core.errors import OutputError
from core.files import read_plain, write_whole


def test_writes_into_folders_that_are_not_there_yet(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b.bin", b"content")
    assert (tmp_path / "a" / "b.bin").read_bytes() == b"content"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.bin"]


def test_a_write_that_fails_keeps_the_old_file_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"report\.html cannot be written: No space left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_a_file_where_a_folder_is_needed_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        write_whole(tmp_path / "file" / "out.png", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no umask")
def test_permissions_are_the_users_own_and_not_a_temporary_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "out.png", b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out.png").stat().st_mode) == 0o640


def test_an_interruption_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(descriptor: int) -> None:
        del descriptor
        raise KeyboardInterrupt

    (tmp_path / "a.png").write_bytes(b"old")
    monkeypatch.setattr("core.files.os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.png", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]
    assert (tmp_path / "a.png").read_bytes() == b"old"


def test_only_plain_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"content")
    assert read_plain(tmp_path / "file") == b"content"
    with pytest.raises(OSError, match="no plain file"):
        read_plain(tmp_path)
    with pytest.raises(FileNotFoundError):
        read_plain(tmp_path / "missing")
