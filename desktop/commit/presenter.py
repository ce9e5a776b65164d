"""Asks for an answer before a finding is shown, and keeps what was said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from core.cases.commitment import Commitment
from core.errors import ChangedMeanwhile
from core.report.answer_words import answer_words
from desktop.commit.box import CommitBox
from desktop.commit.choices import choices_of
from desktop.commit.keeper import commitment_on, keep
from desktop.language.words import mark, tr
from desktop.look.entries import EntryState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from core.cases.commitment import CommittedAnswer
    from core.cases.store import CaseStore
    from core.errors import LentigoError
    from desktop.cases.desk import CaseDesk
    from desktop.look.entries import ImageEntry
    from desktop.look.panel import FindingPanel
    from desktop.look.session import Session
    from desktop.look.state import LookState

    Question = Callable[[CaseStore], Commitment | None]

_NOT_KEPT: Final = mark("Your answer is not kept, and the finding stays covered. {words}")
_NOT_CHANGED: Final = mark("Your last answer is not kept. {words}")
_UNREAD: Final = mark("Whether you have answered this before cannot be read. {words}")
_SHOWN: Final = mark("That the finding was shown without an answer is not kept. {words}")


class CommitPresenter(QObject):
    """Puts the question into the panel, and the answer into the store.

    Parameters
    ----------
    panel : FindingPanel
        Where it stands.
    session : Session
        Holds the findings back.
    state : LookState
        Which image is looked at.
    desk : CaseDesk
        Asks the store.
    """

    said = Signal(str)
    """A sentence that the user should read."""

    def __init__(
        self, panel: FindingPanel, *, session: Session, state: LookState, desk: CaseDesk
    ) -> None:
        super().__init__(panel)
        self._session = session
        self._state = state
        self._desk = desk
        self._kept: dict[str, Commitment] = {}
        self._asked: set[str] = set()
        self._waiting: set[str] = set()
        self._shown: tuple[int, bool] | None = None
        self.box = CommitBox()
        self.box.hide()
        panel.put_first(self.box)
        session.changed.connect(self._on_news)
        state.image_changed.connect(self._show)
        self.box.answered.connect(self._answer)
        self.box.declined.connect(self._decline)
        self.box.change_wanted.connect(self._ask_again)

    @property
    def settled(self) -> bool:
        """Whether the store has answered all that it was asked."""
        return not self._waiting

    @property
    def answers(self) -> Mapping[str, Commitment]:
        """What is known to be kept, by the checksums of the images' bytes."""
        return dict(self._kept)

    def take_over(self, answers: Mapping[str, Commitment]) -> None:
        """Know what is kept from another window."""
        self._kept.update(answers)

    def show_all(self) -> None:
        """Show every finding that is covered; those are shown without an answer."""
        for entry in list(self._session.images):
            if entry.state is EntryState.COVERED:
                self._show_without(entry)

    def _on_news(self, image: int) -> None:
        entry = self._session.images.get(image)
        if entry is not None and entry.state is EntryState.COVERED:
            self._look_up(entry)
        if image == self._state.image:
            self._show()

    def _look_up(self, entry: ImageEntry) -> None:
        """Cover no finding a second time: who has answered has seen it."""
        if entry.sha256 in self._kept:
            self._lift(entry.sha256)
        elif entry.sha256 not in self._asked:
            sha256 = entry.sha256
            self._asked.add(sha256)
            self._ask(sha256, lambda store: store.commitment_of(sha256), lost=tr(_UNREAD))

    def _show(self) -> None:
        """Put into the panel what belongs to the image that is looked at."""
        entry = self._session.images.get(self._state.image)
        covered = entry is not None and entry.state is EntryState.COVERED
        now = None if entry is None else (entry.id, covered)
        if now == self._shown and covered and not self.box.isHidden():
            return  # what the user is choosing stays
        self._shown = now
        if entry is None or (covered and entry.sha256 in self._waiting):
            self.box.hide()
        elif covered:
            held = self._session.cover.held(entry.id)
            self.box.ask(() if held is None or held.card is None else choices_of(held.card.classes))
        elif entry.analysis is not None and entry.sha256 in self._kept:
            self._show_said(self._kept[entry.sha256])
        else:
            self.box.hide()

    def _show_said(self, commitment: Commitment) -> None:
        first, final = commitment.first, commitment.final
        if first is None or final is None:
            self.box.hide()
            return
        said = answer_words(first)
        words = tr("You said: {said}.", said=said)
        if commitment.changed_mind:
            words = tr("You said: {said}. Then: {then}.", said=said, then=answer_words(final))
        self.box.show_said(words)

    def _ask_again(self) -> None:
        entry = self._session.images.get(self._state.image)
        if entry is None or entry.card is None or entry.sha256 not in self._kept:
            return
        self.box.ask_again(choices_of(entry.card.classes), self._kept[entry.sha256].final)

    def _answer(self, answer: CommittedAnswer) -> None:
        entry = self._session.images.get(self._state.image)
        if entry is None or entry.sha256 in self._waiting:
            return
        known, held = self._kept.get(entry.sha256), self._session.cover.held(entry.id)
        if held is not None:
            said = commitment_on(held, sha256=entry.sha256).answered(answer)
            self._ask(entry.sha256, partial(keep, commitment=said), lost=tr(_NOT_KEPT))
        elif known is not None:
            changed = known.with_final(answer)
            self._ask(entry.sha256, lambda store: store.save(changed), lost=tr(_NOT_CHANGED))

    def _decline(self) -> None:
        entry = self._session.images.get(self._state.image)
        if entry is not None and entry.state is EntryState.COVERED:
            self._show_without(entry)
        else:
            self._refresh()

    def _show_without(self, entry: ImageEntry) -> None:
        """Show a finding whatever comes of noting that."""
        held = self._session.cover.held(entry.id)
        if held is not None:
            shown = commitment_on(held, sha256=entry.sha256)
            self._ask(entry.sha256, partial(keep, commitment=shown), lost=tr(_SHOWN))
        self._session.cover.lift(entry.id)

    def _ask(self, sha256: str, question: Question, *, lost: str) -> None:
        self._waiting.add(sha256)
        self._desk.ask(
            question,
            done=partial(self._came, sha256),
            failed=partial(self._failed, sha256, lost),
        )

    def _came(self, sha256: str, commitment: Commitment | None) -> None:
        if commitment is not None:
            self._kept[sha256] = commitment
            self._lift(sha256)
        self._end(sha256)

    def _failed(self, sha256: str, lost: str, error: LentigoError) -> None:
        if isinstance(error, ChangedMeanwhile) and isinstance(error.value, Commitment):
            self._kept[sha256] = error.value  # who answers again has seen it
        self.said.emit(lost.format(words=error.message))
        self._end(sha256)

    def _end(self, sha256: str) -> None:
        """Show what has come of it, but leave alone what the user chooses for another image."""
        self._waiting.discard(sha256)
        entry = self._session.images.get(self._state.image)
        if entry is not None and entry.sha256 == sha256:
            self._refresh()

    def _lift(self, sha256: str) -> None:
        """Show the finding of every opened image with these bytes."""
        for entry in list(self._session.images):
            if entry.sha256 == sha256 and entry.state is EntryState.COVERED:
                self._session.cover.lift(entry.id)

    def _refresh(self) -> None:
        self._shown = None
        self._show()
