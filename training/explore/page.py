"""explore.html: the survey for people."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from training.augmentation_settings import AugmentationSettings
from training.explore import gallery, sections
from training.explore.survey import TABLED, Survey
from training.explore.views import Augmented
from training.explore.words import observations
from training.pages.frame import Section, document, notice
from training.pages.text import name_html, name_text, plural

SHOWN_FAILURES = 20


def render(
    survey: Survey, views: Sequence[Augmented], *, settings: AugmentationSettings, made: str
) -> str:
    """Return the whole page.

    Parameters
    ----------
    survey : Survey
        What to tell.
    views : sequence of Augmented
        Made with `settings`.
    settings : AugmentationSettings
        How far a view may differ from its image.
    made : str
        When and by which command, plain text.
    """
    name = name_text(survey.dataset.statement.name)
    return document(
        title=f"What {name} holds",
        subtitle=made,
        style=gallery.STYLE,
        lead=_drawn(survey) + _unreadable(survey) + _tiles(survey),
        sections=[
            _in_words(survey),
            sections.classes(survey),
            gallery.samples(survey),
            sections.lesions(survey),
            sections.ages(survey),
            *(sections.said(survey, field) for field in TABLED),
            sections.absent(survey),
            sections.clues(survey),
            sections.sizes(survey),
            sections.colours(survey),
            gallery.augmented(views, settings),
        ],
    )


def _drawn(survey: Survey) -> str:
    looked = len(survey.looks.seen) + len(survey.looks.unreadable)
    if looked == survey.images:
        return ""
    return notice(
        "<p>Metadata are counted over all images. Sizes, colours, samples and unreadable files "
        f"are those of {looked:,} of {plural(survey.images, 'image')}: at most "
        f"{survey.looks.at_most:,} of each class, drawn at random (seed {survey.seed}), so rare "
        "classes weigh more there than in the whole.</p>"
    )


def _unreadable(survey: Survey) -> str:
    failed = survey.looks.unreadable
    if not failed:
        return ""
    listed = "".join(
        f"<li>{name_html(one.sample.image_id)}: {escape(one.message)}</li>"
        for one in failed[:SHOWN_FAILURES]
    )
    more = "" if len(failed) <= SHOWN_FAILURES else "<li>and others: see explore.json</li>"
    return notice(f"<p>{plural(len(failed), 'image')} cannot be read:</p><ul>{listed}{more}</ul>")


def _tiles(survey: Survey) -> str:
    counts = [entry.images for entry in survey.classes if entry.images]
    lesions = "not known" if survey.lesions is None else f"{survey.lesions:,}"
    tiles = (
        ("Images", f"{survey.images:,}", "that the data set names"),
        ("Classes", f"{len(counts):,}", "that occur"),
        ("Lesions", lesions, "that the images show"),
        ("Imbalance", f"{max(counts) / min(counts):.0f} : 1", "largest class to smallest"),
    )
    shown = "".join(
        f'<div class="tile">{title}<b>{value}</b><span>{meaning}</span></div>'
        for title, value, meaning in tiles
    )
    return f'<div class="tiles">{shown}</div>'


def _in_words(survey: Survey) -> Section:
    said = "".join(f"<li>{escape(text)}</li>" for text in observations(survey))
    return Section("What stands out", f"<ul>{said}</ul>".replace(" %", "&nbsp;%"))
