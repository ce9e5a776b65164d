"""Carries the committed answers from the store to their dialog and into a file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from core.report.answer_summary import summarise
from desktop.language.words import tr
from desktop.shell.background import named

if TYPE_CHECKING:
    from core.cases.outcomes import Judged
    from core.errors import LentigoError
    from core.report.plot_ground import PlotLook
    from desktop.cases.desk import CaseDesk
    from desktop.commit.answers_dialog import AnswersDialog
    from desktop.shell.background import Background
    from desktop.shell.dialogs import Dialogs

_PROPOSAL = "lentigo-answers.csv"


class AnswersPresenter(QObject):
    """Keeps a dialog showing what the answers came to.

    Parameters
    ----------
    dialog : AnswersDialog
        Owns it.
    desk, background, dialogs
        What it works with.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    mentioned = Signal(str)
    """A sentence from which nothing follows."""

    def __init__(
        self,
        dialog: AnswersDialog,
        *,
        desk: CaseDesk,
        background: Background,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._desk = desk
        self._background = background
        self._dialogs = dialogs
        self._judged: tuple[Judged, ...] = ()
        self._open = True
        dialog.finished.connect(self._close)
        dialog.save_wanted.connect(self._save)

    def start(self) -> None:
        """Read the answers."""
        self._desk.ask(lambda store: store.all_judged(), done=self._came, failed=self._failed)

    def _came(self, judged: tuple[Judged, ...]) -> None:
        if not self._open:
            return
        self._judged = judged
        summary = summarise(judged)
        self._dialog.show_summary(summary)
        if not summary.answered:
            return
        look = self._dialog.look
        self._background.run(partial(self._drawn, judged, look), done=self._show_plots)

    def _drawn(self, judged: tuple[Judged, ...], look: PlotLook) -> QImage:
        from core.report.answer_plots import draw_answers

        plots = self._background.aside.run(partial(draw_answers, judged, look))
        image = QImage.fromData(plots)
        image.setDevicePixelRatio(look.scale)
        return image

    def _show_plots(self, image: QImage) -> None:
        if self._open:
            self._dialog.show_plots(image)

    def _failed(self, error: LentigoError) -> None:
        if self._open:
            self._dialog.show_error(error.message)

    def _save(self) -> None:
        from core.files import write_whole
        from core.report.answer_table import answers_csv

        path, judged = self._dialogs.csv(_PROPOSAL), self._judged
        if path is not None:
            self._background.run(
                lambda: write_whole(path, answers_csv(judged)),
                done=lambda _: self.mentioned.emit(tr("Saved as {name}.", name=path.name)),
                failed=self._not_saved,
            )

    def _not_saved(self, error: Exception) -> None:

        error = named(error)
        self.said.emit(error.message)

    def _close(self) -> None:
        self._open = False
        self._background.rest()
