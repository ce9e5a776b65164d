"""What the user has chosen to see: which image, which class, and how heat is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.shell.settings import SettingsStore
from desktop.shell.wishes import HeatColours, HeatMethod

_STEP = 10


class LookState(QObject):
    """The choices of the place "Look"; those about heat are remembered as settings.

    Parameters
    ----------
    settings : SettingsStore
        Remembers.
    parent : QObject, optional
        As for any QObject.
    """

    image_changed = Signal()
    class_changed = Signal()
    heat_changed = Signal()

    def __init__(self, settings: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._classes: dict[int, str] = {}
        self._versus: dict[int, str] = {}
        self.image: int | None = None

    @property
    def heat_visible(self) -> bool:
        """Whether heat maps are shown."""
        return self._settings.current.heat_visible

    @property
    def opacity(self) -> int:
        """Opacity of the hottest place, in percent."""
        return self._settings.current.heat_opacity

    @property
    def colours(self) -> HeatColours:
        """How heat is coloured."""
        return self._settings.current.heat_colours

    @property
    def method(self) -> HeatMethod:
        """How findings are explained."""
        return self._settings.current.heat_method

    def select_image(self, image: int | None) -> None:
        """Look at another image, or at none."""
        if image != self.image:
            self.image = image
            self.image_changed.emit()

    def class_of(self, image: int, *, finding: str) -> str:
        """Return the class that is explained: the user's choice, else the finding."""
        return self._classes.get(image, finding)

    def select_class(self, code: str) -> None:
        """Explain another class of this image."""
        if self.image is not None and self._classes.get(self.image) != code:
            self._classes[self.image] = code
            self.class_changed.emit()

    def versus_of(self, image: int, *, code: str) -> str | None:
        """Return the class that `code` is set against, if there is one and it is another."""
        versus = self._versus.get(image)
        return None if versus == code else versus

    def select_versus(self, code: str | None) -> None:
        """Set the class that is explained against another; or explain it alone."""
        if self.image is None or self._versus.get(self.image) == code:
            return
        if code is None:
            del self._versus[self.image]
        else:
            self._versus[self.image] = code
        self.class_changed.emit()

    def choice(self, image: int) -> tuple[str | None, str | None]:
        """Return the class that was chosen for an image, and the one it is set against."""
        return self._classes.get(image), self._versus.get(image)

    def restore_choice(self, image: int, choice: tuple[str | None, str | None]) -> None:
        """Explain of an image what was chosen in another window."""
        code, versus = choice
        if code is not None:
            self._classes[image] = code
        if versus is not None:
            self._versus[image] = versus

    def show_heat(self, visible: bool) -> None:  # noqa: FBT001  # called by Qt's signals
        """Show or hide heat maps."""
        self._settings.change(heat_visible=visible)
        self.heat_changed.emit()

    def set_opacity(self, percent: int) -> None:
        """Set how much of the picture the hottest place hides, in percent; out of range is cut."""
        self._settings.change(heat_opacity=min(100, max(0, percent)))
        self.heat_changed.emit()

    def step_opacity(self, direction: int) -> None:
        """Make the heat map stronger (1) or fainter (-1)."""
        self.set_opacity(self.opacity + direction * _STEP)

    def set_colours(self, colours: HeatColours) -> None:
        """Colour heat in another way."""
        self._settings.change(heat_colours=colours)
        self.heat_changed.emit()

    def set_method(self, method: HeatMethod) -> None:
        """Explain in another way."""
        if method != self.method:
            self._settings.change(heat_method=method)
            self.heat_changed.emit()
