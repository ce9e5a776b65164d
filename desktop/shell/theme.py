"""Light and dark: one set of named colours each, and how Qt is made to use them.

The contrast of every pair of text and ground is tested to be 4.5:1 or better (WCAG 2.2, AA). One
accent colour; no meaning is carried by colour alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.shell.stylesheet import stylesheet
from desktop.shell.wishes import ThemeChoice

_MIDDLE: Final = 128  # of 0 to 255


class Theme(NamedTuple):  # made in a fraction of a dataclass's time, before the first paint
    """The colours of one appearance, as ``#rrggbb``.

    Parameters
    ----------
    ground, surface, canvas : str
        Behind everything; of panels and fields; behind the picture.
    text, quiet : str
        Of what is read first, and of what can wait; legible on ground, surface, canvas and notice.
    line : str
        Separates.
    accent, on_accent : str
        The one colour, and text on it.
    selected : str
        Ground of a selected row.
    track : str
        The empty part of a bar.
    handle : str
        Of scroll bars, 3:1 against the surface.
    notice : str
        Ground of warnings, which also carry a sign and words.
    """

    ground: str
    surface: str
    canvas: str
    text: str
    quiet: str
    line: str
    accent: str
    on_accent: str
    selected: str
    track: str
    handle: str
    notice: str


LIGHT: Final = Theme(
    ground="#f5f6f7",
    surface="#ffffff",
    canvas="#e8eaec",
    text="#1a1f24",
    quiet="#4f5963",
    line="#d3d8dd",
    accent="#0b6b73",
    on_accent="#ffffff",
    selected="#e1f0f1",
    track="#e3e7ea",
    handle="#848e97",
    notice="#fbf0d2",
)
DARK: Final = Theme(
    ground="#1b1e21",
    surface="#24282c",
    canvas="#121416",
    text="#eceff1",
    quiet="#aab4bc",
    line="#3b4248",
    accent="#56b9c1",
    on_accent="#06282b",
    selected="#1d3a3d",
    track="#363d43",
    handle="#77828b",
    notice="#3f3517",
)


def palette_of(theme: Theme) -> QPalette:
    """Give Qt's own widgets the theme's colours."""
    palette = QPalette()
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.ground,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.ground,
        role.Text: theme.text,
        role.PlaceholderText: theme.quiet,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Mid: theme.line,
        role.Midlight: theme.track,
    }
    for name, colour in colours.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, _mixed(theme.quiet, theme.ground))
    return palette


def _mixed(one: str, other: str) -> QColor:
    first, second = QColor(one), QColor(other)
    return QColor.fromRgbF(
        (first.redF() + second.redF()) / 2,
        (first.greenF() + second.greenF()) / 2,
        (first.blueF() + second.blueF()) / 2,
    )


class ThemeSwitch(QObject):
    """Applies the user's choice, and follows the system where that is the choice.

    Parameters
    ----------
    choice : ThemeChoice
        What the user wants.
    parent : QObject, optional
        As for any QObject.
    is_dark : callable, optional
        Whether the system is.
    """

    changed = Signal(object)
    """Theme."""

    def __init__(
        self,
        choice: ThemeChoice,
        parent: QObject | None = None,
        *,
        is_dark: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_dark = is_dark or system_is_dark
        self._choice = choice
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self.theme = self._wanted()
        self._apply()

    def choose(self, choice: ThemeChoice) -> None:
        """Change the appearance at once."""
        self._choice = choice
        self._follow()

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted is not self.theme:
            self.theme = wanted
            self._apply()
            self.changed.emit(wanted)

    def _wanted(self) -> Theme:
        if self._choice is ThemeChoice.SYSTEM:
            return DARK if self._is_dark() else LIGHT
        return DARK if self._choice is ThemeChoice.DARK else LIGHT

    def _apply(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette_of(self.theme))
            application.setStyleSheet(stylesheet(self.theme))


def system_is_dark() -> bool:
    """Judge by the palette that the style itself would use, whatever ours is at the moment."""
    palette = QApplication.style().standardPalette()
    return palette.color(QPalette.ColorRole.Window).lightness() < _MIDDLE
