"""The parts of the page. What is not known is said, not drawn as an empty plot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from core.errors import DatasetError
from training.explore import plots, prose
from training.explore.counts import Field
from training.explore.survey import Survey
from training.pages.frame import Section, figure
from training.pages.text import name_html, percent, plural

_ABOUT = {
    Field.SEX: ("Sex", prose.SEX),
    Field.SITE: ("Site", prose.SITE),
    Field.CONFIRMATION: ("How the diagnosis was confirmed", prose.CONFIRMATION),
}
_UNREAD = "<p>No image could be read.</p>"


def classes(survey: Survey) -> Section:
    """Show images and lesions of each class, and of each part."""
    codes = set(survey.largest(plots.ROWS))
    plot = figure(
        plots.class_plot([entry for entry in survey.classes if entry.code in codes]),
        alternative="Images and lesions of each class.",
        caption="",
    )
    return Section("Classes", plot + _left_out(survey) + _class_table(survey))


def _class_table(survey: Survey) -> str:
    parts = survey.origins.values if len(survey.origins.values) > 1 else ()
    lesions = ["Lesions"] if survey.images_per_lesion else []
    heads = ["Class", "Images", "Share", *lesions, *(name_html(part) for part in parts)]
    rows = [
        [
            f"{name_html(entry.code)}<small>{_meaning(survey, entry.code)}</small>",
            f"{entry.images:,}",
            _share(entry.images, survey.images),
            *("not known" if entry.lesions is None else f"{entry.lesions:,}" for _ in lesions),
            *(f"{count:,}" for count in survey.origins.counts[row][: len(parts)]),
        ]
        for row, entry in enumerate(survey.classes)
    ]
    return table(heads, rows)


def ages(survey: Survey) -> Section:
    """Show ages, over all and in each class."""
    if not sum(values.size for values in survey.ages.values()):
        return Section("Age", _not_known("age"))
    drawn = {code: survey.ages[code] for code in survey.largest(plots.ROWS)}
    plot = figure(plots.age_plot(drawn), alternative="Ages by class.", caption=prose.AGES)
    return Section("Age", plot + _left_out(survey))


def said(survey: Survey, field: Field) -> Section:
    """Show one field that is said in words."""
    title, meaning = _ABOUT[field]
    found = survey.tables.get(field)
    if found is None:
        return Section(title, _not_known(str(field)))
    many = len(found.values) - plots.ROWS
    more = f"<p>{plural(many, 'further value')} in explore.json.</p>" if many > 0 else ""
    plot = figure(
        plots.table_plot(found.only(survey.largest(plots.ROWS))),
        alternative=f"{title}: shares in each class.",
        caption=f"{meaning} {prose.KNOWN}",
    )
    return Section(title, plot + more + _left_out(survey))


def lesions(survey: Survey) -> Section:
    """Show how many images show one lesion."""
    title = "Images of one lesion"
    if not survey.images_per_lesion:
        return Section(title, _not_known("lesion"))
    plot = plots.lesion_plot(survey.images_per_lesion)
    return Section(title, figure(plot, alternative="Lesions by images.", caption=prose.LESIONS))


def sizes(survey: Survey) -> Section:
    """Show sizes of the images that were looked at."""
    title, found, seen = "Sizes of the images", survey.sizes, len(survey.looks.seen)
    if not seen:
        return Section(title, _UNREAD)
    if len(found) == 1:
        ((width, height),) = found
        text = f"<p>All {seen:,} looked at are {_size(width, height)} pixels.</p>"
        return Section(title, text + _files(survey))
    rows = [
        [_size(width, height), f"{width / height:.2f}", f"{count:,}", _share(count, seen)]
        for (width, height), count in found.most_common(10)
    ]
    caption = f"{plural(len(found), 'size')} among {plural(seen, 'image')} looked at. {prose.SIZES}"
    plot = figure(plots.size_plot(found), alternative="Height against width.", caption=caption)
    first = "The ten most frequent" if len(found) > 10 else "Size"
    heads = (first, "Width/height", "Images", "Share")
    return Section(title, plot + _files(survey) + table(heads, rows))


def colours(survey: Survey) -> Section:
    """Show colours in CIELAB, in each class and of the skin around."""
    title = "Colours"
    if not survey.looks.seen:
        return Section(title, _UNREAD)
    groups = {code: survey.colours(code) for code in survey.largest(plots.ROWS)}
    plot = figure(
        plots.colour_plot(groups, survey.explained),
        alternative="Ranges of seven colour quantities in each class.",
        caption=prose.RANGES,
    )
    return Section(title, f"<p>{prose.SPACE}</p>{plot}<p>{prose.BORDER}</p>{_left_out(survey)}")


def clues(survey: Survey) -> Section:
    """Show what gives the class away without a look at the lesion."""
    title, found = "What gives the class away without the lesion", survey.clues
    if not found:
        return Section(title, "<p>Nothing is known that could, or there is only one class.</p>")
    rows = [
        [name_html(name), percent(clue.giveaway or 0), percent(clue.chance or 0), f"{clue.known:,}"]
        for name, clue in found.items()
    ]
    heads = ("Seen alone", "Balanced accuracy", "Chance", "Images of which it is known")
    return Section(title, f"<p>{prose.CLUES}</p>{table(heads, rows)}")


def absent(survey: Survey) -> Section:
    """Show what is missing, by class."""
    title, total = "Missing values", survey.images
    counts = {field: int(survey.missing[field].sum()) for field in Field}
    silent = [str(field) for field in Field if counts[field] == total]
    whole = [str(field) for field in Field if counts[field] == 0]
    told = "".join(
        f"<p>{text}: {', '.join(names)}.</p>"
        for text, names in (("Known of no image", silent), ("Known of every image", whole))
        if names
    )
    partly = [field for field in Field if 0 < counts[field] < total]
    if not partly:
        return Section(title, told)
    rows = [
        [
            name_html(entry.code),
            *(_count(int(survey.missing[field][row]), entry.images) for field in partly),
        ]
        for row, entry in enumerate(survey.classes)
    ]
    rows.append(["All", *(_count(counts[field], total) for field in partly)])
    heads = ["Class", *(str(field).capitalize() for field in partly)]
    return Section(title, told + table(heads, rows, caption="Images of which it is not known."))


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, caption: str = "") -> str:
    """Lay out rows of HTML cells, the first of each its heading."""
    head = "".join(f"<th>{cell}</th>" for cell in heads)
    body = "\n".join(
        f"<tr><th>{first}</th>{''.join(f'<td>{cell}</td>' for cell in rest)}</tr>"
        for first, *rest in rows
    )
    below = f"<caption>{caption}</caption>" if caption else ""
    return (
        f'<div class="scroll"><table>{below}<thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _meaning(survey: Survey, code: str) -> str:
    try:
        return name_html(survey.dataset.statement.describe(code).name)
    except DatasetError:  # nobody has said what it means, which is no reason not to look at it
        return ""


def _files(survey: Survey) -> str:
    lengths = np.array([look.byte_count for look in survey.looks.seen]) / 1000
    formats = ", ".join(sorted({str(look.format).upper() for look in survey.looks.seen}))
    return (
        f"<p>{formats}; files of {np.median(lengths):,.0f} kB (median; {lengths.min():,.0f} to "
        f"{lengths.max():,.0f}).</p>"
    )


def _size(width: int, height: int) -> str:
    return f"{width} &times; {height}"


def _share(count: int, total: int) -> str:
    return "under 1 %" if 0 < count * 100 < total else percent(count / total)


def _count(count: int, total: int) -> str:
    return f"{count:,}<small>{_share(count, total)}</small>" if count else "0"


def _not_known(what: str) -> str:
    return f"<p>The data set does not say the {what} of any image.</p>"


def _left_out(survey: Survey) -> str:
    more = len(survey.classes) - plots.ROWS
    if more <= 0:
        return ""
    return (
        f'<p class="quiet">Drawn are the {plots.ROWS} classes with the most images; {more:,} more '
        "are in explore.json.</p>"
    )
