"""What the actions of the place "Look" do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from core.paths import examples_folder
from desktop.language.words import tr
from desktop.look.export import Exporter
from desktop.look.shown import Shown
from desktop.shell.actions import deaf
from desktop.shell.settings import SettingsStore
from desktop.shell.wishes import HeatColours

if TYPE_CHECKING:
    from desktop.look.entries import Source
    from desktop.look.intake import Intake
    from desktop.look.place import LookPlace
    from desktop.look.presenter import LookPresenter
    from desktop.look.session import Session
    from desktop.look.state import LookState
    from desktop.shell.actions import Handler
    from desktop.shell.dialogs import Dialogs


class LookCommands(QObject):
    """The handlers of the place's actions.

    Parameters
    ----------
    place, presenter, session, state, intake, exporter
        What they act on.
    settings : SettingsStore
        Remembers the folder.
    dialogs : Dialogs
        Asks the user.
    """

    def __init__(
        self,
        *,
        place: LookPlace,
        presenter: LookPresenter,
        session: Session,
        state: LookState,
        intake: Intake,
        exporter: Exporter,
        settings: SettingsStore,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(place)
        self._place = place
        self._presenter = presenter
        self._session = session
        self._state = state
        self._intake = intake
        self._exporter = exporter
        self._settings = settings
        self._dialogs = dialogs
        intake.found.connect(self.open_found)

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        plain = self._file_handlers() | self._view_handlers() | self._image_handlers()
        return {
            "heat_map": self._state.show_heat,
            "how_sure": self._show_details,
            "without_lesion": self._show_check,
            "evidence": self._show_evidence,
            "thorough": self._set_thorough,
            **deaf(plain),
        }

    def open_found(self, sources: Sequence[tuple[Source, str]]) -> None:
        """Open images and look at the first of them."""
        opened = self._session.open(sources)
        self._state.select_image(opened[0])

    def close_image(self) -> None:
        """Close the selected image and go to its neighbour."""
        image = self._state.image
        if image is None:
            return
        images = self._session.images
        row = images.row_of(image)
        neighbours = [images[place].id for place in (row + 1, row - 1) if 0 <= place < len(images)]
        self._state.select_image(neighbours[0] if neighbours else None)
        self._session.close_image(image)

    def _file_handlers(self) -> dict[str, Callable[[], None]]:
        return {
            "open": self._ask_for_images,
            "open_folder": self._ask_for_folder,
            "open_examples": lambda: self._intake.take_paths([examples_folder()]),
            "paste": lambda: self._intake.take(QGuiApplication.clipboard().mimeData()),
            "save_overlay": lambda: self._with_shown(self._save),
            "copy": lambda: self._with_shown(self._exporter.copy),
            "print": lambda: self._with_shown(self._print),
            "close_image": self.close_image,
            "close_all": self._close_all,
        }

    def _view_handlers(self) -> dict[str, Callable[[], None]]:
        picture, state = self._place.picture, self._state
        return {
            "more_opaque": partial(state.step_opacity, 1),
            "less_opaque": partial(state.step_opacity, -1),
            "zoom_in": picture.zoom_in,
            "zoom_out": picture.zoom_out,
            "fit": picture.fit,
            "actual_size": picture.actual_size,
            **{f"colours_{one}": partial(state.set_colours, one) for one in HeatColours},
        }

    def _image_handlers(self) -> dict[str, Callable[[], None]]:
        bars = self._place.panel.bars
        return {
            "next_image": partial(self._go, 1),
            "previous_image": partial(self._go, -1),
            "next_class": partial(bars.step, 1),
            "previous_class": partial(bars.step, -1),
            "analyse_again": self._analyse_again,
            "cancel": self._session.cancel_all,
        }

    def _show_details(self, shown: bool) -> None:  # noqa: FBT001  # a handler of an action
        self._settings.change(how_sure=shown)

    def _show_check(self, shown: bool) -> None:  # noqa: FBT001  # a handler of an action
        self._settings.change(without_lesion=shown)

    def _show_evidence(self, shown: bool) -> None:  # noqa: FBT001  # a handler of an action
        self._settings.change(evidence=shown)

    def _set_thorough(self, wanted: bool) -> None:  # noqa: FBT001  # a handler of an action
        self._settings.change(thorough=wanted)
        self._session.thorough = wanted
        self._presenter.facts_changed.emit()

    def _go(self, step: int) -> None:
        images = self._session.images
        row = 0 if self._state.image is None else images.row_of(self._state.image) + step
        if 0 <= row < len(images):
            self._state.select_image(images[row].id)

    def _analyse_again(self) -> None:
        if self._state.image is not None:
            self._session.analyse_again(self._state.image)

    def _close_all(self) -> None:
        self._state.select_image(None)
        self._session.close_all()

    def _ask_for_images(self) -> None:
        paths = self._dialogs.images(self._settings.current.folder)
        if paths:
            self._settings.change(folder=str(paths[0].parent))
            self._intake.take_paths(paths)

    def _ask_for_folder(self) -> None:
        folder = self._dialogs.folder(tr("Open a folder"), self._settings.current.folder)
        if folder is not None:
            self._settings.change(folder=str(folder))
            self._intake.take_paths([folder])

    def _with_shown(self, use: Callable[[Shown], None]) -> None:
        shown = self._presenter.shown()
        if shown is not None:
            use(shown)

    def _save(self, shown: Shown) -> None:
        folder = Path(self._settings.current.folder)
        path = self._dialogs.png(str(folder / shown.file_name))
        if path is not None:
            self._exporter.save(shown, path)

    def _print(self, shown: Shown) -> None:
        printer = self._dialogs.printer()
        if printer is not None:
            self._exporter.print(shown, printer)
