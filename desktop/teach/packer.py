"""Leads from the menu's entry to a package that is written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from core.errors import LentigoError
from core.learning.package.licences import LicenceCount, Permission, licences_of
from core.learning.package.manifest import MOST_ITEMS, SUFFIX
from core.learning.package.packing import Packed, pack
from desktop.language.words import mark, tr
from desktop.shell.background import named
from desktop.teach.folders import plain_name
from desktop.teach.pack_dialog import PackDialog
from desktop.teach.words import licence_words, packed_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from core.atlas import Atlas
    from core.learning.quiz.plan import QuizPlan
    from desktop.shell.background import Background
    from desktop.shell.dialogs import Dialogs
    from desktop.teach.sources import PackSource
    from desktop.teach.work import Work


_READING: Final = mark("Reading the licences…")


class Packer(QObject):
    """One dialog, while it is open.

    Parameters
    ----------
    window : QWidget
        Owns the dialog.
    atlas : Atlas
        Whose images are packed.
    sources : sequence of PackSource
        What of it can be, at least one.
    author : str
        Who makes it, as proposed.
    plan : QuizPlan
        How a quiz is to be asked.
    work : Work
        Packs.
    background : Background
        Where licences are read.
    dialogs : Dialogs
        Asks for the file.
    """

    def __init__(
        self,
        window: QWidget,
        *,
        atlas: Atlas,
        sources: Sequence[PackSource],
        author: str,
        plan: QuizPlan,
        work: Work,
        background: Background,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(window)
        self._atlas = atlas
        self._work = work
        self._background = background
        self._dialogs = dialogs
        self._counts: tuple[LicenceCount, ...] = ()
        self._unread = ""
        self._judged: PackSource | None = None
        self._closed = False
        self.dialog = PackDialog(sources, author=author, plan=plan, parent=window)
        self.dialog.form.source_changed.connect(self._read_licences)
        self.dialog.form.changed.connect(self._judge)
        self.dialog.wanted.connect(self._pack)
        self.dialog.stopped.connect(work.stop)
        self.dialog.finished.connect(self._close)
        work.progressed.connect(self.dialog.bar.setValue)
        self._read_licences()
        self.dialog.open()

    @property
    def settled(self) -> bool:
        """Whether all is said about the images that are wanted."""
        return self._judged == self.dialog.form.source and not self._work.busy

    def _read_licences(self) -> None:
        source, self._counts, self._unread = self.dialog.form.source, (), ""
        self._judged = None
        if len(source.ids) <= MOST_ITEMS:
            self._background.run(
                partial(_licences, self._atlas, source.ids),
                done=partial(self._show_licences, source),
                failed=partial(self._show_unread, source),
            )
        else:
            self._judged = source
        self._judge()

    def _close(self) -> None:
        """Remember that what is still being read comes too late."""
        self._closed = True

    def _show_licences(self, source: PackSource, counts: tuple[LicenceCount, ...]) -> None:
        if not self._closed and source == self.dialog.form.source:
            self._counts, self._judged = counts, source
            self._judge()

    def _show_unread(self, source: PackSource, error: Exception) -> None:
        error = named(error)
        if not self._closed and source == self.dialog.form.source:
            self._unread, self._judged = error.message, source
            self._judge()

    def _judge(self) -> None:
        """Only what can be packed can be accepted."""
        form = self.dialog.form
        stay = any(one.permission is not Permission.GIVEN for one in self._counts)
        form.show_licences(
            licence_words(self._counts, own_rights=form.rights.isChecked()), stay=stay
        )
        hindrance = self._hindrance()
        self.dialog.show_remark(hindrance)
        self.dialog.begin.setEnabled(not hindrance)

    def _hindrance(self) -> str:
        """Say why nothing can be packed: nobody passes on what they have not been told about."""
        if len(self.dialog.form.source.ids) > MOST_ITEMS:
            return tr("A package holds {n:,} images at most.", n=MOST_ITEMS)
        if self._judged != self.dialog.form.source:
            return tr(_READING)
        return self._unread or ("" if self.dialog.form.complete else tr("Name the package."))

    def _pack(self) -> None:
        form = self.dialog.form
        packing, ids = form.packing, form.source.ids
        out = self._dialogs.package(f"{plain_name(packing.name)}{SUFFIX}")
        if out is None:
            return
        self.dialog.show_remark("")
        self.dialog.show_work(len(ids))
        atlas = self._atlas
        self._work.run(
            lambda tell: pack(atlas, atlas.library.items(ids), packing, out=out, progress=tell),
            done=self._packed,
            failed=self._failed,
        )

    def _packed(self, packed: Packed) -> None:
        title = tr("“{name}” is packed", name=packed.manifest.name)
        self.dialog.show_packed(title, packed_words(packed), sha256=packed.sha256)

    def _failed(self, error: LentigoError) -> None:
        if self._closed:
            return
        self.dialog.show_work(None)
        self._judge()
        self.dialog.show_remark(error.message)


def _licences(atlas: Atlas, ids: Sequence[int]) -> tuple[LicenceCount, ...]:
    return licences_of(atlas.library.items(ids), licence=atlas.description.licence)
