"""A page of Gradio on this computer, asked through its HTTP interface as a browser asks it.

Behind it stands what is fastest here: Lentigo's own graph in ONNX Runtime, with the maps of all
classes in the same pass. So what this takes beyond Lentigo is what a page takes: bringing the file
to a server, its queue, and a heat map that comes back as a picture.
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import sys
import tempfile
import urllib.request
import uuid
from pathlib import Path
from typing import Any

# Nothing leaves this computer, not even by way of a proxy, and what is uploaded is removed.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["GRADIO_TEMP_DIR"] = tempfile.mkdtemp(prefix="lentigo-page-")
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1"
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import gradio
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from benchmarks.rivals.talk import GRAPH, Answer, Task, serve


def open_way(task: Task, way: str) -> Answer:  # noqa: ARG001 - there is one
    """Open the page, and ask it."""
    atexit.register(shutil.rmtree, os.environ["GRADIO_TEMP_DIR"], ignore_errors=True)
    session = onnxruntime.InferenceSession(task.folder / GRAPH)

    def classify(path: str) -> tuple[dict[str, float], NDArray[np.uint8]]:
        inputs = {"image": task.pixels(Path(path))[np.newaxis]}
        logits, maps = session.run(["logits", "heat_maps"], inputs)
        found = {str(code): one for code, one in enumerate(task.probabilities(logits[0]))}
        return found, drawn(maps[0][int(logits[0].argmax())])

    page = gradio.Interface(
        classify, gradio.Image(type="filepath"), [gradio.JSON(), gradio.Image()], api_name="ask"
    )
    page.launch(server_name="127.0.0.1", prevent_thread_lock=True, quiet=True, ssr_mode=False)
    return Asked(page.local_url.rstrip("/") + "/gradio_api").answer


def drawn(heat_map: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Turn the evidence for the finding into a small grey picture."""
    evidence = np.maximum(heat_map, 0)
    return np.asarray(255 * evidence / max(float(evidence.max()), 1e-9), np.uint8)


class Asked:
    """The page as a browser sees it.

    Parameters
    ----------
    address : str
        Of its interface.
    """

    def __init__(self, address: str) -> None:
        self._address = address

    def answer(self, path: Path) -> list[float]:
        """Send a file, wait for what is found, and fetch its heat map."""
        (sent,) = json.loads(self._get("/upload", *form_of(path)))
        given = {"data": [{"path": sent, "meta": {"_type": "gradio.FileData"}}]}
        headers = {"Content-Type": "application/json"}
        asked = json.loads(self._get("/call/ask", json.dumps(given).encode(), headers))
        found, picture = complete(self._get(f"/call/ask/{asked['event_id']}").decode())
        with urllib.request.urlopen(picture["url"]) as answer:  # noqa: S310 - our own server
            answer.read()
        return [found[code] for code in sorted(found, key=int)]

    def _get(
        self, place: str, content: bytes | None = None, headers: dict[str, str] | None = None
    ) -> bytes:
        request = urllib.request.Request(  # noqa: S310 - our own server
            self._address + place, content, headers or {}
        )
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own server
            return bytes(answer.read())


def form_of(path: Path) -> tuple[bytes, dict[str, str]]:
    """Write a file as a browser's form does."""
    line = uuid.uuid4().hex
    head = (
        f'--{line}\r\nContent-Disposition: form-data; name="files"; filename="{path.name}"\r\n'
        "Content-Type: image/jpeg\r\n\r\n"
    )
    content = head.encode() + path.read_bytes() + f"\r\n--{line}--\r\n".encode()
    return content, {"Content-Type": f"multipart/form-data; boundary={line}"}


def complete(events: str) -> list[Any]:
    """Find what the page says at last in the events that it sends.

    Raises
    ------
    ValueError
        If it never says it.
    """
    for event in events.split("\n\n"):
        if event.startswith("event: complete\n"):
            return list(json.loads(event.partition("data: ")[2]))
    raise ValueError(events)


if __name__ == "__main__":
    sys.exit(
        serve(open_way, f"Gradio {gradio.__version__}, ONNX Runtime {onnxruntime.__version__}")
    )
