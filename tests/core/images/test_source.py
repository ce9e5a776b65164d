"""A path may name anything; none of it may hold us up."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from core.errors import AccessDenied, FileMissing, ImageTooLarge, NotAFile
from core.images.limits import Limits
from core.images.source import read_bytes
from tests.platforms import needs_devices


def read(path: Path, limit: int = 1000) -> bytes:
    return read_bytes(path, limits=Limits(max_bytes=limit))


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "Käse ☺.jpg"
    path.write_bytes(b"abc")
    assert read(path) == b"abc"
    assert read(path, 3) == b"abc"
    with pytest.raises(ImageTooLarge):
        read(path, 2)


@pytest.mark.parametrize(
    "name", ["none.jpg", "none/none.jpg", "x" * 300, "nul\0.jpg", "\ud800.jpg"]
)
def test_what_cannot_be_there_is_missing(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileMissing) as caught:
        read(tmp_path / name)
    assert name.partition("/")[0] in str(caught.value.value)


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NotAFile, match="a folder"):
        read(tmp_path)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileMissing):
        read(tmp_path / "file" / "below")


@needs_devices
def test_devices_pipes_and_sockets_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.jpg")
    server = socket.socket(socket.AF_UNIX)
    before = Path.cwd()
    try:
        os.chdir(tmp_path)  # the names of sockets are short
        server.bind("socket.jpg")
        for path in ("/dev/zero", "/dev/null", "/dev/stdin", "fifo.jpg", "socket.jpg"):
            with pytest.raises((NotAFile, FileMissing)):
                read(Path(path))
    finally:
        os.chdir(before)
        server.close()


@needs_devices
def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop.jpg").symlink_to(tmp_path / "loop.jpg")
    with pytest.raises(FileMissing):
        read(tmp_path / "loop.jpg")


@needs_devices
def test_no_permission(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("nothing is forbidden to the administrator")
    path = tmp_path / "closed.jpg"
    path.write_bytes(b"abc")
    path.chmod(0)
    with pytest.raises(AccessDenied, match="permission"):
        read(path)


@pytest.mark.parametrize("number", ["EACCES", "EPERM", "EMFILE", "EIO"])
def test_every_refusal_of_the_system_has_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    import errno

    from core.errors import UnreadableImage

    path = tmp_path / "a.jpg"
    path.write_bytes(b"abc")

    def refuse(*_: object) -> int:
        raise OSError(getattr(errno, number), "no")

    monkeypatch.setattr("core.images.source.os.open", refuse)
    expected = UnreadableImage if number == "EIO" else AccessDenied
    with pytest.raises(expected, match=r"a\.jpg"):
        read(path)
