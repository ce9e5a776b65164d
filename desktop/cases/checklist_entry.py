"""A checklist on the page, or the way to a new one; where a draft waits, the button says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QPushButton

from core.cases.draft_keys import CHECKLIST, NEW_CHECKLIST
from core.checklists.known import CHECKLISTS
from core.language import again
from core.report.checklist_words import checklist_words
from core.wording import in_sentence
from desktop.cases.entry import WAITS, entry
from desktop.language.words import tr
from desktop.shell.plain_tip import plain_tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QWidget

    from core.cases.filled_checklist import FilledChecklist
    from core.cases.records import Lesion
    from core.checklists.kinds import ChecklistKind
    from desktop.cases.page_content import ImageCell


def checklist_entry(
    parent: QWidget,
    filled: FilledChecklist,
    *,
    cells: Iterable[ImageCell],
    drafts: frozenset[str],
    edit: Callable[[], None],
) -> QHBoxLayout:
    """Return what was filled about one of some images, with a button to change it."""
    image = next((cell.day for cell in cells if cell.image.id == filled.image_id), "")
    waits = CHECKLIST + filled.id in drafts
    name = tr("Go on changing the checklist") if waits else tr("Change the checklist")
    button = tr(WAITS) if waits else tr("Edit…")
    return entry(parent, checklist_words(filled, image=image), name=name, edit=edit, button=button)


def new_checklist_button(
    parent: QWidget,
    lesion: Lesion,
    *,
    drafts: frozenset[str],
    chosen: Callable[[ChecklistKind], None],
) -> QPushButton:
    """Return the button that offers every checklist, and what was begun of it."""
    begun = {kind for kind in CHECKLISTS if f"{NEW_CHECKLIST}{kind}/{lesion.id}" in drafts}
    button = QPushButton(tr("Add or finish checklist") if begun else tr("Add checklist"), parent)
    button.setProperty("kind", "small")
    button.setAccessibleName(tr("Fill a checklist of {lesion}", lesion=lesion.label))
    button.setToolTip(plain_tip(button.accessibleName()))
    menu = QMenu(button)
    for kind, checklist in CHECKLISTS.items():
        unsaved = tr("Go on with unsaved {name}…", name=in_sentence(again(checklist.name)))
        words = unsaved if kind in begun else f"{again(checklist.name)}…"
        menu.addAction(words).triggered.connect(_deaf(partial(chosen, kind)))
    button.setMenu(menu)
    return button


def _deaf(wish: Callable[[], None]) -> Callable[[bool], None]:
    """Make a slot of a function that does not care whether something is checked."""

    def slot(_checked: bool) -> None:  # noqa: FBT001  # Qt's way
        wish()

    return slot
