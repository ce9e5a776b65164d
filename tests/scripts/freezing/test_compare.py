"""Two builds of one commit are compared, file by file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scripts.freezing import compare


@pytest.fixture
def builds(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders that are alike."""
    for name in ("one", "other"):
        folder = tmp_path / name / "inner"
        folder.mkdir(parents=True)
        (folder / "file").write_bytes(b"same")
        (folder / "link").symlink_to("file")
        for path in (folder / "file", folder / "link", folder, folder.parent):
            os.utime(path, (1, 1), follow_symlinks=False)
    return tmp_path / "one", tmp_path / "other"


def test_what_is_alike_does_not_differ(builds: tuple[Path, Path]) -> None:
    assert compare.differences(*builds) == {}


def change_content(folder: Path) -> None:
    (folder / "inner" / "file").write_bytes(b"else")
    os.utime(folder / "inner" / "file", (1, 1))


def change_date(folder: Path) -> None:
    os.utime(folder / "inner" / "file", (2, 2))


def change_mode(folder: Path) -> None:
    (folder / "inner" / "file").chmod(0o700)


def change_link(folder: Path) -> None:
    (folder / "inner" / "link").unlink()
    (folder / "inner" / "link").symlink_to("nowhere")


def add_link(folder: Path) -> None:
    (folder / "inner" / "more").symlink_to("nowhere")


@pytest.mark.parametrize(
    ("change", "name", "words"),
    [
        (change_content, "inner/file", "holds something else"),
        (change_date, "inner/file", "bears another date"),
        (change_mode, "inner/file", "may be used otherwise"),
        (change_link, "inner/link", "leads elsewhere"),
        (add_link, "inner/more", "only in"),
    ],
)
def test_every_difference_is_told(
    builds: tuple[Path, Path], change: object, name: str, words: str
) -> None:
    assert callable(change)
    change(builds[1])
    found = compare.differences(*builds)
    assert found.keys() == {name}
    assert found[name].startswith(words)


def test_only_what_is_not_known_is_strange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare, "KNOWN", {"_internal/*.zip": "bears the time"})
    found = {"_internal/base.zip": "holds something else", "lentigo": "holds something else"}
    assert compare.unexplained(found).keys() == {"lentigo"}
