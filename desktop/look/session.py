"""The images that are open, their analyses and their pictures: the state of the place "Look".

Knows the engine and the list; knows no widget.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import count, zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.engine.status import EngineState, EngineStatus
from desktop.look.cover import Cover, Finding
from desktop.look.entries import EntryState, ImageEntry, Source
from desktop.look.image_list import ImageList
from desktop.look.jobs import Jobs
from desktop.look.pictures import PictureStore
from desktop.look.thumbnails import thumbnail

if TYPE_CHECKING:
    from core.errors import LentigoError
    from core.images import Picture
    from core.results import Analysis
    from desktop.engine.bridge import EngineBridge
    from desktop.look.reading import Reading
    from desktop.shell.background import Background

_URGENT = 1


class Session(QObject):
    """Opens images, has them analysed, keeps what came of it.

    Parameters
    ----------
    engine : EngineBridge
        Analyses.
    pictures : PictureStore
        Keeps what was decoded.
    background : Background
        Makes thumbnails.
    reading : Reading
        How the user wants answers read.
    parent : QObject, optional
        As for any QObject.

    Attributes
    ----------
    thorough : bool
        Whether turned and mirrored views of images are analysed as well, from now on.
    cover : Cover
        Holds findings back where the user wants to answer first.
    """

    changed = Signal(int)
    """Id of an image about which something new is known."""
    progress = Signal(int, int)
    """Finished and all jobs of the round under way."""

    def __init__(
        self,
        engine: EngineBridge,
        pictures: PictureStore,
        background: Background,
        *,
        reading: Reading,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.thorough = False
        self.images = ImageList(self)
        self.pictures = pictures
        self._engine = engine
        self._background = background
        self.cover = Cover(self.images, reading=reading, parent=self)
        self.cover.lifted.connect(self.changed)
        self._jobs = Jobs(engine.numbers)
        self._ids = count(1)
        engine.decoded.connect(self._decoded)
        engine.done.connect(self._done)
        engine.failed.connect(self._failed)
        pictures.arrived.connect(self.changed)

    @property
    def unfinished(self) -> int:
        """How many analyses are waiting or under way."""
        return len(self._jobs)

    def is_waiting(self, image: int) -> bool:
        """Whether an analysis of this image is waiting or under way."""
        return self._jobs.job_of(image) is not None

    def can_tell_more(self, entry: ImageEntry) -> bool:
        """Whether another analysis of an image would give more than there is."""
        if entry.state is EntryState.COVERED:
            return False
        return entry.analysis is None or (self.thorough and entry.analysis.spread is None)

    def open(self, sources: Iterable[tuple[Source, str]]) -> list[int]:
        """Open images and have them analysed.

        Parameters
        ----------
        sources : iterable of (Path or bytes, str)
            Where each comes from, and its name.

        Returns
        -------
        list of int
            Their ids.
        """
        return self.take_in(ImageEntry(id=0, source=source, name=name) for source, name in sources)

    def take_in(
        self, entries: Iterable[ImageEntry], held: Iterable[Finding | None] = ()
    ) -> list[int]:
        """Take in images as another session knew them; only those that wait are analysed.

        Parameters
        ----------
        entries : iterable of ImageEntry
            What is known of each; their ids are others here.
        held : iterable of Finding or None
            What was held back of each; of those beyond its end nothing was.

        Returns
        -------
        list of int
            Their ids.
        """
        taken = [replace(entry, id=next(self._ids)) for entry in entries]
        self.images.append(taken)
        for entry, finding in zip_longest(taken, held):
            self.cover.take_over(entry, finding)
            if entry.state is EntryState.WAITING:
                self._submit(entry)
            else:
                self.changed.emit(entry.id)
        self._tell_progress()
        return [entry.id for entry in taken]

    def prefer(self, image: int) -> None:
        """See to it that an image the user looks at comes soon."""
        entry = self.images.get(image)
        if entry is None or self.pictures.get(image) is not None:
            return
        job = self._jobs.job_of(image)
        if job is None:
            self.pictures.ask(image, entry.source)
        elif not self._jobs.is_next(job):
            self._engine.cancel(job)
            self._submit(entry, priority=_URGENT)

    def analyse_again(self, image: int) -> None:
        """Have an image analysed that has no finding yet, or none of all its views."""
        entry = self.images.get(image)
        if entry is None:
            return
        self._repeat(entry, priority=_URGENT)
        self._tell_progress()

    def use_model(self, status: EngineStatus) -> None:
        """Have analysed anew what another model had found, or what no model could find."""
        if status.state is not EngineState.READY or status.ready is None:
            return
        for entry in self.images:
            if not self.is_waiting(entry.id) and self.cover.is_outdated(entry, status.ready.model):
                self._repeat(entry)
        self._tell_progress()

    def cancel_all(self) -> None:
        """Stop analysing; what has an outcome keeps it."""
        self._engine.cancel_all()
        waiting = [entry.id for entry in self.images if self._jobs.job_of(entry.id) is not None]
        for image in waiting:
            self._jobs.forget(image)
            self.images.change(image, state=EntryState.CANCELLED)
            self.changed.emit(image)
        self._tell_progress()

    def close_image(self, image: int) -> None:
        """Take an image out of the window."""
        job = self._jobs.forget(image)
        if job is not None:
            self._engine.cancel(job)
        self.pictures.drop(image)
        self.cover.drop(image)
        self.images.remove(image)
        self._tell_progress()

    def close_all(self) -> None:
        """Take all images out of the window."""
        self._engine.cancel_all()
        for entry in self.images:
            self._jobs.forget(entry.id)
            self.pictures.drop(entry.id)
        self.cover.clear()
        self.images.clear()
        self._tell_progress()

    def _repeat(self, entry: ImageEntry, *, priority: int = 0) -> None:
        blank = {"analysis": None, "card": None, "error": None}
        self.images.change(entry.id, state=EntryState.WAITING, **blank)
        self._submit(entry, priority=priority)
        self.changed.emit(entry.id)

    def _submit(self, entry: ImageEntry, *, priority: int = 0) -> None:
        job = self._jobs.begin(entry.id)
        self._engine.submit(entry.source, job=job, priority=priority, thorough=self.thorough)

    def _decoded(self, job: int, picture: Picture) -> None:
        image = self._jobs.image_of(job)
        if image is None:
            return
        self.pictures.put(image, picture)
        record = picture.record
        self.images.change(image, sha256=record.sha256, dicom=record.format.name == "DICOM")
        self._background.run(
            lambda: thumbnail(picture.pixels),
            done=lambda small: self.images.change(image, thumbnail=small),
        )

    def _done(self, job: int, analysis: Analysis) -> None:
        image = self._jobs.end(job)
        if image is None:
            return
        self.cover.settle(image, Finding(analysis, self._engine.status.card))
        self._tell(image)

    def _failed(self, job: int, error: LentigoError) -> None:
        image = self._jobs.end(job)
        if image is None:
            return
        self.images.change(image, state=EntryState.FAILED, error=error)
        self._tell(image)

    def _tell(self, image: int) -> None:
        self.changed.emit(image)
        self._tell_progress()

    def _tell_progress(self) -> None:
        self.progress.emit(self._jobs.finished, self._jobs.total)
