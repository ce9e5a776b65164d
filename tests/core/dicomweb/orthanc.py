"""A real archive of the test's own: Orthanc with DICOMweb, in a folder of its own."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

USER, PASSWORD = "lentigo", "secret"
_PLUGIN = Path("/usr/share/orthanc/plugins/libOrthancDicomWeb.so")
_START_S = 120.0


def program() -> str | None:
    """Find the server; Debian keeps it where only the administrator looks."""
    found = shutil.which("Orthanc") or shutil.which("Orthanc", path="/usr/sbin")
    return found if _PLUGIN.exists() else None


@contextmanager
def running_archive(folder: Path) -> Iterator[str]:
    """Run the server, and give the address of its services."""
    executable, port = program(), _free_port()
    assert executable is not None
    (folder / "orthanc.json").write_text(json.dumps(_settings(folder, port)))
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [executable, folder / "orthanc.json"], stdout=log, stderr=subprocess.STDOUT
        )
        try:
            url = f"http://127.0.0.1:{port}/dicom-web"
            _wait(url, server, folder / "log")
            yield url
        finally:
            server.terminate()
            server.wait()


def _settings(folder: Path, port: int) -> dict[str, object]:
    return {
        "Name": "LENTIGO",
        "HttpPort": port,
        "DicomServerEnabled": False,
        "RemoteAccessAllowed": False,
        "AuthenticationEnabled": True,
        "RegisteredUsers": {USER: PASSWORD},
        "StorageDirectory": str(folder / "storage"),
        "IndexDirectory": str(folder / "storage"),
        "Plugins": [str(_PLUGIN)],
        "DicomWeb": {"Enable": True, "Root": "/dicom-web/"},
    }


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _wait(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _START_S
    while time.monotonic() < deadline and server.poll() is None:
        try:
            requests.get(f"{url}/studies", auth=(USER, PASSWORD), timeout=10).raise_for_status()
        except requests.RequestException:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(log.read_text(errors="replace"))
