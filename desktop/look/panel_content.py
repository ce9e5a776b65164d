"""What the panel says about an image: a pure function from what is known to what is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from core.errors import ImageError
from core.language import again
from core.report.trust_details import Detail, details
from core.report.trust_words import REWEIGHTED, TrustLine, malignant_sentence, trust_line
from core.wording import percent
from desktop.engine.status import EngineState, EngineStatus
from desktop.language.words import count, mark, tr
from desktop.look.class_model import ClassRow, rows_of
from desktop.look.entries import EntryState, ImageEntry
from desktop.look.evidence_content import EvidenceContent, evidence_of
from desktop.look.words import COVERED

if TYPE_CHECKING:
    from core.model import Card
    from core.results import Analysis

_TO_START: Final = mark("The model is starting. The finding follows by itself.")
_TO_COME: Final = mark("The image is in the queue. Its finding follows by itself.")
_READING: Final = mark("Reading the picture…")
_NO_PICTURE: Final = mark("There is no picture to show.")
_MOST_REMARKS: Final = 2
_COVERED: Final = mark("The finding is ready, and stays covered until you have said what you see.")
_STOPPED: Final = mark("The analysis of this image was cancelled.")


class Repeat(StrEnum):
    """What the panel's button offers."""

    NOTHING = ""
    IMAGE = mark("Analyse again")
    MODEL = mark("Start the model again")

    @property
    def action(self) -> str:
        """Id of the action that does it."""
        return {Repeat.IMAGE: "analyse_again", Repeat.MODEL: "restart_engine"}.get(self, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelContent:
    """Everything that the panel shows.

    Parameters
    ----------
    name : str
        Of the image.
    headline : str
        The finding, or how it stands.
    sentence : str
        What else there is to say where there is no finding.
    probability : str
        Of the finding.
    line : TrustLine, optional
        How far the finding can be believed.
    case_mix : str
        That the probabilities are re-weighted, where they are.
    malignant : str
        The malignant total, as a sentence.
    cautions : tuple of str
        What a reader should know about this finding.
    details : tuple of Detail
        The answers to "how sure?".
    evidence : EvidenceContent, optional
        How often such findings were right.
    rows : tuple of ClassRow
        All classes.
    placeholder : str
        What is said where the picture would be, until there is one.
    busy : bool
        Whether something is under way.
    repeat : Repeat
        What can be tried again.
    """

    name: str
    headline: str
    sentence: str = ""
    probability: str = ""
    line: TrustLine | None = None
    case_mix: str = ""
    malignant: str = ""
    cautions: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()
    evidence: EvidenceContent | None = None
    rows: tuple[ClassRow, ...] = ()
    placeholder: str = field(default_factory=lambda: tr(_READING))
    busy: bool = False
    repeat: Repeat = Repeat.NOTHING


@dataclass(frozen=True, slots=True)
class Explanation:
    """A class in plain words.

    Parameters
    ----------
    title, words, also : str
        Its name, what it is, and what else it is called.
    """

    title: str
    words: str
    also: str


def content_of(entry: ImageEntry, status: EngineStatus) -> PanelContent:
    """Say what is known about an image."""
    if entry.analysis is not None and entry.card is not None:
        return _finding(entry, entry.analysis, entry.card)
    match entry.state:
        case EntryState.COVERED:
            return PanelContent(name=entry.name, headline=tr(COVERED), sentence=tr(_COVERED))
        case EntryState.FAILED:
            return _failure(entry, status)
        case EntryState.CANCELLED:
            return PanelContent(
                name=entry.name,
                headline=tr("Not analysed"),
                sentence=tr(_STOPPED),
                repeat=Repeat.IMAGE,
            )
    if status.state is EngineState.FAILED:
        return _failure(entry, status)
    ready = status.state is EngineState.READY
    return PanelContent(
        name=entry.name,
        headline=tr("Waiting"),
        sentence=tr(_TO_COME) if ready else tr(_TO_START),
        busy=True,
    )


def explanation_of(card: Card, code: str) -> Explanation:
    """Explain a class in plain words."""
    entry = card.entry(code)
    also = (
        tr("Also: {names}.", names=", ".join(map(again, entry.other_names)))
        if entry.other_names
        else ""
    )
    return Explanation(entry.shown_name, entry.shown_explanation, also)


def _finding(entry: ImageEntry, analysis: Analysis, card: Card) -> PanelContent:
    return PanelContent(
        name=entry.name,
        headline=entry.finding_name,
        probability=percent(analysis.probabilities[analysis.finding]),
        line=trust_line(analysis, card),
        case_mix=again(REWEIGHTED) if analysis.prevalence is not None else "",
        malignant=malignant_sentence(analysis),
        cautions=_remarks(analysis),
        details=details(analysis, card),
        evidence=evidence_of(analysis, card, entry.patient),
        rows=rows_of(analysis, card),
    )


def _remarks(analysis: Analysis) -> tuple[str, ...]:
    """Say first what can be mended by taking the picture again, but not all of it at once."""
    quality: list[str] = [again(finding.message) for finding in analysis.quality]
    more = len(quality) - _MOST_REMARKS
    if more > 0:
        quality[_MOST_REMARKS:] = [
            count(
                "{n} more remark on this picture: see How sure.",
                "{n} more remarks on this picture: see How sure.",
                n=more,
            )
        ]
    return (*quality, *(again(caution.message) for caution in analysis.cautions))


def _failure(entry: ImageEntry, status: EngineStatus) -> PanelContent:
    broken = status.state is EngineState.FAILED
    error = entry.error or status.error
    return PanelContent(
        name=entry.name,
        headline=tr("No finding"),
        sentence=error.message if error is not None else "",
        placeholder=tr(_NO_PICTURE) if isinstance(error, ImageError) else tr(_READING),
        repeat=Repeat.MODEL if broken else Repeat.IMAGE,
    )
