"""Carries what was read and measured of a lesion to the widgets of its follow-up."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop.followup.comparing import Comparison, OpenedImage, area_change, compare, open_image
from desktop.followup.content import FollowContent, read_lesion
from desktop.followup.words import (
    Headline,
    alignment_words,
    area_words,
    probability_words,
    scales_words,
)
from desktop.language.words import mark, tr

if TYPE_CHECKING:
    from core.errors import LentigoError
    from desktop.cases.desk import CaseDesk
    from desktop.followup.view import FollowView
    from desktop.shell.background import Background

_READING: Final = mark("Reading the picture…")
_ALIGNING: Final = mark("Aligning the images…")
_MEASURING: Final = mark("Measuring…")
_FEW: Final = mark("Two images are needed")
_FEW_WORDS: Final = mark(
    "A follow-up compares two images of one lesion. Add another one: open it in Look, then choose "
    "“Add image to a case”."
)
_GONE: Final = mark("The lesion cannot be opened")
_NOT_COMPARED: Final = mark("One of the images is not there, so nothing is compared.")


class FollowPresenter(QObject):
    """Has two images of a lesion read, aligned and compared, and shows what came of it.

    Parameters
    ----------
    view : FollowView
        The widgets.
    desk : CaseDesk
        Asks the store.
    background : Background
        Where images are read and aligned.
    """

    changed = Signal()
    """Other pictures are to be shown, or other facts are known: see `seeing`."""

    def __init__(self, view: FollowView, *, desk: CaseDesk, background: Background) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk
        self._background = background
        self._turn = 0  # generation: what comes too late is dropped
        self._waiting = 0
        self.content: FollowContent | None = None
        self.pair = (0, 0)
        self.opened: tuple[OpenedImage, OpenedImage] | None = None
        self.comparison: Comparison | None = None
        view.chosen.connect(self._choose)

    @property
    def settled(self) -> bool:
        """Whether all that was asked for is on the screen."""
        return not self._waiting

    @property
    def refusal(self) -> str:
        """Why the images are not aligned; empty where they are."""
        if self.comparison is None:
            return tr(_ALIGNING) if self._waiting else tr(_NOT_COMPARED)
        return self.comparison.refusal

    def open(self, lesion_id: str) -> None:
        """Follow a lesion, the last two of its images first."""
        self.content = None
        self._ask(lesion_id)

    def reload(self) -> None:
        """Read again what is stored of the lesion: its scales may be others by now."""
        if self.content is not None:
            self._ask(self.content.lesion_id)

    def close(self) -> None:
        """Forget the lesion; what comes of it is dropped."""
        self._turn += 1
        self._waiting = 0
        self.content = self.opened = self.comparison = None
        self._view.stage.show_pictures(None, None)
        self._view.stage.show_words("", "")
        self.changed.emit()

    def _ask(self, lesion_id: str) -> None:
        self._turn += 1
        self._waiting = 1
        self._desk.ask(
            partial(read_lesion, lesion_id=lesion_id),
            done=partial(self._read, self._turn),
            failed=partial(self._not_read, self._turn),
        )

    def _read(self, turn: int, content: FollowContent) -> None:
        if turn != self._turn:
            return
        self._waiting = 0
        before, self.content = self.content, content
        self._view.show_title(content.title)
        count = len(content.images)
        if count < 2:
            self.opened = self.comparison = None
            self._view.show_message(tr(_FEW), tr(_FEW_WORDS))
            self.changed.emit()
            return
        if before is None or not _same_images(before, content):
            self._compare(count - 2, count - 1)
        elif self.opened is not None and self.comparison is not None:
            self._update(content, self.opened)
        else:
            self._compare(*self.pair)

    def _not_read(self, turn: int, error: LentigoError) -> None:
        if turn == self._turn:
            self._waiting = 0
            self.opened = self.comparison = None
            self._view.show_message(tr(_GONE), error.message)
            self.changed.emit()

    def _update(self, content: FollowContent, opened: tuple[OpenedImage, OpenedImage]) -> None:
        """Show what is stored now of the images that are read already."""
        older, newer = (
            replace(one, image=content.images[place])
            for one, place in zip(opened, self.pair, strict=True)
        )
        self.opened = older, newer
        self._show_facts()

    def _choose(self, side: int, place: int) -> None:
        """Compare another image; the newer one of two always is the newer."""
        older, newer = (place, self.pair[1]) if side == 0 else (self.pair[0], place)
        if older >= newer:
            older, newer = (older, older + 1) if side == 0 else (newer - 1, newer)
        self._compare(older, newer)

    def _compare(self, older: int, newer: int) -> None:
        content = self.content
        if content is None:
            return
        self.pair, self.opened, self.comparison = (older, newer), None, None
        days = [image.day for image in content.images]
        self._view.show_choices(days, chosen=self.pair)
        self._view.stage.show_pictures(None, None)
        self._view.stage.show_words(tr(_READING), tr(_READING))
        self._turn += 1
        self._waiting = 1
        images = content.images[older], content.images[newer]
        self._background.run(
            lambda: (open_image(images[0]), open_image(images[1])),
            done=partial(self._pictures_came, self._turn),
        )
        self._show_facts()

    def _pictures_came(self, turn: int, opened: tuple[OpenedImage, OpenedImage]) -> None:
        if turn != self._turn:
            return
        self.opened = opened
        self._view.stage.show_words(opened[0].missing, opened[1].missing)
        self._show_facts()
        self._background.run(partial(compare, *opened), done=partial(self._compared, turn))

    def _compared(self, turn: int, comparison: Comparison | None) -> None:
        if turn != self._turn:
            return
        self._waiting = 0
        self.comparison = comparison
        self._show_facts()

    def _show_facts(self) -> None:
        """Say what is known by now."""
        self._show_comparison()
        self._show_stored()
        self.changed.emit()

    def _show_comparison(self) -> None:
        panel, comparison = self._view.panel, self.comparison
        if comparison is None or self.opened is None:
            panel.show_alignment(self.refusal)
            panel.show_area(
                Headline(tr(_MEASURING), "")
                if self._waiting
                else Headline(tr("Not known"), tr(_NOT_COMPARED))
            )
            return
        alignment = comparison.alignment
        panel.show_alignment(alignment_words(alignment) if alignment else self.refusal)
        panel.show_area(area_words(area_change(comparison, *self.opened)))

    def _show_stored(self) -> None:
        if self.content is None:
            return
        older, newer = (self.content.images[place] for place in self.pair)
        self._view.panel.show_probabilities(probability_words(older, newer))
        alignment = None if self.comparison is None else self.comparison.alignment
        self._view.panel.show_scales(scales_words(self.opened, alignment))


def _same_images(before: FollowContent, after: FollowContent) -> bool:
    return [one.stored.id for one in before.images] == [one.stored.id for one in after.images]
