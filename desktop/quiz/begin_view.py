"""Where a quiz is begun: who is asked, about what, how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.learning.quiz.plan import Difficulty, QuizPlan, Topic
from desktop.atlas.filter_bar import Choice
from desktop.language.words import tr
from desktop.learning.profile_chooser import ProfileChooser
from desktop.quiz.topic_box import TopicBox
from desktop.quiz.words import (
    CHOICES,
    DIFFICULTIES,
    NUMBERS,
    TIMES,
    choices_words,
    chosen_words,
    time_words,
)
from desktop.shell.keys import ENTER
from desktop.shell.parts import MARGIN, heading, plain_label, text
from desktop.shell.tab_order import order_tabs

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.quiz.offer import AtlasOffer, Values

_WIDEST: Final = 760
_LETTERS: Final = 30
_WHOLE: Final = "the whole atlas"
_CHOSEN: Final = "the chosen images"
"""Stand for no collection; identifiers of collections have no spaces."""


class BeginView(QWidget):
    """The form; it tells what is wanted.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    begun = Signal()
    """The user wants to be asked what is chosen."""
    resumed = Signal()
    """The user wants to go on with what was left."""
    dropped = Signal()
    """The user wants to hear no more of what was left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.about = heading(self), text(self, quiet=True)
        self.left = text(self)
        self.go_on = _button(tr("Go on with it"), self, primary=True)
        self.drop = _button(tr("End it"), self)
        self.drop.setToolTip(tr("Its answers stay; it is not offered any more"))
        self.profile = ProfileChooser(self)
        self.collection = Choice(tr("Images"), self)
        self.diagnoses = TopicBox(self)
        self.all_meant = text(self, tr("All of them while none is ticked."), quiet=True)
        self.site, self.way = Choice(tr("Body site"), self), Choice(tr("Confirmed"), self)
        self.number = Choice(tr("Number of questions"), self)
        self.difficulty = Choice(tr("Difficulty"), self)
        self.choices = Choice(tr("Diagnoses offered"), self)
        self.time = Choice(tr("Time"), self)
        self.malignant = QCheckBox(tr("Ask whether it is malignant, too"), self)
        self.begin = _button(tr("Begin"), self, primary=True)
        self.remark = text(self, quiet=True)
        self.begin.clicked.connect(self.begun)
        self.go_on.clicked.connect(self.resumed)
        self.drop.clicked.connect(self.dropped)
        self._form = QFormLayout()
        self._card = QFrame(self)
        self._lay_out()
        self.show_left("")

    @property
    def plan(self) -> QuizPlan:
        """What is chosen, without the images of a collection."""
        site, way = self.site.value, self.way.value
        time, choices = self.time.value, self.choices.value
        return QuizPlan(
            topic=Topic(
                codes=self.diagnoses.chosen,
                sites=(site,) if isinstance(site, str) else (),
                confirmations=(way,) if isinstance(way, str) else (),
            ),
            count=int(str(self.number.value)),
            difficulty=Difficulty(str(self.difficulty.value)),
            choices=choices if isinstance(choices, int) else None,
            seconds=float(time) if isinstance(time, int) else None,
            ask_malignant=self.malignant.isChecked(),
        )

    @property
    def collection_id(self) -> str | None:
        """Which collection is chosen, empty for the favourites; None for the whole atlas."""
        value = self.collection.value
        return None if value in (None, _WHOLE, _CHOSEN) else str(value)

    @property
    def only_chosen(self) -> bool:
        """Whether the images are meant that were chosen in the atlas."""
        return self.collection.value == _CHOSEN

    def offer(self, offer: AtlasOffer, plan: QuizPlan) -> None:
        """Offer what an atlas has, a plan's choices as chosen."""
        self.title.setText(tr("Quiz about {name}", name=offer.title))
        self.about.setText(offer.about)
        self.diagnoses.offer(offer.diagnoses, chosen=plan.topic.codes)
        order_tabs((self.collection, *self.diagnoses.boxes, self.site))
        self._offer(self.site, tr("Any body site"), offer.sites, plan.topic.sites)
        self._offer(self.way, tr("However confirmed"), offer.ways, plan.topic.confirmations)
        numbers = sorted({*NUMBERS, plan.count})
        self.number.offer(((f"{one}", one) for one in numbers), chosen=plan.count)
        self.difficulty.offer(
            ((tr(words), one) for one, words in DIFFICULTIES.items()), chosen=plan.difficulty
        )
        self.choices.offer(((choices_words(one), one) for one in CHOICES), chosen=plan.choices)
        seconds = None if plan.seconds is None else int(plan.seconds)
        times = TIMES if seconds in TIMES else (*TIMES, seconds)  # a package may have its own
        self.time.offer(((time_words(one), one) for one in times), chosen=seconds)
        self.malignant.setChecked(plan.ask_malignant)

    def offer_collections(self, values: Values, *, images: int) -> None:
        """Offer these beside the whole atlas, and so many images that were chosen in it."""
        picked = ((chosen_words(images), _CHOSEN),) if images else ()
        every = ((tr("The whole atlas"), _WHOLE), *picked, *values)
        chosen = self.collection.value
        self.collection.offer(every, chosen=_WHOLE if chosen is None else chosen)
        self._form.setRowVisible(self.collection, len(every) > 1)

    def choose_images(self) -> None:
        """Choose the images that were chosen in the atlas."""
        self.collection.choose(_CHOSEN)

    def show_left(self, words: str) -> None:
        """Say what was left; nothing where there is none."""
        self.left.setText(words)
        self._card.setVisible(bool(words))
        kind = "plain" if words else "primary"
        if self.begin.property("kind") != kind:  # one button at a time is the loud one
            self.begin.setProperty("kind", kind)
            self.begin.style().polish(self.begin)

    def show_ready(self, *, ready: bool, remark: str = "") -> None:
        """Let it be begun or not, and say why."""
        for button in (self.begin, self.go_on, self.drop):
            button.setEnabled(ready)
        self.remark.setText(remark)

    def take_focus(self) -> None:
        """Have the keys go to what is most likely wanted."""
        if self.profile.writing:
            self.profile.name.setFocus()
        else:
            (self.begin if self._card.isHidden() else self.go_on).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin, or press what has the focus."""
        focus = self.focusWidget()
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif isinstance(focus, QPushButton) and focus.hasFocus():
            focus.click()
        else:
            self.begin.click()

    def sizeHint(self) -> QSize:
        """Be as wide as reads well."""
        hint = super().sizeHint()
        return QSize(max(_WIDEST, self.minimumSizeHint().width()), hint.height())

    def _offer(self, box: Choice, every: str, values: Values, chosen: tuple[str, ...]) -> None:
        box.offer(((every, None), *values), chosen=chosen[0] if chosen else None)
        self._form.setRowVisible(box, len(values) > 1)

    def _lay_out(self) -> None:
        self._lay_out_form()
        card = QHBoxLayout(self._card)
        self._card.setProperty("kind", "card")
        card.setContentsMargins(MARGIN, 8, 8, 8)
        card.addWidget(self.left, 1)
        card.addWidget(self.drop)
        card.addWidget(self.go_on)
        last = QHBoxLayout()
        last.setSpacing(MARGIN)
        last.addWidget(self.begin)
        last.addWidget(self.remark, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        for widget in (self.title, self.about):
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addWidget(self._card)
        layout.addLayout(self._form)
        layout.addSpacing(8)
        layout.addLayout(last)
        layout.addStretch(1)

    def _lay_out_form(self) -> None:
        topic = QWidget(self)
        column = QVBoxLayout(topic)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.diagnoses)
        column.addWidget(self.all_meant)
        self._form.setHorizontalSpacing(MARGIN)
        self._form.setVerticalSpacing(12)
        boxes = (self.site, self.way, self.number, self.difficulty, self.choices, self.time)
        for box in (self.collection, *boxes):
            box.setMinimumContentsLength(_LETTERS)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for words, field in (
            (tr("Who learns"), self.profile),
            (tr("Images"), self.collection),
            (tr("Diagnoses"), topic),
            (tr("Body site"), self.site),
            (tr("Confirmed"), self.way),
            (tr("Number of questions"), self.number),
            (tr("Difficulty"), self.difficulty),
            (tr("Diagnoses offered"), self.choices),
            (tr("Time"), self.time),
        ):
            self._form.addRow(plain_label(self, words), field)
        self._form.addRow(self.malignant)


def _button(words: str, parent: QWidget, *, primary: bool = False) -> QPushButton:
    button = QPushButton(words, parent)
    button.setProperty("kind", "primary" if primary else "plain")
    return button
