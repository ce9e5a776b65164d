"""A picture, and beside it what is said about it, which never takes more than half of the width."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget


def beside(picture: QWidget, legend: QWidget, panel: QWidget) -> QHBoxLayout:
    """Lay a panel beside a picture: as wide as it wants to be, unless that were over half.

    Parameters
    ----------
    picture, legend : QWidget
        The legend goes below the picture.
    panel : QWidget
        Its hint is what reads well, its least width what it cannot be shown without.
    """
    panel.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
    left = QVBoxLayout()
    left.setSpacing(8)
    left.addWidget(picture, 1)
    left.addWidget(legend)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addLayout(left, 1)
    row.addWidget(panel, 1)
    return row
