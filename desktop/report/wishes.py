"""From what the window remembers to the options of a report, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from core.report.options import ReportOptions, ReportPart
from core.report.paper import Paper
from desktop.shell.wishes import PaperWish

if TYPE_CHECKING:
    from desktop.shell.settings import Settings, SettingsStore


def options_of(settings: Settings, *, named: bool = False, metadata: bool = False) -> ReportOptions:
    """Give the options that are remembered; what identifies is chosen anew each time."""
    without = settings.report_without.split(",")
    return ReportOptions(
        paper=paper_of(settings.paper),
        clinic=settings.clinic,
        logo=Path(settings.logo) if settings.logo else None,
        parts=frozenset(part for part in ReportPart if part not in without),
        named=named,
        metadata=metadata,
    )


def paper_of(wish: PaperWish) -> Paper:
    """Say which paper is meant; the system's is what its country prints on."""
    if wish is not PaperWish.SYSTEM:
        return Paper(wish)
    american = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if american else Paper.A4


def remember(settings: SettingsStore, options: ReportOptions) -> None:
    """Remember them, but never that a patient was to be identified."""
    paper = PaperWish(options.paper)
    kept = settings.current.paper
    settings.change(
        clinic=options.clinic,
        logo="" if options.logo is None else str(options.logo),
        paper=kept if paper_of(kept) is options.paper else paper,
        report_without=",".join(part for part in ReportPart if part not in options.parts),
    )
