"""The guard against connections, shown what it must see and what it must let pass."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guards.offline import offline

ELSEWHERE = ("192.0.2.1", 9)  # nobody's, by RFC 5737


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "asked.txt"


def test_a_connection_is_refused_and_fails_the_test_even_if_swallowed(log: Path) -> None:
    with (
        pytest.raises(AssertionError, match=r"socket\.connect 192\.0\.2\.1"),
        offline(log),
        socket.socket() as caller,
        pytest.raises(PermissionError),
    ):
        caller.connect(ELSEWHERE)


def test_so_does_looking_a_name_up(log: Path) -> None:
    with (
        pytest.raises(AssertionError, match=r"getaddrinfo example\.invalid"),
        offline(log),
        pytest.raises(PermissionError),
    ):
        socket.getaddrinfo("example.invalid", 443)


def test_what_is_not_connected_is_seen_too(log: Path) -> None:
    with (
        pytest.raises(AssertionError, match="sendto"),
        offline(log),
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams,
        pytest.raises(PermissionError),
    ):
        datagrams.sendto(b"?", ELSEWHERE)


def test_processes_that_it_starts_are_watched(log: Path) -> None:
    code = f"import socket\ntry: socket.create_connection({ELSEWHERE}, 1)\nexcept OSError: pass"
    with pytest.raises(AssertionError, match="192"), offline(log):
        subprocess.run([sys.executable, "-c", code], check=True)


def test_a_server_of_the_test_itself_can_be_allowed(log: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = server.getsockname()
        with offline(log, local_servers=True), socket.create_connection(address, timeout=5):
            pass
        with pytest.raises(AssertionError), offline(log), pytest.raises(PermissionError):
            socket.create_connection(address, timeout=5)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other ones")
def test_pipes_and_sockets_that_are_files_are_no_network(log: Path, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(str(tmp_path / "s"))
        server.listen()
        with offline(log):
            client.connect(str(tmp_path / "s"))


def test_afterwards_nothing_is_watched(log: Path) -> None:
    with offline(log):
        pass
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()
