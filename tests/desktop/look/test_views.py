"""The widgets of the place by themselves: they show what they get and tell what the user wants."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.explain.methods import Unit
from desktop.application import make_application
from desktop.look.class_bars import ClassBars
from desktop.look.class_model import ClassModel, rows_of
from desktop.look.heat_layer import HeatLayer, HeatRequest, make_heat_layer
from desktop.look.legend import Legend, legend_title, scale_words
from desktop.look.picture_view import PictureView
from tests.desktop.directions import in_both_directions
from tests.desktop.fakes import make_analysis, make_card, make_heat

CARD = make_card()
_MOUSE, _KEY = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard


def image(width: int = 400, height: int = 300) -> QImage:
    picture = QImage(width, height, QImage.Format.Format_RGB888)
    picture.fill(Qt.GlobalColor.gray)
    return picture


def view(bot: QtBot) -> PictureView:
    make_application()
    shown = PictureView()
    bot.addWidget(shown)
    shown.resize(416, 316)
    shown.show()
    shown.show_picture(image(), full_width=800)
    return shown


def test_a_picture_is_fitted_and_stays_so(qtbot: QtBot) -> None:
    shown = view(qtbot)
    fitted = shown.zoom
    assert 0.4 < fitted <= 0.5  # of the file's 800 pixels
    shown.resize(216, 316)
    assert shown.zoom < fitted
    shown.zoom_in()
    freed = shown.zoom
    shown.resize(416, 316)
    assert shown.zoom == freed


def test_one_to_one_means_the_pixels_of_the_file(qtbot: QtBot) -> None:
    shown = view(qtbot)
    shown.actual_size()
    assert abs(shown.zoom - 1) < 1e-9
    shown.fit()
    assert shown.zoom < 1


def test_the_wheel_keeps_the_point_under_the_cursor(qtbot: QtBot) -> None:
    shown = view(qtbot)
    shown.zoom_in()
    shown.zoom_in()
    cursor = QPoint(300, 100)
    QTest.mouseMove(shown.viewport(), cursor)
    before = shown.mapToScene(cursor)
    event = QWheelEvent(
        QPointF(cursor),
        QPointF(shown.viewport().mapToGlobal(cursor)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  # Qt's signature
    )
    zoom = shown.zoom
    QApplication.sendEvent(shown.viewport(), event)
    after = shown.mapToScene(cursor)
    assert shown.zoom > zoom
    assert abs(after.x() - before.x()) < 2
    assert abs(after.y() - before.y()) < 2


def test_heat_is_an_item_of_its_own(qtbot: QtBot) -> None:
    shown = view(qtbot)
    seen = [shown.heat_shown]
    shown.show_heat(image(40, 30))
    for visible in (True, False):
        shown.set_heat(visible=visible, opacity=0.5)
        seen.append(shown.heat_shown)
    assert seen == [False, True, False]
    shown.show_picture(None)
    assert shown.zoom == 0


def test_choosing_a_class_by_key_and_by_click(qtbot: QtBot) -> None:
    make_application()
    model = ClassModel()
    bars = ClassBars(model)
    qtbot.addWidget(bars)
    bars.resize(320, 600)
    bars.show()
    model.set_rows(rows_of(make_analysis(CARD), CARD))
    bars.select("mel")
    with qtbot.waitSignal(bars.chosen) as chosen:
        QTest.keyClick(bars, Qt.Key.Key_Down)
    assert chosen.args == [model.code_at(1)]
    place = bars.visualRect(model.index(4)).center()
    with qtbot.waitSignal(bars.chosen) as chosen:
        QTest.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [model.code_at(4)]
    bars.step(-1)
    assert bars.currentIndex().row() == 3


def test_long_names_are_wrapped_not_cut(qtbot: QtBot) -> None:
    make_application()
    model = ClassModel()
    bars = ClassBars(model)
    qtbot.addWidget(bars)
    model.set_rows(rows_of(make_analysis(CARD, finding="akiec"), CARD))
    bars.resize(800, 600)
    bars.show()
    wide = bars.sizeHintForRow(0)
    bars.resize(220, 600)
    assert bars.sizeHintForRow(0) > wide


def layer(heat: float) -> HeatLayer:
    analysis = make_analysis(CARD, heat=heat)
    return make_heat_layer(analysis, CARD, HeatRequest(1, "vasc", "viridis"))


def test_a_weak_map_looks_weak_and_says_so(qtbot: QtBot) -> None:
    del qtbot
    strong, weak, none = layer(0.9), layer(0.05), layer(0.0)

    def opacity(heat: HeatLayer) -> int:
        middle = heat.picture.rect().center()
        return heat.picture.pixelColor(middle).alpha()

    assert opacity(strong) > 200
    assert 0 < opacity(weak) < 20
    assert opacity(none) == 0
    assert legend_title("a mole", strong) == (
        "Grad-CAM: evidence for a mole. Hatched: not seen by the model"
    )
    assert "hardly any" in legend_title("Mole", weak)
    assert "none in this picture" in legend_title("Mole", none)
    assert scale_words(strong) == ("0", "0.5", "1 or more (logit units)")


def test_another_method_is_named_with_its_unit_and_its_own_scale(qtbot: QtBot) -> None:
    make_application()
    request = HeatRequest(1, "mel", "viridis", method="smooth-grad")
    heat = make_heat(1e-3, unit=Unit.LOGITS_PER_LEVEL)
    found = make_heat_layer(make_analysis(CARD), CARD, request, heat)
    assert legend_title("melanoma", found).startswith("SmoothGrad: influence on melanoma")
    assert scale_words(found)[2] == "0.0008 or more (logit units per grey level)"
    assert found.picture.pixelColor(found.picture.rect().center()).alpha() == 255
    shown = Legend()
    qtbot.addWidget(shown)
    shown.show_scale(found, name="melanoma")
    for width, middle in ((700, "0.0004"), (380, "")):
        shown.resize(width, 50)
        assert shown.numbers == ("0", middle, scale_words(found)[2])
    shown.resize(180, 50)
    assert shown.numbers[2].endswith("…")  # and nothing is painted over the 0


def test_one_class_rather_than_another_is_the_difference_of_their_maps(qtbot: QtBot) -> None:
    del qtbot
    analysis = make_analysis(CARD)
    alone, against, none = (
        make_heat_layer(analysis, CARD, HeatRequest(1, code, "viridis", versus=versus)).peak
        for code, versus in (("vasc", None), ("vasc", "mel"), ("mel", "vasc"))
    )
    assert 0 < against < alone
    assert none == 0


def test_a_menu_is_wanted_for_the_class_under_the_cursor_or_the_chosen_one(qtbot: QtBot) -> None:
    make_application()
    model = ClassModel()
    bars = ClassBars(model)
    qtbot.addWidget(bars)
    bars.resize(320, 600)
    bars.show()
    model.set_rows(rows_of(make_analysis(CARD), CARD))
    bars.select("mel")
    place = bars.visualRect(model.index(2)).center()
    for reason, row in ((_MOUSE, 2), (_KEY, 0)):
        event = QContextMenuEvent(reason, place, bars.viewport().mapToGlobal(place))
        with qtbot.waitSignal(bars.menu_wanted) as wanted:
            QApplication.sendEvent(bars.viewport(), event)
        assert wanted.args[0] == model.code_at(row)


def test_the_class_that_another_is_set_against_says_so(qtbot: QtBot) -> None:
    make_application()
    model = ClassModel()
    bars = ClassBars(model)
    qtbot.addWidget(bars)
    model.set_rows(rows_of(make_analysis(CARD), CARD))
    bars.resize(300, 600)
    bars.show()
    row = model.row_of("akiec")
    assert row is not None
    before = bars.sizeHintForRow(row)
    bars.set_against("akiec")
    assert bars.sizeHintForRow(row) > before  # its words are more now
    bars.set_against(None)
    assert bars.sizeHintForRow(row) == before


def test_the_scale_runs_as_its_colours_do_also_where_one_reads_from_the_right(
    qtbot: QtBot,
) -> None:
    def grab() -> QImage:
        legend = Legend()
        qtbot.addWidget(legend)
        legend.resize(400, legend.sizeHint().height())
        legend.show_scale(layer(0.9), name="a mole")
        title = legend.fontMetrics().height()
        return legend.grab(legend.rect().adjusted(0, title + 4, 0, 0)).toImage()

    left, right = in_both_directions(grab)
    assert left == right


def test_the_bar_of_a_class_begins_where_its_name_does(qtbot: QtBot) -> None:
    make_application()

    def grab() -> QImage:
        model = ClassModel()
        bars = ClassBars(model)
        qtbot.addWidget(bars)
        model.set_rows(rows_of(make_analysis(CARD), CARD))
        bars.resize(320, 400)
        bars.show()
        return bars.viewport().grab(bars.visualRect(model.index(0))).toImage()

    left, right = in_both_directions(grab)
    line, begin, end = left.height() - 12, 24, left.width() - 25
    assert left.pixelColor(begin, line) == right.pixelColor(end, line)
    assert left.pixelColor(begin, line) != right.pixelColor(begin, line)
