"""Stand-ins for what the window needs: an engine that answers when told, a user at the dialogs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from core.engine.messages import (
    EngineEvent,
    EngineFailed,
    EngineReady,
    JobDecoded,
    JobDone,
    JobFailed,
)
from core.errors import LentigoError
from core.images import FitSpec, ImageFormat, ImageRecord, Picture, place
from core.model import Card, DeviceChoice
from core.model.card import Network, Preprocessing
from core.results import Analysis, Caution, Device, Engine, ModelIdentity
from core.taxonomy import HAM10000, LesionClass
from desktop.engine.client import EngineRequest, OnEvent

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from core.engine.client import EngineSettings

IDENTITY = ModelIdentity(name="try-out", version="1.0", sha256="ab" * 32)
CHOICE = DeviceChoice(device=Device.CPU, name="A processor", reason="It is there.")


def make_card(classes: tuple[LesionClass, ...] = HAM10000) -> Card:
    return Card(
        name=IDENTITY.name,
        version=IDENTITY.version,
        created="2025-01-01",
        licence="CC BY-NC 4.0",
        network=Network(blocks=((1, 8),)),
        preprocessing=Preprocessing(height=64, width=64, mode="crop"),
        classes=classes,
        data=(),
        heat_map_scale=1.0,
    )


def make_picture(*, height: int = 48, width: int = 64) -> Picture:
    pixels = np.full((height, width, 3), 180, np.uint8)
    pixels[height // 4 : height // 2, width // 4 : width // 2] = (90, 50, 30)
    record = ImageRecord(
        format=ImageFormat.JPEG,
        width=width,
        height=height,
        byte_count=100,
        sha256="0" * 64,
        mode="RGB",
        bits=8,
    )
    return Picture(pixels, record)


def make_analysis(
    card: Card,
    *,
    finding: str = "mel",
    probability: float = 0.62,
    heat: float = 0.8,
    cautions: tuple[Caution, ...] = (),
    model: ModelIdentity = IDENTITY,
) -> Analysis:
    """Give one class a probability and the others equal shares of the rest."""
    rest = (1 - probability) / (len(card.codes) - 1)
    probabilities = {code: probability if code == finding else rest for code in card.codes}
    malignant = sum(probabilities[entry.code] for entry in card.classes if entry.malignant)
    maps = np.zeros((len(card.codes), 4, 4), np.float32)
    for row in range(len(card.codes)):
        maps[row, 1:3, 1:3] = heat * (row + 1) / len(card.codes)
    return Analysis(
        probabilities=probabilities,
        logits=np.zeros(len(card.codes), np.float32),
        malignant=malignant,
        heat_maps=maps,
        embedding=np.zeros(8, np.float32),
        placement=place(48, 64, FitSpec(height=64, width=64)),
        cautions=cautions,
        model=model,
        engine=Engine.TENSORFLOW,
        device=Device.CPU,
        milliseconds=5.0,
    )


@dataclass(frozen=True)
class Submitted:
    source: Path | bytes
    job: int
    priority: int


class FakeClient:
    """Keeps what was asked; answers when the test says so, or at once if `answers_at_once`."""

    def __init__(self, on_event: OnEvent, *, answers_at_once: bool = False) -> None:
        self.send = on_event
        self.card = make_card()
        self.answers_at_once = answers_at_once
        self.open: dict[int, Submitted] = {}
        self.submitted: list[Submitted] = []
        self.restarts: list[EngineSettings | None] = []
        self.closed = False

    def submit(self, source: Path | bytes, *, job: int, priority: int = 0) -> None:
        assert not self.closed
        assert job not in self.open
        self.open[job] = Submitted(source, job, priority)
        self.submitted.append(self.open[job])
        if self.answers_at_once:
            self.finish(job)

    def cancel(self, job: int) -> None:
        self.open.pop(job, None)

    def cancel_all(self) -> None:
        self.open.clear()

    def restart(self, settings: EngineSettings | None = None) -> None:
        self.restarts.append(settings)

    def close(self) -> None:
        self.closed = True

    def become_ready(self, *, identity: ModelIdentity = IDENTITY) -> None:
        self.send(EngineReady(self.card, identity, Engine.TENSORFLOW, CHOICE))

    def break_down(self, error: LentigoError) -> None:
        self.send(EngineFailed(error))

    def decode(self, job: int, picture: Picture | None = None) -> None:
        self.send(JobDecoded(job, picture or make_picture()))

    def finish(self, job: int, analysis: Analysis | None = None) -> None:
        del self.open[job]
        self.decode(job)
        self.send(JobDone(job, analysis or make_analysis(self.card)))

    def fail(self, job: int, error: LentigoError) -> None:
        del self.open[job]
        self.send(JobFailed(job, error))


@dataclass
class FakeEngine:
    """Makes the client, and knows it afterwards."""

    answers_at_once: bool = False
    ready: bool = True
    clients: list[FakeClient] = field(default_factory=list)
    events: list[EngineEvent] = field(default_factory=list)

    def connect(self, request: EngineRequest, on_event: OnEvent) -> FakeClient:
        del request
        client = FakeClient(on_event, answers_at_once=self.answers_at_once)
        self.clients.append(client)
        if self.ready:
            client.become_ready()
        return client

    @property
    def client(self) -> FakeClient:
        return self.clients[-1]


class FakeDialogs:
    """Answers as a user would; has seen what was proposed."""

    def __init__(self) -> None:
        self.chosen_images: list[Path] = []
        self.chosen_folder: Path | None = None
        self.chosen_png: Path | None = None
        self.make_printer: Callable[[], QPrinter | None] = lambda: None
        self.proposals: list[str] = []

    def images(self, folder: str) -> list[Path]:
        self.proposals.append(folder)
        return self.chosen_images

    def folder(self, title: str, folder: str) -> Path | None:
        self.proposals.append(f"{title}: {folder}")
        return self.chosen_folder

    def png(self, proposal: str) -> Path | None:
        self.proposals.append(proposal)
        return self.chosen_png

    def printer(self) -> QPrinter | None:
        return self.make_printer()
