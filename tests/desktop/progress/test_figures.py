from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.report.learning_figures import Figure
from desktop.application import make_application
from desktop.progress.figures import FigureCard, Figures


def cards(figures: Figures) -> list[FigureCard]:
    return [one for one in figures.findChildren(FigureCard) if one.isVisible()]


def test_cards_stand_beside_each_other_as_far_as_there_is_room(qtbot: QtBot) -> None:
    make_application()
    around = QWidget()
    qtbot.addWidget(around)
    figures = Figures(around)
    QVBoxLayout(around).addWidget(figures)
    figures.show_figures([Figure(f"Figure {number}", "50 %", "Of some") for number in range(4)])
    around.show()
    for width, rows in ((1000, 1), (300, 4), (1000, 1)):
        around.resize(width, 600)
        qtbot.waitUntil(lambda rows=rows: len({card.y() for card in cards(figures)}) == rows)  # type: ignore[misc] # bound
    figures.show_figures([Figure("Another", "1", "")])
    qtbot.waitUntil(lambda: len(cards(figures)) == 1)
