"""Stands in for the engine: answers when the test says so, or at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.engine.messages import (
    EngineEvent,
    EngineFailed,
    EngineReady,
    JobAnswered,
    JobDecoded,
    JobDone,
    JobFailed,
    JobProgress,
)
from core.engine.questions import Question
from core.errors import LentigoError
from core.explain.hidden import Hidden
from core.explain.methods import RawMap
from core.image_source import ImageSource
from core.images import Picture
from core.model import Card
from core.model.signature import Signature
from core.results import Analysis, Engine, ModelIdentity, Precision
from desktop.engine.client import EngineRequest, OnEvent
from tests.desktop.fakes import CHOICE, IDENTITY, make_analysis, make_card, make_picture

if TYPE_CHECKING:
    from core.engine.settings import EngineSettings


@dataclass(frozen=True)
class Submitted:
    source: ImageSource
    job: int
    priority: int
    thorough: bool = False
    quick: Precision | None = None


class FakeClient:
    """Keeps what was asked; answers when the test says so, or at once if `answers_at_once`."""

    def __init__(
        self,
        on_event: OnEvent,
        *,
        answers_at_once: bool = False,
        card: Card | None = None,
        runs_on: Engine = Engine.TENSORFLOW,
    ) -> None:
        self.send = on_event
        self.runs_on = runs_on
        self.card = card or make_card()
        self.answers_at_once = answers_at_once
        self.open: dict[int, Submitted] = {}
        self.asked: dict[int, Question] = {}
        self.questions: list[Question] = []
        self.submitted: list[Submitted] = []
        self.restarts: list[EngineSettings | None] = []
        self.closed = False

    def submit(
        self,
        source: ImageSource,
        *,
        job: int,
        priority: int = 0,
        thorough: bool = False,
        quick: Precision | None = None,
    ) -> None:
        assert not self.closed
        assert job not in self.open
        self.open[job] = Submitted(source, job, priority, thorough, quick)
        self.submitted.append(self.open[job])
        if self.answers_at_once:
            self.finish(job)

    def ask(self, picture: Picture, question: Question, *, job: int) -> None:
        assert picture.pixels.size
        assert job not in self.asked.keys() | self.open.keys()
        self.asked[job] = question
        self.questions.append(question)

    def cancel(self, job: int) -> None:
        self.open.pop(job, None)
        self.asked.pop(job, None)

    def cancel_all(self) -> None:
        self.open.clear()
        self.asked.clear()

    def restart(self, settings: EngineSettings | None = None) -> None:
        self.restarts.append(settings)

    def close(self) -> None:
        self.closed = True

    def become_ready(
        self, *, identity: ModelIdentity = IDENTITY, signature: Signature | None = None
    ) -> None:
        self.send(EngineReady(self.card, identity, self.runs_on, CHOICE, signature))

    def break_down(self, error: LentigoError) -> None:
        self.send(EngineFailed(error))

    def decode(self, job: int, picture: Picture | None = None) -> None:
        self.send(JobDecoded(job, picture or make_picture()))

    def finish(self, job: int, analysis: Analysis | None = None) -> None:
        self.decode(job)
        self.answer(job, analysis)

    def answer(self, job: int, analysis: Analysis | None = None) -> None:
        del self.open[job]
        self.send(JobDone(job, analysis or make_analysis(self.card)))

    def advance(self, done: int, total: int) -> None:
        """Say how far the one question is."""
        (job,) = self.asked
        self.send(JobProgress(job, done, total))

    def reply(self, reply: RawMap | Hidden) -> None:
        """Answer the one question."""
        (job,) = self.asked
        del self.asked[job]
        self.send(JobAnswered(job, reply))

    def decline(self, error: LentigoError) -> None:
        """Refuse the one question."""
        (job,) = self.asked
        del self.asked[job]
        self.send(JobFailed(job, error))

    def fail(self, job: int, error: LentigoError) -> None:
        del self.open[job]
        self.send(JobFailed(job, error))


@dataclass
class FakeEngine:
    """Makes the client, and knows it afterwards."""

    answers_at_once: bool = False
    ready: bool = True
    card: Card | None = None
    runs_on: Engine = Engine.TENSORFLOW
    clients: list[FakeClient] = field(default_factory=list)
    events: list[EngineEvent] = field(default_factory=list)

    def connect(self, request: EngineRequest, on_event: OnEvent) -> FakeClient:
        del request
        client = FakeClient(
            on_event,
            answers_at_once=self.answers_at_once,
            card=self.card,
            runs_on=self.runs_on,
        )
        self.clients.append(client)
        if self.ready:
            client.become_ready()
        return client

    @property
    def client(self) -> FakeClient:
        return self.clients[-1]
