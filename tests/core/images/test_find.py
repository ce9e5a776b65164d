"""Folders are searched for images, what a user names is taken as named."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from core.images import find_images
from tests.core.images.dicoms import dicom
from tests.core.images.samples import gradient


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    for name in ("b.JPG", "a.png", "notes.txt", ".hidden.jpg", "sub/c.heic", ".git/d.jpg", "z.tif"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    (tmp_path / "sub" / "IM0001").write_bytes(dicom(gradient()))
    (tmp_path / "sub" / "README").write_bytes(b"text")
    (tmp_path / "sub" / "folder.jpg").mkdir()
    return tmp_path


def test_a_folder_is_walked_in_order(clinic: Path) -> None:
    found = [path.relative_to(clinic).as_posix() for path in find_images([clinic])]
    assert found == ["a.png", "b.JPG", "sub/IM0001", "sub/c.heic", "z.tif"]


def test_files_are_taken_as_named(clinic: Path) -> None:
    named = [clinic / "notes.txt", clinic / "missing.jpg", Path("nul\0"), clinic / ".hidden.jpg"]
    assert list(find_images(named)) == named


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_links_in_a_circle(clinic: Path) -> None:
    (clinic / "sub" / "up").symlink_to(clinic)
    (clinic / "dead.jpg").symlink_to(clinic / "nowhere")
    os.mkfifo(clinic / "fifo.jpg")
    assert len(list(find_images([clinic]))) == 5


def test_a_closed_folder_counts_as_empty(clinic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("core.images.find.os.scandir", refuse)
    assert list(find_images([clinic])) == []
