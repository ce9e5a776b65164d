"""Letters on systems that have none, as a bare container or a broken installation."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication

from core.paths import fonts_folder


def require_letters(application: QApplication) -> None:
    """Take the fonts of our documents where the system has none: else all texts are boxes."""
    if QFontMetrics(application.font()).inFont("A"):
        return
    added = [QFontDatabase.addApplicationFont(str(file)) for file in fonts_folder().glob("*.ttf")]
    families = [name for one in added for name in QFontDatabase.applicationFontFamilies(one)]
    if families:
        font = QFont(application.font())
        font.setFamilies(families[:1])
        application.setFont(font)
