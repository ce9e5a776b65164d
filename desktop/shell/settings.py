"""What the window remembers: one frozen schema, and the only reader and writer of QSettings.

A value that cannot be used (an older version wrote it, or somebody edited the file) means the
default and a line in the log, never a failed start.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from PySide6.QtCore import QSettings

from core.logs import Word
from core.policy.policy import NO_POLICY, Policy
from desktop.shell.setting_values import plain, typed
from desktop.shell.wishes import (
    DeviceWish,
    HeatColours,
    HeatMethod,
    LanguageWish,
    PaperWish,
    ThemeChoice,
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that outlives a session.

    Parameters
    ----------
    theme : ThemeChoice
        Light, dark, or as the system has it.
    language : LanguageWish
        What the window speaks.
    device : DeviceWish
        What the network should run on.
    model : str
        Folder of a model that the user chose; empty for the one that ships.
    heat_visible : bool
        Whether heat maps are shown.
    heat_opacity : int
        Of the hottest place, in percent, 0 to 100.
    heat_colours : HeatColours
        How heat is coloured.
    heat_method : HeatMethod
        How findings are explained.
    operating_point : str
        Which of the model's thresholds decides "malignant?".
    case_mix : str
        Stated share of each class, as `core.trust.prevalence` writes it; empty for that in which
        the model was calibrated.
    thorough : bool
        Whether turned and mirrored views of new images are analysed as well.
    commit_first : bool
        Whether findings stay covered until the user has said what they take an image for.
    how_sure : bool
        Whether the details of trust are shown.
    without_lesion : bool
        Whether findings are checked without their lesion, which costs a few analyses more.
    similar : bool
        Whether similar images are shown.
    atlas : str
        Folder of the atlas that they come from; empty where none was chosen.
    profile : str
        Identifier of who learned last in the places that teach; empty where nobody has.
    quiz : str
        What was chosen for the last quiz, as `desktop.quiz.remembered` writes and checks it.
    quiz_atlas : str
        Which atlas that was chosen for, as `desktop.quiz.remembered` writes it.
    progress : str
        Which answers were counted last, as `desktop.progress.wish` writes and checks it.
    evidence : bool
        Whether it is shown how often such findings were right.
    filmstrip : bool
        Whether the filmstrip is shown.
    body_map : bool
        Whether a patient's page shows where the lesions are.
    folder : str
        Where the last images were opened.
    lock_minutes : int
        Without use, after which everything is covered; 0 for never.
    lock_secret : str
        What is kept of the passphrase that uncovers it; empty where there is none.
    recent : str
        What was opened lately, as `desktop.recent.paths` writes and checks it.
    batch : str
        The batch of last time, as `desktop.batch.remembered` writes and checks it.
    atlas_build : str
        The atlas that was begun and not finished, as `desktop.bringing.wish` writes and checks it.
    isic : str
        What was fetched last of the ISIC archive, as `desktop.bringing.isic_wish` writes it.
    archive : str
        Address of the DICOM archive that was asked last, without its password.
    clinic, logo : str
        Name that stands above reports, and file of the picture beside it.
    paper : PaperWish
        Of reports.
    report_without : str
        Parts that are left out of reports, with commas between them.
    geometry, panes : bytes
        Qt's own record of the window's place and of the split between picture and panel.

    Raises
    ------
    ValueError
        If a number is out of its range, or the case mix or the parts are not written as such.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    language: LanguageWish = LanguageWish.SYSTEM
    device: DeviceWish = DeviceWish.AUTO
    model: str = ""
    heat_visible: bool = True
    heat_opacity: int = 75
    heat_colours: HeatColours = HeatColours.VIRIDIS
    heat_method: HeatMethod = HeatMethod.GRAD_CAM
    operating_point: str = "sensitivity_90"
    case_mix: str = ""
    thorough: bool = False
    commit_first: bool = False
    how_sure: bool = False
    without_lesion: bool = False
    similar: bool = False
    atlas: str = ""
    profile: str = ""
    quiz: str = ""
    quiz_atlas: str = ""
    progress: str = ""
    evidence: bool = False
    filmstrip: bool = True
    body_map: bool = True
    folder: str = ""
    lock_minutes: int = 0
    lock_secret: str = ""
    recent: str = ""
    batch: str = ""
    atlas_build: str = ""
    isic: str = ""
    archive: str = ""
    clinic: str = ""
    logo: str = ""
    paper: PaperWish = PaperWish.SYSTEM
    report_without: str = ""
    geometry: bytes = b""
    panes: bytes = b""

    def __post_init__(self) -> None:
        if not 0 <= self.heat_opacity <= 100:
            raise ValueError(f"Opacity lies between 0 and 100 percent, not {self.heat_opacity}.")
        if not 0 <= self.lock_minutes <= 240:
            raise ValueError(f"A lock waits for 0 to 240 minutes, not {self.lock_minutes}.")
        if self.case_mix:
            from core.trust.prevalence import parse_shares  # seldom needed before the first paint

            parse_shares(self.case_mix)
        if self.report_without:
            from core.report.options import ReportPart

            for name in self.report_without.split(","):
                ReportPart(name)


_DEFAULTS: Final = Settings()


class SettingsStore:
    """Reads and writes `Settings`.

    Parameters
    ----------
    backend : QSettings, optional
        Where they are kept; without it they are forgotten at the end, as a screenshot wants it.
    policy : Policy, optional
        What administrators have fixed: it stands over what is kept, and nothing changes it.
    """

    def __init__(self, backend: QSettings | None = None, *, policy: Policy = NO_POLICY) -> None:
        self._backend = backend
        self.policy = policy
        kept = _DEFAULTS if backend is None else _read(_stored(backend), over=_DEFAULTS)
        self.current = _read(policy.settings, over=kept)

    def change(self, **values: Any) -> Settings:  # noqa: ANN401  # checked by the schema itself
        """Change some settings, but for those that are fixed; they are written at once."""
        free = self._free(values)
        self.current = replace(self.current, **free)
        if self._backend is not None:
            for name in free:
                self._backend.setValue(name, plain(getattr(self.current, name)))
        return self.current

    def override(self, **values: Any) -> None:  # noqa: ANN401  # checked by the schema itself
        """Change some settings, but for those that are fixed, for this session only."""
        self.current = replace(self.current, **self._free(values))

    def _free(self, values: dict[str, Any]) -> dict[str, Any]:
        return {name: one for name, one in values.items() if name not in self.policy.fixed}


def _stored(backend: QSettings) -> Mapping[str, object]:
    found = {field.name: backend.value(field.name) for field in fields(Settings)}
    return {name: raw for name, raw in found.items() if raw is not None}


def _read(values: Mapping[str, object], *, over: Settings) -> Settings:
    settings = over
    for name, raw in values.items():
        try:
            settings = _with(settings, name, typed(raw, like=getattr(_DEFAULTS, name)))
        except (TypeError, ValueError):
            _log.warning("The setting %s is not usable and was left out.", Word(name))
    return settings


def _with(settings: Settings, name: str, value: Any) -> Settings:  # noqa: ANN401  # schema checks
    return replace(settings, **{name: value})
