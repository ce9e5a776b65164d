"""Where lesions are, with their names; many of them need no more room than the map."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.cases.fields import BodySite
from core.cases.records import Lesion
from desktop.cases.page_content import LesionSection
from desktop.cases.where import Where


def section(number: int, site: BodySite | None = BodySite.BACK) -> LesionSection:
    lesion = Lesion(patient_id="p", label=f"L{number}", site=site)
    return LesionSection(
        lesion=lesion, title=f"L{number} · Back", diagnoses=(), checklists=(), notes=(), cells=()
    )


def read(where: Where) -> list[str]:
    return [label.text() for label in where.findChildren(QLabel)]


def test_numbers_are_those_of_the_page_though_a_place_is_missing(qtbot: QtBot) -> None:
    where = Where([section(1), section(2, None), section(3)])
    qtbot.addWidget(where)
    assert [dot.text() for dot in where.map.dots] == ["1", "3"]
    words = read(where)
    assert "3   L3 · Back" in words
    assert any(one.endswith("not stated: L2.") for one in words)


def test_many_lesions_are_no_higher_than_the_map(qtbot: QtBot) -> None:
    where = Where([section(number) for number in range(1, 61)])
    qtbot.addWidget(where)
    assert "and 38 more below" in read(where)
    assert where.sizeHint().height() < 1.2 * where.map.sizeHint().height()
    sections: list[str] = []
    where.wanted.connect(sections.append)
    where.map.dots[59].click()
    assert len(sections) == 1
