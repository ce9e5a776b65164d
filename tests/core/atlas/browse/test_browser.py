"""Filters, orders, groups and counts, against the slow and obvious way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.atlas import AtlasItem
from core.atlas.browse import Browser, Facet, Filter, Group, Sort
from core.atlas.description import AtlasClass, Description
from core.atlas.library import Library
from core.atlas.writing import publish, write_library
from core.language import Language, speaking

NAMES = {"mel": "Melanoma", "nv": "Melanocytic nevus", "bcc": "Basal cell carcinoma"}


def item(number: int, code: str, **known: Any) -> AtlasItem:
    fields = {"path": Path(f"/data/ISIC_{number:07}.jpg"), "sha256": f"{number:064x}", **known}
    return AtlasItem(id=number, code=code, **fields)


ITEMS = (
    item(1, "nv", site="back", age=30.0, sex="female", confirmation="histo", skin_type="II"),
    item(2, "mel", site="face", age=70.0, sex="male", diagnosis="Melanoma in situ"),
    item(3, "nv", site="back", sex="female", attribution="Hôpital de Genève"),
    item(
        5,
        "bcc",
        site="lower extremity",
        age=70.0,
        sex="male",
        licence="CC-0",
        confirmation="histopathology",
    ),
    item(8, "mel", age=45.0, sex="female", image_type="dermoscopic", path=Path("/x/Älter 7.png")),
)


def browser_of(folder: Path, items: tuple[AtlasItem, ...]) -> Browser:
    library, digest = write_library(folder, [(one, None) for one in items], skipped=())
    counts = Counter(one.code for one in items)
    described = Description(
        name="Drawn",
        licence="none",
        source="none",
        created="2026-01-01",
        images=len(items),
        skipped=0,
        lesions=None,
        classes={code: AtlasClass(name=NAMES[code], images=n) for code, n in counts.items()},
        library=library,
        library_sha256=digest,
    )
    publish(folder, described)
    return Browser(Library(folder, described), described)


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    return browser_of(tmp_path, ITEMS)


def ids(browser: Browser, wanted: Filter | None = None, **order: Any) -> list[int]:
    view = browser.find(wanted or Filter(), **order)
    return view.page(0, count=100)


def chosen(**values: frozenset[str | None]) -> Filter:
    return Filter(chosen={Facet(name.replace("_", " ")): one for name, one in values.items()})


def test_all_come_in_the_order_of_the_source(browser: Browser) -> None:
    assert ids(browser) == [1, 2, 3, 5, 8]
    assert ids(browser, descending=True) == [8, 5, 3, 2, 1]
    assert browser.find().page(1, count=2) == [2, 3]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (chosen(diagnosis=frozenset({"mel"})), [2, 8]),
        (chosen(diagnosis=frozenset({"mel", "bcc"}), sex=frozenset({"male"})), [2, 5]),
        (chosen(site=frozenset({None})), [8]),
        (chosen(site=frozenset({"back", None})), [1, 3, 8]),
        (chosen(site=frozenset()), [1, 2, 3, 5, 8]),
        (chosen(confirmation=frozenset({"histo"})), [1, 5]),
        (chosen(skin_type=frozenset({"II"})), [1]),
        (chosen(image_type=frozenset({"dermoscopic"})), [8]),
        (chosen(licence=frozenset({"CC-0"})), [5]),
        (chosen(licence=frozenset({"of nobody"})), []),
        (Filter(age_from=45), [2, 5, 8]),
        (Filter(age_to=45), [1, 8]),
        (Filter(age_from=40, age_to=50), [8]),
        (Filter(only=frozenset({3, 8, 99})), [3, 8]),
        (Filter(only=frozenset()), []),
    ],
)
def test_filters(browser: Browser, wanted: Filter, expected: list[int]) -> None:
    assert ids(browser, wanted) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("melanoma", [2, 8]),
        ("MELANO", [1, 2, 3, 8]),
        ("situ", [2]),
        ("melanoma situ", [2]),
        ("geneve", [3]),
        ("Genève", [3]),
        ("leg", [5]),
        ("lower", [5]),
        ("isic_0000003", [3]),
        ("älter", [8]),
        ("7.png", [8]),
        ("0000", [1, 2, 3, 5]),
        ("2.jpg\nisic", [2]),
        ("nothing of the kind", []),
        ("   ", [1, 2, 3, 5, 8]),
        ("***", []),
    ],
)
def test_words(browser: Browser, text: str, expected: list[int]) -> None:
    assert ids(browser, Filter(text=text)) == expected


def test_words_are_found_in_the_language_in_use(browser: Browser) -> None:
    with speaking(Language.INDONESIAN):
        assert ids(browser, Filter(text="nevus melanositik")) == [1, 3]
    assert ids(browser, Filter(text="nevus melanositik")) == []


@pytest.mark.parametrize(
    ("sort", "up", "down"),
    [
        (Sort.DIAGNOSIS, [5, 1, 3, 2, 8], [2, 8, 1, 3, 5]),
        (Sort.SITE, [1, 3, 2, 5, 8], [5, 2, 1, 3, 8]),
        (Sort.AGE, [1, 8, 2, 5, 3], [2, 5, 8, 1, 3]),
        (Sort.NAME, [1, 2, 3, 5, 8], [8, 5, 3, 2, 1]),
    ],
)
def test_what_is_not_stated_comes_last_either_way(
    browser: Browser, sort: Sort, up: list[int], down: list[int]
) -> None:
    assert ids(browser, sort=sort) == up
    assert ids(browser, sort=sort, descending=True) == down


def test_groups_keep_the_order_within(browser: Browser) -> None:
    view = browser.find(sort=Sort.AGE, descending=True, group=Facet.SITE)
    assert view.page(0, count=9) == [1, 3, 2, 5, 8]
    assert view.groups == (
        Group("back", 0, 2), Group("face", 2, 1), Group("lower extremity", 3, 1), Group(None, 4, 1)
    )  # fmt: skip
    assert browser.find(Filter(text="nothing"), group=Facet.SITE).groups == ()


def test_counts_say_what_each_choice_would_leave(browser: Browser) -> None:
    view = browser.find(chosen(diagnosis=frozenset({"mel"}), sex=frozenset({"female"})))

    def counts(facet: Facet) -> dict[str | None, int]:
        return {one.value: one.items for one in view.counts[facet]}

    assert len(view) == 1
    assert counts(Facet.DIAGNOSIS) == {"nv": 2, "mel": 1, "bcc": 0}
    assert counts(Facet.SEX) == {"female": 1, "male": 1}
    assert counts(Facet.SITE) == {None: 1, "back": 0, "face": 0, "lower extremity": 0}


def test_many_agree_with_looking_at_each(tmp_path: Path) -> None:
    generator = np.random.default_rng(3)
    drawn = tuple(
        item(
            number,
            str(generator.choice(list(NAMES))),
            site=("back", "face", None)[int(generator.integers(3))],
            age=float(generator.integers(10, 90)),
        )
        for number in range(1, 400)
    )
    browser = browser_of(tmp_path, drawn)
    wanted: Callable[[AtlasItem], bool] = lambda one: (  # noqa: E731  # once, beside its filter
        one.code != "nv" and one.site in ("back", None) and one.age is not None and one.age >= 50
    )
    sites, codes = frozenset({"back", None}), frozenset({"mel", "bcc"})
    chosen_ = {Facet.SITE: sites, Facet.DIAGNOSIS: codes}
    view = browser.find(Filter(chosen=chosen_, age_from=50))
    assert view.page(0, count=400) == [one.id for one in drawn if wanted(one)]
