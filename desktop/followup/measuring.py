"""Lengths in millimetres, and the scale that they need."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QObject, QPointF, Signal

from core.errors import ScaleUnknown
from core.followup.scale import length_mm, scale_from_ruler
from desktop.followup.state import Tool
from desktop.followup.words import length_words
from desktop.language.words import mark, tr

if TYPE_CHECKING:
    from core.errors import LentigoError
    from desktop.cases.edits import Editor
    from desktop.followup.comparing import OpenedImage
    from desktop.followup.presenter import FollowPresenter
    from desktop.followup.scale_dialog import ScaleDialog
    from desktop.followup.seeing import Seeing
    from desktop.followup.view import FollowView

_HOW = {
    Tool.NONE: "",
    Tool.MEASURE: mark(
        "Draw a line over what you want to measure: with the mouse, or with the arrow "
        "keys (Ctrl moves the other end, Shift moves faster) and Enter."
    ),
    Tool.SCALE: mark(
        "Draw a line along a ruler in the picture, from one mark to another: with the "
        "mouse, or with the arrow keys (Ctrl moves the other end, Shift moves faster) and Enter."
    ),
}


class Measuring(QObject):
    """Answers the lines that the user draws.

    Parameters
    ----------
    view : FollowView
        The widgets.
    presenter : FollowPresenter
        Has the images.
    seeing : Seeing
        Knows whether the newer one is laid onto the older.
    editor : Editor
        Keeps scales.

    Attributes
    ----------
    tool : Tool
        What lines are for.
    dialog : ScaleDialog or None
        While it is open.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    taken = Signal(object)
    """Tool that is in hand now."""

    def __init__(
        self,
        view: FollowView,
        presenter: FollowPresenter,
        *,
        seeing: Seeing,
        editor: Editor,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._presenter = presenter
        self._seeing = seeing
        self._editor = editor
        self.tool = Tool.NONE
        self.dialog: ScaleDialog | None = None
        view.stage.drawn.connect(self._drawn)
        presenter.changed.connect(self._forget_line)

    def take(self, tool: Tool) -> None:
        """Take a tool in hand, or put it away."""
        self.tool = tool
        self._view.stage.set_drawing(on=tool is not Tool.NONE)
        self._view.show_hint(tr(_HOW[tool]))
        self.taken.emit(tool)

    def _forget_line(self) -> None:
        for picture in self._view.stage.sides:
            picture.set_drawing(on=self.tool is not Tool.NONE)
            picture.show_line(None)

    def _drawn(self, side: int, line: QLineF) -> None:
        opened = self._presenter.opened
        if opened is None:
            return
        own = self._in_own_image(side, line)
        try:
            if self.tool is Tool.MEASURE:
                self._measure(side, opened[side], line, own)
            else:
                self._calibrate(opened[side], own)
        except ScaleUnknown as error:
            self._view.stage.show_line(side, line)
            self._view.show_hint(error.message)

    def _measure(self, side: int, image: OpenedImage, line: QLineF, own: QLineF) -> None:
        words = length_words(length_mm(image.scale, _xy(own.p1()), _xy(own.p2())))
        self._view.stage.show_line(side, line, words)
        self._view.show_hint(
            tr("{length} in the image of {day}.", length=words, day=image.image.day)
        )

    def _calibrate(self, image: OpenedImage, own: QLineF) -> None:
        from desktop.followup.scale_dialog import ScaleDialog

        # Whatever the ruler reads: a line too short to calibrate on is refused before it is asked.
        scale_from_ruler(_xy(own.p1()), _xy(own.p2()), mm=1)
        dialog = self.dialog = ScaleDialog(image.image.day, self._view.window())
        dialog.accepted.connect(partial(self._keep, image, own, dialog))
        dialog.finished.connect(partial(self._close, dialog))
        dialog.open()

    def _keep(self, image: OpenedImage, own: QLineF, dialog: ScaleDialog) -> None:
        scale = image.stored_scale(scale_from_ruler(_xy(own.p1()), _xy(own.p2()), mm=dialog.mm))
        before = image.image.stored
        self._editor.keep(
            "set the scale",
            before=before,
            after=replace(before, mm_per_pixel=scale.mm_per_pixel, scale_source=scale.source),
            done=partial(self.take, Tool.MEASURE),
            failed=self._not_kept,
        )

    def _not_kept(self, error: LentigoError) -> None:
        self.said.emit(error.message)

    def _close(self, dialog: ScaleDialog, _: int) -> None:
        self.dialog = None
        dialog.deleteLater()

    def _in_own_image(self, side: int, line: QLineF) -> QLineF:
        """Bring a line drawn over the aligned newer image back into that image's own pixels."""
        import numpy as np

        comparison = self._presenter.comparison
        if side == 0 or not self._seeing.is_aligned or comparison is None:
            return line
        if comparison.alignment is None:
            return line
        ends = np.array([_xy(line.p1()), _xy(line.p2())])
        start, end = comparison.alignment.to_newer(ends)
        return QLineF(QPointF(*start), QPointF(*end))


def _xy(point: QPointF) -> tuple[float, float]:
    return point.x(), point.y()
