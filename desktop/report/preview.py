"""Has a report made in a process aside, shows its pages, and has them saved or printed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from core.files import write_whole
from desktop.language.words import mark, tr
from desktop.report.drawn import Drawn, draw
from desktop.report.printing import print_pages
from desktop.report.wishes import options_of
from desktop.report.zoom import SCREEN, Fit, PageZoom
from desktop.shell.background import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.report.drawn_pages import DrawnPages
    from core.report.options import ReportOptions
    from desktop.report.job import ReportJob
    from desktop.report.preview_dialog import PreviewDialog
    from desktop.shell.background import Background
    from desktop.shell.dialogs import Dialogs
    from desktop.shell.settings import SettingsStore

_MAKING: Final = mark("Making the report…")


class Preview(QObject):
    """Carries a report to the dialog and what the user wants back.

    Parameters
    ----------
    dialog : PreviewDialog
        The widgets; the preview lives as long as they do.
    job : ReportJob
        What is to be seen.
    background : Background
        One thread, in which reports are made, drawn, saved and printed.
    settings, dialogs
        What is remembered, and who asks the user.
    """

    said = Signal(str)
    """A sentence about what was done."""

    def __init__(
        self,
        dialog: PreviewDialog,
        job: ReportJob,
        *,
        background: Background,
        settings: SettingsStore,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(dialog)
        self.dialog = dialog
        self._job = job
        self._background = background
        self._settings = settings
        self._dialogs = dialogs
        self.options = options_of(settings.current)
        self._chosen = job.chosen
        self._made = 0  # generations: what comes too late is dropped
        self._drawing = 0
        self._waiting = 0
        self._content = b""
        self._pages: DrawnPages | None = None
        self.page = 0
        self.zoom = PageZoom()
        dialog.about.setCurrentIndex(job.chosen)
        self._listen()

    @property
    def settled(self) -> bool:
        """Whether all that was asked for is there."""
        return not self._waiting

    def make(self) -> None:
        """Make the report anew; until it is there, or if it fails, the former one stays."""
        self._made += 1
        self.dialog.say(tr(_MAKING))
        self.dialog.set_ready(ready=False)
        make, options = self._job.choices[self._chosen].make, self.options
        self._run(partial(self._open, partial(make, options)), partial(self._show, self._made))

    def _open(self, make: Callable[[], bytes]) -> tuple[bytes, DrawnPages]:
        from core.report.drawn_pages import DrawnPages  # loads a native library

        content = self._background.aside.run(make)
        return content, DrawnPages(content)

    def use(self, options: ReportOptions) -> None:
        """Make the report in another way."""
        self.options = options
        self.make()

    def close(self) -> None:
        """Forget the pages."""
        self._made += 1
        self._drawing += 1
        if self._pages is not None:
            self._background.run(self._pages.close, done=lambda _: None)
            self._pages = None
        self._background.rest()

    def _listen(self) -> None:
        dialog, view = self.dialog, self.dialog.view
        dialog.about.activated.connect(self._choose)
        dialog.page_wanted.connect(self.go_to)
        dialog.zoom_wanted.connect(self._step_zoom)
        view.zoomed.connect(self._step_zoom)
        view.turned.connect(self._turn)
        view.jumped.connect(lambda page: self.go_to(page if page >= 0 else self._count() - 1))
        view.room_changed.connect(self._fit_again)
        dialog.width_.clicked.connect(lambda: self._use_zoom(PageZoom(Fit.WIDTH)))
        dialog.whole.clicked.connect(lambda: self._use_zoom(PageZoom(Fit.PAGE)))
        dialog.save.clicked.connect(self._save)
        dialog.print.clicked.connect(self._print)
        dialog.finished.connect(self.close)

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._waiting += 1
        self._background.run(
            work, done=partial(self._done, done), failed=partial(self._failed, self._made)
        )

    def _done(self, done: Callable[..., None], outcome: object) -> None:
        self._waiting -= 1
        done(outcome)

    def _failed(self, generation: int, error: Exception) -> None:
        self._waiting -= 1
        error = named(error)
        if generation == self._made:
            self.dialog.say(error.message)
            self.dialog.set_ready(ready=self._pages is not None)

    def _show(self, generation: int, made: tuple[bytes, DrawnPages]) -> None:
        content, pages = made
        if generation != self._made:
            self._background.run(pages.close, done=lambda _: None)
            return
        if self._pages is not None:
            self._background.run(self._pages.close, done=lambda _: None)
        self._content, self._pages = content, pages
        self.dialog.say("")
        self.dialog.set_ready(ready=True)
        self.go_to(min(self.page, len(pages) - 1))

    def go_to(self, page: int, *, end: bool = False) -> None:
        """Show a page, from its beginning or from its end."""
        if self._pages is not None and 0 <= page < len(self._pages):
            self.page = page
            self.dialog.show_number(page, len(self._pages))
            self._draw(partial(self.dialog.view.go_to, end=end))

    def _draw(self, then: Callable[[], None] = lambda: None) -> None:
        pages, page = self._pages, self.page
        if pages is None:
            return
        view = self.dialog.view
        room, ratio = view.room, view.devicePixelRatioF()
        factor = self.zoom.of(pages.size(page), (room.width(), room.height()))
        self.dialog.show_share(round(100 * factor))
        width = max(1, round(pages.size(page)[0] * SCREEN * factor * ratio))
        self._drawing += 1
        self._run(
            lambda: draw(pages, page, width=width, ratio=ratio),
            partial(self._drawn, self._drawing, then),
        )

    def _drawn(self, generation: int, then: Callable[[], None], drawn: Drawn) -> None:
        if generation == self._drawing:
            self.dialog.view.show_page(drawn.image, words=drawn.words)
            then()

    def _count(self) -> int:
        return 0 if self._pages is None else len(self._pages)

    def _turn(self, step: int) -> None:
        self.go_to(self.page + step, end=step < 0)

    def _choose(self, row: int) -> None:
        if row != self._chosen:
            self._chosen, self.page = row, 0
            self.make()

    def _fit_again(self) -> None:
        if self.zoom.fit is not Fit.FREE:
            self._draw()

    def _use_zoom(self, zoom: PageZoom) -> None:
        self.zoom = zoom
        self._draw()

    def _step_zoom(self, step: int) -> None:
        if self._pages is not None:
            room = self.dialog.view.room
            factor = self.zoom.of(self._pages.size(self.page), (room.width(), room.height()))
            self._use_zoom(PageZoom.stepped(factor, step))

    def _save(self) -> None:
        folder = Path(self._settings.current.folder)
        path = self._dialogs.pdf(str(folder / self._job.choices[self._chosen].file_name))
        if path is not None:
            content = self._content
            self._run(lambda: write_whole(path, content), lambda _: self._saved(path))

    def _saved(self, path: Path) -> None:
        self.dialog.say(tr("Saved as {name}.", name=path.name))
        self.said.emit(tr("Saved as {name}.", name=path.name))

    def _print(self) -> None:
        pages = self._pages
        if pages is None:
            return
        printer = self._dialogs.printer(pages=len(pages))
        if printer is not None:
            self.dialog.say(tr("Printing…"))
            done = tr("Printed.")
            self._run(lambda: print_pages(pages, printer), lambda _: self.dialog.say(done))
