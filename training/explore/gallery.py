"""The parts of the page that show images."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from html import escape

from training.augmentation_settings import AugmentationSettings
from training.explore import prose
from training.explore.looks import Look
from training.explore.survey import Survey
from training.explore.views import Augmented
from training.pages.frame import Section
from training.pages.pictures import picture
from training.pages.text import name_html, name_text, plural

_CLASSES = 120
STYLE = """
.row { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0 24px; }
.row figure { margin: 0; width: 152px; } .row img { width: 100%; height: 114px; object-fit: contain;
  background: var(--soft); border-radius: 4px; }
.row figcaption { font-size: 12px; overflow-wrap: anywhere; line-height: 1.3; }
h3 { font-size: 16px; margin: 16px 0 0; }
"""


def samples(survey: Survey) -> Section:
    """Show some images of each class."""
    parts = []
    for code in survey.largest(_CLASSES):
        kept = [look for look in survey.looks.of(code) if look.pixels is not None]
        shown = "".join(_figure(look) for look in kept) or "<p>No image of it could be read.</p>"
        parts.append(f'<h3>{name_html(code)}</h3><div class="row">{shown}</div>')
    more = len(survey.classes) - _CLASSES
    left_out = f"<p>{plural(more, 'smaller class', nouns='smaller classes')} not shown.</p>"
    return Section("Samples", "".join(parts) + (left_out if more > 0 else ""))


def augmented(rows: Sequence[Augmented], settings: AugmentationSettings) -> Section:
    """Originals beside random views of them."""
    title = "Augmented samples"
    if not rows:
        return Section(title, "<p>No image could be read.</p>")
    said = ", ".join(f"{name} {_value(value)}" for name, value in asdict(settings).items())
    parts = [f'<p>{prose.VIEWS}</p><p class="quiet">Settings: {escape(said)}.</p>']
    for row in rows:
        name = name_text(row.look.sample.code)
        views = "".join(
            f"<figure>{picture(view, alternative=f'random view of the image of {name}')}</figure>"
            for view in row.views
        )
        original = picture(row.original, alternative=f"{name}, original")
        parts.append(
            f'<h3>{name_html(row.look.sample.code)}</h3><div class="row"><figure>{original}'
            f"<figcaption>original</figcaption></figure>{views}</div>"
        )
    return Section(title, "".join(parts))


def _figure(look: Look) -> str:
    if look.pixels is None:
        return ""
    image = picture(look.pixels, alternative=name_text(look.sample.image_id))
    caption = name_html(look.sample.path.name, length=48)
    return f"<figure>{image}<figcaption>{caption}</figcaption></figure>"


def _value(value: object) -> str:
    return " to ".join(f"{part:g}" for part in value) if isinstance(value, tuple) else f"{value}"
