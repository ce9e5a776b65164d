"""The window with the real inference process, on phantoms: the whole way of a first use."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from core.batch.job import BatchJob
from core.cli import main
from core.model import Bundle, Card, save_bundle
from core.model.card import Network, Preprocessing
from core.paths import examples_folder
from core.taxonomy import HAM10000
from desktop.application import make_application
from desktop.composition import App, compose
from desktop.engine.client import EngineRequest, connect_engine
from desktop.look.entries import EntryState
from desktop.shell.frame import Frame
from desktop.shell.settings import SettingsStore
from desktop.shell.wishes import METHOD_NAMES, HeatMethod

_BLOCKS = ((1, 8), (1, 16))


def _weights() -> dict[str, NDArray[np.float32]]:
    """Make up the weights of the network; Keras itself stays in the engine's process."""
    shapes = {
        "block1_conv1": (3, 3, 3, 8),
        "block2_conv1": (3, 3, 8, 16),
        "logits": (16, 7),
    }
    random = np.random.default_rng(1)
    kernels = {
        f"{name}/kernel": random.normal(0, 0.1, shape).astype(np.float32)
        for name, shape in shapes.items()
    }
    biases = {f"{name}/bias": np.zeros(shape[-1], np.float32) for name, shape in shapes.items()}
    return kernels | biases


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    card = Card(
        name="tiny",
        version="1",
        created="2025-01-01",
        licence="none",
        network=Network(blocks=_BLOCKS),
        preprocessing=Preprocessing(height=32, width=32, mode="crop"),
        classes=HAM10000,
        data=(),
        heat_map_scale=0.1,
    )
    folder = tmp_path_factory.mktemp("model") / "bundle"
    return save_bundle(folder, card=card, weights=_weights(), licence="none")


@pytest.fixture
def app(bundle: Bundle, qtbot: QtBot) -> Iterator[App]:
    make_application()
    frame = Frame(SettingsStore())
    app = compose(frame, connect=connect_engine, request=EngineRequest(bundle.folder, "cpu"))
    qtbot.addWidget(frame.window)
    frame.window.show()
    yield app
    frame.window.close()


def test_phantoms_and_a_broken_file_in_the_real_window(
    app: App, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    app.start([examples_folder(), broken])
    qtbot.waitUntil(lambda: len(app.session.images) == 9)
    qtbot.waitUntil(lambda: app.session.unfinished == 0 and app.presenter.settled)
    states = [entry.state for entry in app.session.images]
    assert states == [EntryState.DONE] * 8 + [EntryState.FAILED]
    assert app.engine.status.card is not None
    assert app.engine.status.card.name == "tiny"
    assert app.place.picture.zoom > 0


@pytest.mark.parametrize("method", [HeatMethod.LAYER_CAM, HeatMethod.OCCLUSION])
def test_a_phantom_is_explained_and_looked_at_without_its_lesion(
    app: App, qtbot: QtBot, method: HeatMethod
) -> None:
    phantom = min(examples_folder().glob("*.jpg"))
    app.start([phantom])
    qtbot.waitUntil(lambda: len(app.session.images) == 1)
    qtbot.waitUntil(lambda: app.session.unfinished == 0 and app.presenter.settled)
    app.actions[f"method_{method}"].trigger()
    app.actions["next_versus"].trigger()
    app.actions["without_lesion"].trigger()
    assert not app.presenter.settled
    qtbot.waitUntil(lambda: app.presenter.settled)
    legend = app.place.tools.legend.accessibleDescription()
    assert legend.startswith(METHOD_NAMES[method])
    assert "rather than" in legend
    shown = app.presenter.shown()
    assert shown is not None
    assert shown.explanation is not None
    assert str(shown.explanation.method) == str(method)
    hidden = shown.analysis.hidden
    assert hidden is not None
    assert hidden.found
    found = shown.analysis.probabilities[shown.analysis.finding]
    assert hidden.whole[hidden.finding] == pytest.approx(found, abs=1e-4)
    assert not app.notice.words


def test_a_batch_writes_what_the_command_writes(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    shutil.copytree(examples_folder(), photos)
    (photos / "broken.jpg").write_bytes(b"no picture")
    app.start()
    app.actions["place_batch"].trigger()
    batch = app.batch
    assert batch.presenter is not None
    qtbot.waitUntil(lambda: app.engine.status.ready is not None)
    assert batch.presenter.start(BatchJob((photos,), tmp_path / "window.csv"))
    qtbot.waitUntil(lambda: "The batch is done" in app.notice.words)
    words = ["batch", str(photos), "--device", "cpu", "--model", str(app.engine.request.model)]
    assert main([*words, "--out", str(tmp_path / "command.csv")]) == 1
    assert rows(tmp_path / "window.csv") == rows(tmp_path / "command.csv")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        found = sorted(csv.DictReader(file), key=lambda row: row["file"])
    return [row | {"milliseconds": ""} for row in found]
