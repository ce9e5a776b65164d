"""A server on this computer that speaks the ISIC archive's API."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from PIL import Image

Answer = tuple[int, dict[str, str], bytes]


def picture(number: int) -> bytes:
    data = BytesIO()
    Image.new("RGB", (32, 24), (number * 7 % 256, 90, number * 31 % 256)).save(data, "JPEG")
    return data.getvalue()


def image(number: int, *, licence: str = "CC-0", **clinical: Any) -> dict[str, Any]:
    """One image as the archive describes it; the server fills in its address."""
    said = {
        "diagnosis_1": "Benign",
        "diagnosis_3": "Nevus",
        "age_approx": 45,
        "sex": "female",
        "anatom_site_general": "posterior torso",
        "diagnosis_confirm_type": "histopathology",
        "lesion_id": f"IL_{number}",
        "fitzpatrick_skin_type": "II",
    }
    return {
        "isic_id": f"ISIC_{number:07}",
        "copyright_license": licence,
        "attribution": f"Hospital {number}",
        "public": True,
        "metadata": {
            "clinical": {**said, **clinical},
            "acquisition": {"image_type": "dermoscopic", "pixels_x": 32, "pixels_y": 24},
        },
    }


class Archive:
    """What the server has, and what it was asked."""

    def __init__(self, images: list[dict[str, Any]], *, page: int = 3) -> None:
        self.images = images
        self.page = page
        self.asked: list[str] = []
        self.odd: dict[str, Callable[[], Answer | None]] = {}
        """By path; None where the usual answer shall come after all."""
        self.url = ""

    @property
    def api(self) -> str:
        return f"{self.url}/api/v2"

    @property
    def queries(self) -> list[str]:
        found = (parse_qs(urlsplit(one).query).get("query", [""])[0] for one in self.asked)
        return [query for query in found if query]

    def answer(self, target: str) -> Answer:
        self.asked.append(target)
        parts = urlsplit(target)
        odd = self.odd.get(parts.path)
        given = odd() if odd is not None else None
        if given is not None:
            return given
        if parts.path == "/api/v2/images/search/":
            return self._page(parse_qs(parts.query))
        if parts.path.startswith("/files/"):
            return 200, {"Content-Type": "image/jpeg"}, picture(int(parts.path[7:]))
        return 404, {}, b"{}"

    def _page(self, query: dict[str, list[str]]) -> Answer:
        start = int(base64.b64decode(query.get("cursor", ["MA=="])[0]))
        end = start + self.page
        cursor = base64.b64encode(str(end).encode()).decode()
        onward = urlencode({"cursor": cursor, "query": query.get("query", [""])[0]})
        # As behind a proxy: the address is not that by which the archive is reached.
        onward = f"http://inner.example/api/v2/images/search/?{onward}"
        body = {
            "count": len(self.images) if start == 0 else None,
            "next": onward if end < len(self.images) else None,
            "previous": None,
            "results": [self._filled(one) for one in self.images[start:end]],
        }
        return 200, {"Content-Type": "application/json"}, json.dumps(body).encode()

    def _filled(self, one: dict[str, Any]) -> dict[str, Any]:
        number = int(one["isic_id"][5:])
        full = {"url": f"{self.url}/files/{number}", "size": len(picture(number))}
        return {"files": {"full": full, "thumbnail_256": full}, **one}


@contextmanager
def serving(archive: Archive) -> Iterator[Archive]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, headers, body = archive.answer(self.path)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    archive.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield archive
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
