"""The few things that a palette cannot say, as one style sheet made from the theme."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, Final

from core.paths import resources_folder

if TYPE_CHECKING:
    from desktop.shell.theme import Theme

_SHEET: Final = Template("""
QToolTip { color: $text; background: $surface; border: 1px solid $line; padding: 4px; }
QMenuBar { background: $ground; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 4px 8px; background: transparent; }
QMenuBar::item:selected { background: $selected; color: $text; }
QMenu { background: $surface; border: 1px solid $line; padding: 4px 0; }
QMenu::item { padding: 4px 24px 4px 28px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $quiet; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QStatusBar { background: $ground; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $line; }
QPushButton, QToolButton {
  border: 1px solid $line; border-radius: 4px; background: $surface; padding: 4px 8px;
}
QPushButton { padding: 7px 16px; }
QPushButton[kind="small"] { padding: 2px 8px; }
QToolButton[kind="small"] { padding: 0 5px; }
QPushButton:hover, QToolButton:hover { background: $selected; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; margin: -1px; }
QPushButton[kind="primary"] {
  background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled {
  background: $track; color: $quiet; border-color: $track;
}
QFrame[kind="rail"] { background: $ground; border: none; border-right: 1px solid $line; }
QToolButton[kind="rail"] {
  background: transparent; border: none; border-left: 4px solid transparent; border-radius: 0;
  padding: 10px 4px 10px 0; margin: 0;
}
QToolButton[kind="rail"]:hover { background: $selected; }
QToolButton[kind="rail"]:checked {
  background: $selected; border: none; border-left: 4px solid $accent; font-weight: 600;
}
QToolButton[kind="rail"]:focus { border: 2px solid $accent; margin: 0; padding: 8px 2px; }
QToolButton[kind="disclosure"] {
  border-color: transparent; padding: 4px 8px 4px 0; margin-left: -4px; font-weight: 600;
}
QToolButton[kind="disclosure"]:checked { background: $surface; border-color: transparent; }
QToolButton[kind="disclosure"]:hover { background: $selected; }
QToolButton[kind="disclosure"]:focus { border-color: $accent; }
QToolButton::menu-indicator { subcontrol-position: right center; right: 4px; }
QToolButton[popupMode="2"] { padding-right: 18px; }
QToolButton:checked { background: $selected; border-color: $accent; }
QToolButton:disabled, QPushButton:disabled { color: $handle; }
QTreeWidget[kind="commands"] { border: none; background: transparent; }
QTreeWidget[kind="commands"]::item { padding: 5px 8px; }
QTreeWidget[kind="commands"]::item:selected { background: $selected; color: $text; }
QRadioButton::indicator {
  width: 12px; height: 12px; border: 1px solid $quiet; border-radius: 7px; background: $surface;
}
QRadioButton::indicator:checked {
  width: 4px; height: 4px; border: 5px solid $accent; background: $on_accent;
}
QCheckBox::indicator, QListView::indicator {
  width: 12px; height: 12px; border: 1px solid $quiet; border-radius: 3px; background: $surface;
}
QCheckBox::indicator:checked, QListView::indicator:checked {
  width: 6px; height: 6px; border: 4px solid $accent; background: $on_accent;
}
QListView::indicator:indeterminate {
  border-color: $accent;
  background: qlineargradient(x1: 0, y1: 0, x2: 0, y2: 1, stop: 0 $surface, stop: 0.35 $surface,
    stop: 0.36 $accent, stop: 0.64 $accent, stop: 0.65 $surface, stop: 1 $surface);
}
QCheckBox { border: 2px solid transparent; border-radius: 4px; padding: 2px; margin-left: -4px; }
QCheckBox:focus { border-color: $accent; }
QRadioButton { border: 2px solid transparent; border-radius: 4px; padding: 2px; }
QRadioButton:focus { border-color: $accent; }
QDoubleSpinBox, QSpinBox {
  border: 1px solid $handle; border-radius: 4px; background: $surface; padding: 3px 7px;
  min-height: 20px;
}
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; border: none; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QDoubleSpinBox:focus, QSpinBox:focus { border: 2px solid $accent; padding: 2px 6px; }
QComboBox {
  border: 1px solid $handle; border-radius: 4px; background: $surface; padding: 5px 7px;
}
QComboBox:focus { border: 2px solid $accent; padding: 4px 6px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$arrow"); width: 10px; height: 10px; }
QComboBox:disabled { color: $quiet; border-color: $line; background: $ground; }
QLineEdit, QPlainTextEdit {
  border: 1px solid $handle; border-radius: 4px; background: $surface; padding: 5px 7px;
}
QLineEdit:disabled { color: $quiet; border-color: $line; background: $ground; }
QLineEdit:focus, QPlainTextEdit:focus {
  border: 2px solid $accent; padding: 4px 6px;
}
QDoubleSpinBox:disabled, QSpinBox:disabled {
  color: $quiet; border-color: $line; background: $ground;
}
QLabel[kind="quiet"] { color: $quiet; }
QLabel[kind="centred"] { qproperty-alignment: AlignCenter; }
QLabel[kind="centred-quiet"] { qproperty-alignment: AlignCenter; color: $quiet; }
QFrame[kind="surface"] { background: $surface; }
QFrame[kind="notice"] { background: $notice; border: none; }
QFrame[kind="notice"] QLabel { color: $text; }
QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[kind="card"] QLabel { color: $text; }
QFrame[kind="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="drop"] { background: $veil; border: 3px dashed $accent; border-radius: 8px; }
QLabel[kind="drop"] {
  background: $surface; color: $text; border: 1px solid $accent; border-radius: 8px;
  padding: 16px 24px;
}
QFrame[kind="asked"] {
  border: none; border-left: 4px solid transparent; background: $surface;
}
QFrame[kind="asked"][turn="true"] { border-left: 4px solid $accent; }
QLabel[kind="key"] {
  border: 1px solid $handle; border-radius: 3px; padding: 0 5px; background: $ground;
}
QLabel[kind="key"]:disabled { color: transparent; border-color: transparent; background: none; }
QScrollArea { border: none; background: $surface; }
QScrollArea > QWidget > QWidget { background: $surface; }
QScrollArea[kind="plain"], QScrollArea[kind="plain"] > QWidget > QWidget { background: $ground; }
QScrollArea[reads="true"] { border: 2px solid transparent; }
QScrollArea[reads="true"]:focus { border-color: $accent; }
QGraphicsView { border: none; background: $canvas; }
QGraphicsView:focus { border: 2px solid $accent; }
QListView { border: none; background: $surface; outline: none; }
QListView[kind="rows"] { border: 1px solid $line; border-radius: 4px; }
QListView[kind="rows"]:focus { border-color: $accent; }
QListView[kind="rows"]::item { padding: 6px 8px; border: 1px solid transparent; }
QListView[kind="rows"]::item:selected { background: $selected; color: $text; }
QListView[kind="rows"]::item:focus { border-color: $accent; }
QTableView { border: 1px solid $line; background: $surface; outline: none; }
QTableView::item { padding: 0 17px 0 5px; border: none; }
QTableView::item:selected { background: $selected; color: $text; }
QTableView:focus { border-color: $accent; }
QHeaderView { background: $ground; border: none; }
QHeaderView::section {
  background: $ground; color: $text; border: none; border-bottom: 1px solid $line;
  padding: 6px 20px 6px 8px; font-weight: 600;
}
QHeaderView::section:hover { background: $selected; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $handle; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { border: none; border-radius: 2px; background: $track; max-height: 4px; }
QProgressBar::chunk { border-radius: 2px; background: $accent; }
""")


def stylesheet(theme: Theme) -> str:
    """Return the style sheet in the theme's colours."""
    colours = theme._asdict()
    # Its grey is to be seen on both themes' surfaces.
    colours["arrow"] = (resources_folder() / "icons" / "choice.svg").as_posix()
    colours["veil"] = f"#d9{theme.ground.removeprefix('#')}"  # 85 % opaque
    return _SHEET.substitute(colours)
