"""Puts the follow-up together when it is first asked for, and does what its actions say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.followup.state import Mode, Tool
from desktop.shell.actions import deaf
from desktop.shell.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.cases.part import CasesPart
    from desktop.followup.measuring import Measuring
    from desktop.followup.picture import FollowPicture
    from desktop.followup.presenter import FollowPresenter
    from desktop.followup.seeing import Seeing
    from desktop.followup.view import FollowView
    from desktop.shell.actions import Actions, Handler
    from desktop.shell.background import Background
    from desktop.shell.places import Places

_ZOOMS = ("zoom_in", "zoom_out", "fit", "actual_size")


class FollowPart(QObject):
    """Everything behind the follow-up of a lesion, which stands in the place of the cases.

    Parameters
    ----------
    cases : CasesPart
        Where it stands, and whose lesions it follows.
    places : Places
        Whether that is seen.
    actions : Actions
        What its buttons trigger.
    background : Background
        Where images are read and aligned.
    """

    said = Signal(str)
    """A sentence that the user should read."""

    def __init__(
        self,
        cases: CasesPart,
        *,
        places: Places,
        actions: Actions,
        background: Background,
    ) -> None:
        super().__init__(cases)
        self._cases = cases
        self._places = places
        self._actions = actions
        self._background = background
        self.view: FollowView | None = None
        self.presenter: FollowPresenter | None = None
        self.seeing: Seeing | None = None
        self.measuring: Measuring | None = None
        cases.follow_wanted.connect(self.open)
        cases.lesion_shown.connect(self.close)
        places.changed.connect(self._going)

    def handlers(self, elsewhere: Mapping[str, Handler]) -> Mapping[str, Handler]:
        """Map each action to what it does; zooming to what it does `elsewhere` as well."""
        plain: dict[str, Callable[[], None]] = {
            "follow_up": self._open_chosen,
            "follow_back": self.close,
            **{f"follow_{mode}": partial(self._see, mode) for mode in Mode},
        }
        return {
            **deaf(plain),
            "follow_aligned": self._align,
            "follow_outlines": self._draw_outlines,
            "follow_measure": partial(self._take, Tool.MEASURE),
            "follow_scale": partial(self._take, Tool.SCALE),
            **{name: partial(self._zoom, name, elsewhere[name]) for name in _ZOOMS},
        }

    def open(self, lesion_id: str) -> None:
        """Follow a lesion."""
        self._furnish()
        if self.view is None or self.presenter is None:
            return
        self._cases.holder.setCurrentWidget(self.view)
        self._cases.set_following(on=True)
        self.presenter.open(lesion_id)
        self.view.stage.seen.setFocus()

    def close(self) -> None:
        """Go back to the patient's page."""
        if self.presenter is None or not self._cases.following:
            return
        self._put_away()
        self.presenter.close()
        self._cases.show_place()
        self._cases.set_following(on=False)

    def _open_chosen(self) -> None:
        chosen = self._cases.followable
        if chosen is not None:
            self.open(chosen)

    def _furnish(self) -> None:
        editor = self._cases.editor
        if self.view is not None or editor is None:
            return
        from desktop.followup.measuring import Measuring
        from desktop.followup.presenter import FollowPresenter
        from desktop.followup.seeing import Seeing
        from desktop.followup.view import FollowView

        view = self.view = FollowView(self._actions)
        self._cases.holder.addWidget(view)
        presenter = self.presenter = FollowPresenter(
            view, desk=self._cases.desk, background=self._background
        )
        self.seeing = Seeing(view, presenter)
        self.measuring = Measuring(view, presenter, seeing=self.seeing, editor=editor)
        self.measuring.said.connect(self.said)
        self.measuring.taken.connect(self._show_tool)
        editor.changed.connect(presenter.reload)
        view.escaped.connect(self._escape)
        presenter.changed.connect(self._show_alignment)
        self._actions.check("follow_side")

    def _see(self, mode: Mode) -> None:
        if self.seeing is not None:
            if mode is not Mode.SIDE:
                self._put_away()
            self.seeing.see(mode)

    def _align(self, on: bool) -> None:  # noqa: FBT001  # a handler of an action
        if self.seeing is not None:
            self.seeing.align(on=on)

    def _show_alignment(self) -> None:
        """Offer to align what can be aligned, and show whether it is; the wish is kept."""
        if self.seeing is None or self.presenter is None:
            return
        name, alignable = "follow_aligned", self.seeing.is_alignable
        self._cases.set_following(on=self._cases.following, alignable=alignable)
        self._actions.check(name, checked=self.seeing.is_aligned)
        self._actions.explain(name, why_not="" if alignable else self.presenter.refusal)

    def _draw_outlines(self, on: bool) -> None:  # noqa: FBT001  # a handler of an action
        if self.seeing is not None:
            self.seeing.draw_outlines(on=on)

    def _take(self, tool: Tool, on: bool) -> None:  # noqa: FBT001  # a handler of an action
        if self.measuring is None:
            return
        if on:
            self._see(Mode.SIDE)
            self._actions.check("follow_side")
        self.measuring.take(tool if on else Tool.NONE)

    def _put_away(self) -> None:
        if self.measuring is not None:
            self.measuring.take(Tool.NONE)

    def _show_tool(self, tool: Tool) -> None:
        """Show which tool is in hand."""
        for one in (Tool.MEASURE, Tool.SCALE):
            self._actions.check(f"follow_{one}", checked=one is tool)

    def _escape(self) -> None:
        """Put away what is in hand; with empty hands, go back."""
        if self.measuring is not None and self.measuring.tool is not Tool.NONE:
            self._put_away()
        else:
            self.close()

    def _zoom(self, name: str, elsewhere: Handler, checked: bool) -> None:  # noqa: FBT001 - as Handler has it
        """Zoom what is seen."""
        if self.view is None or self._places.current is not Place.CASES:
            elsewhere(checked)
            return
        picture: FollowPicture = self.view.stage.seen
        zoom: Callable[[], None] = getattr(picture, name)
        zoom()

    def _going(self, place: Place) -> None:
        """Blink only while somebody looks."""
        if self.seeing is None or not self._cases.following:
            return
        if place is Place.CASES:
            self.seeing.show()
        else:
            self.seeing.stop()
