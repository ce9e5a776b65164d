"""Narrows the atlas: words, and a choice for each thing that is known; its order and groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton, QWidget

from core.atlas.browse import Count, Facet, Filter, Sort
from core.report.atlas_words import facet_name
from desktop.atlas.mark_choice import MarkChoice
from desktop.atlas.words import FACETS, GROUPS, ORDERS, Order, value_words
from desktop.language.words import mark, tr
from desktop.shell.flow import FlowLayout

if TYPE_CHECKING:
    from core.atlas.description import Description

_PAUSE_MS: Final = 200  # after the last letter
_LETTERS: Final = 17
_AGES: Final = ((None, None), (0, 19), (20, 39), (40, 59), (60, 79), (80, None))
_ANY_AGE: Final = mark("All ages")


@dataclass(frozen=True, slots=True)
class Several:
    """Diagnoses that another place wants to be seen beside each other.

    Parameters
    ----------
    codes : frozenset of str
        Which.
    words : str
        How they are named.
    """

    codes: frozenset[str | None]
    words: str


class Choice(QComboBox):
    """One of several values.

    Parameters
    ----------
    name : str
        Of what is chosen.
    parent : QWidget
        As for any widget.
    """

    wanted = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self._values: list[object] = []
        self.currentIndexChanged.connect(lambda _: self.wanted.emit())

    @property
    def value(self) -> object:
        """The one that is chosen."""
        return self._values[self.currentIndex()] if self._values else None

    def value_at(self, place: int) -> object:
        """Return the value that stands in a place of the list."""
        return self._values[place]

    def offer(self, values: Iterable[tuple[str, object]], *, chosen: object) -> None:
        """Offer values by their words, one of them as chosen: the first if it is not among them."""
        with QSignalBlocker(self):
            self.clear()
            self._values = []
            for words, value in values:
                self.addItem(words)
                self._values.append(value)
            self.choose(chosen)
            self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 24)

    def choose(self, value: object) -> None:
        """Choose a value as the user does."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)


class FilterBar(QWidget):
    """The filters, the order and the groups.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit(self)
        self.words.setAccessibleName(tr("Words"))
        self.words.setPlaceholderText(tr("Diagnosis, site, source or file"))
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(self.fontMetrics().averageCharWidth() * 40)
        self.facets = {facet: Choice(facet_name(facet), self) for facet in FACETS}
        self.age = Choice(tr("Age"), self)
        self.marks = MarkChoice(self)
        self.sort = Choice(tr("Order"), self)
        self.group = Choice(tr("Groups"), self)
        self.age.offer(((_age_words(*one), one) for one in _AGES), chosen=_AGES[0])
        self.sort.offer(
            ((tr(words), one) for one, words in ORDERS.items()), chosen=Order(Sort.SOURCE)
        )
        self.group.offer(((tr(words), one) for one, words in GROUPS.items()), chosen=None)
        self.more = QToolButton(self)
        self.more.setCheckable(True)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.setToolTip(tr("Show or hide what the images are narrowed, sorted and grouped by"))
        self.more.toggled.connect(lambda _: self._arrange())
        self._varied: frozenset[Facet] = frozenset(FACETS)
        self._low = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.words.textChanged.connect(lambda _: self._pause.start())
        self.marks.wanted.connect(self.changed)
        for box in self._boxes():
            box.wanted.connect(self.changed)
        self.changed.connect(self._say)
        self._lay_out()
        self._arrange()

    @property
    def filter(self) -> Filter:
        """What is wanted."""
        low, high = _AGES[self.age.currentIndex()]
        return Filter(
            chosen=MappingProxyType(
                {
                    facet: _values_of(box.value)
                    for facet, box in self.facets.items()
                    if isinstance(box.value, Count | Several)
                }
            ),
            age_from=low,
            age_to=None if high is None else high + 0.999,  # 39 and a half is not 40
            text=self.words.text(),
        )

    def offer(self, counts: Mapping[Facet, tuple[Count, ...]], described: Description) -> None:
        """Offer the values that occur, with how many items each would leave."""
        for facet, box in self.facets.items():
            found = counts[facet]
            chosen = box.value
            values: list[tuple[str, object]] = [(tr(FACETS[facet]), None)]
            for one in found:
                words = value_words(facet, one.value, described)
                values.append((tr("{name} ({n:,})", name=words, n=one.items), one))
            if isinstance(chosen, Several):
                values.insert(1, (chosen.words, chosen))
            if isinstance(chosen, Count):
                chosen = next((one for one in found if one.value == chosen.value), None)
            box.offer(values, chosen=chosen)
        self._varied = frozenset(facet for facet, found in counts.items() if len(found) > 1)
        self._arrange()

    def set_low(self, *, low: bool) -> None:
        """Have one line only where there is little height; the rest is a button away."""
        if low != self._low:
            self._low = low
            self._arrange()

    def _arrange(self) -> None:
        """Show what there is room for, or what is wanted all the same."""
        shown = not self._low or self.more.isChecked()
        self.more.setVisible(self._low)
        for facet, box in self.facets.items():
            box.setVisible(shown and facet in self._varied)
        for other in (self.age, self.sort, self.group):
            other.setVisible(shown)
        self._say()

    def _say(self) -> None:
        """Say at the button how many filters are set that may not be seen."""
        chosen = sum(box.currentIndex() > 0 for box in (*self.facets.values(), self.age))
        self.more.setText(tr("Filters ({n})", n=chosen) if chosen else tr("Filters"))

    def want_diagnoses(self, several: Several) -> None:
        """Want these, each as a group, and nothing else."""
        self.clear(quietly=True)
        box = self.facets[Facet.DIAGNOSIS]
        box.offer([(tr(FACETS[Facet.DIAGNOSIS]), None), (several.words, several)], chosen=several)
        with QSignalBlocker(self):
            self.group.choose(Facet.DIAGNOSIS)
        self.changed.emit()

    def clear(self, *, quietly: bool = False) -> None:
        """Want everything; quietly where nobody is to be told."""
        with QSignalBlocker(self):
            for box in (*self.facets.values(), self.age):
                box.setCurrentIndex(0)
            self.marks.choose(())
            self.words.clear()
        self._say()
        self._pause.stop()
        if not quietly:
            self.changed.emit()

    def _boxes(self) -> tuple[Choice, ...]:
        return (*self.facets.values(), self.age, self.sort, self.group)

    def _lay_out(self) -> None:
        height = self.words.sizeHint().height()
        layout = FlowLayout()
        self.marks.setFixedWidth(self.age.sizeHint().width())
        for widget in (self.words, self.more, self.marks, *self._boxes()):
            widget.setFixedHeight(height)
            layout.addWidget(widget)
        self.setLayout(layout)


def _values_of(value: Count | Several) -> frozenset[str | None]:
    return value.codes if isinstance(value, Several) else frozenset({value.value})


def _age_words(low: int | None, high: int | None) -> str:
    if low is None:
        return tr(_ANY_AGE)
    if high is None:
        return tr("{age} years and older", age=low)
    return tr("{low} to {high} years", low=low, high=high)
