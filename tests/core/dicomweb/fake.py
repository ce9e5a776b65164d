"""An archive that knows one study, and keeps what it is sent."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from typing import ClassVar

import numpy as np
from pydicom import Dataset, dcmread
from pydicom.uid import UID

from tests.core.images.dicoms import dataset, written

STUDY, SERIES, IMAGE = "1.2.3.44", "1.2.3.44.5", "1.2.3.44.5.6"


def photo() -> bytes:
    pixels = np.random.default_rng(3).integers(0, 256, (40, 60, 3), dtype=np.uint8)
    made = dataset(
        pixels,
        Modality="DMS",
        PatientID="P-1",
        PatientName="Somebody^There",
        StudyDate="20261101",
        StudyInstanceUID=STUDY,
        SeriesInstanceUID=SERIES,
    )
    made.file_meta.MediaStorageSOPInstanceUID = made.SOPInstanceUID = UID(IMAGE)
    return written(made)


class FakeArchive(BaseHTTPRequestHandler):
    """Knows one study with one picture; takes what it gets."""

    stored: ClassVar[list[Dataset]] = []
    asked: ClassVar[list[str]] = []
    gate: ClassVar[threading.Event] = threading.Event()

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.gate.wait(20)
        if f"/instances/{IMAGE}" in self.path:
            head = b"--x\r\nContent-Type: application/dicom\r\n\r\n"
            kind = 'multipart/related; type="application/dicom"; boundary=x'
            self._answer(head + photo() + b"\r\n--x--", kind)
        elif "/instances" in self.path:
            said = {"00080060": "DMS", "0020000E": SERIES, "00080018": IMAGE}
            found = {tag: value(one) for tag, one in said.items()}
            self._json([found] if self.path.endswith("offset=0") else [])
        else:
            name = {"vr": "PN", "Value": [{"Alphabetic": "Somebody^There"}]}
            self._json([{"0020000D": value(STUDY), "00100020": value("P-1"), "00100010": name,
                         "00080020": value("20261101"), "00201208": value(1)}])  # fmt: skip

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        start = body.index(b"\r\n\r\n") + 4
        self.stored.append(dcmread(BytesIO(body[start:]), force=True))
        self._json({})

    def _json(self, content: object) -> None:
        self._answer(json.dumps(content).encode(), "application/dicom+json")

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def value(one: object) -> dict[str, object]:
    return {"vr": "LO", "Value": [one]}


@contextmanager
def serving() -> Iterator[str]:
    web = HTTPServer(("127.0.0.1", 0), FakeArchive)
    thread = threading.Thread(target=web.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{web.server_port}/dicom-web"
    finally:
        FakeArchive.gate.set()
        web.shutdown()
        thread.join()
        web.server_close()
