"""A user asks by other methods why, and why one class rather than another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.engine.questions import Why
from core.errors import EngineCrashed, GradientsUnavailable
from core.explain.methods import Method
from core.paths import examples_folder
from desktop.shell.settings import SettingsStore
from desktop.shell.wishes import HeatMethod
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeClient, FakeEngine
from tests.desktop.fakes import make_analysis, make_card, make_heat
from tests.desktop.windows import Window

CARD = make_card()
MELANOMA = make_analysis(CARD, others={"nv": 0.3})


def opened(
    make_window: MakeWindow, images: int = 1, settings: SettingsStore | None = None
) -> Window:
    window = make_window(engine=FakeEngine(card=CARD), settings=settings)
    window.open(sorted(examples_folder().glob("*.jpg"))[:images])
    for job in sorted(window.engine.client.open):
        window.engine.client.finish(job, MELANOMA)
    window.bot.waitUntil(lambda: window.app.session.unfinished == 0)
    window.bot.waitUntil(lambda: legend(window) != "")
    return window


def legend(window: Window) -> str:
    return window.app.place.tools.legend.accessibleDescription()


def asked(window: Window) -> FakeClient:
    """Wait until the engine is asked something."""
    window.bot.waitUntil(lambda: bool(window.engine.client.asked))
    return window.engine.client


def answer(window: Window) -> None:
    asked(window).reply(make_heat())
    window.settle()


def says(window: Window, words: str) -> bool:
    return window.app.notice.words == words


def press(window: Window, key: Qt.Key) -> None:
    QTest.keyClick(window.app.window, key)


def test_a_slow_method_says_how_far_it_is_and_is_kept(make_window: MakeWindow) -> None:
    window = opened(make_window)
    assert legend(window).startswith("Grad-CAM: evidence for melanoma")
    window.trigger("method_score-cam")
    client, work = asked(window), window.app.place.work
    window.bot.waitUntil(lambda: work.spoken == "Score-CAM for melanoma")
    client.advance(13, 65)
    window.bot.waitUntil(lambda: work.spoken == "Score-CAM for melanoma 20\u00a0%")
    assert legend(window).startswith("Grad-CAM")  # which is shown until the other is there
    answer(window)
    assert legend(window).startswith("Score-CAM: evidence for melanoma")
    assert work.spoken == ""

    window.trigger("next_class")
    answer(window)
    assert "nevus" in legend(window)
    window.trigger("method_grad-cam")
    window.settle()
    window.trigger("method_score-cam")
    window.trigger("previous_class")
    window.settle()
    assert legend(window).startswith("Score-CAM: evidence for melanoma")
    assert client.questions == [Why(Method.SCORE_CAM, "mel"), Why(Method.SCORE_CAM, "nv")]


def test_a_computation_is_cancelled_by_key_menu_or_with_everything(make_window: MakeWindow) -> None:
    window = opened(make_window)
    window.app.window.activateWindow()
    window.bot.waitUntil(window.app.window.isActiveWindow)
    stops: tuple[Callable[[], None], ...] = (
        partial(press, window, Qt.Key.Key_Escape),
        partial(window.trigger, "stop_computing"),
        window.app.engine.cancel_all,
    )
    for stop in stops:
        window.trigger("method_occlusion")
        asked(window)
        stop()
        assert not window.engine.client.asked
        assert window.app.state.method is HeatMethod.GRAD_CAM
        assert window.app.actions["method_grad-cam"].isChecked()
        assert not window.app.actions["stop_computing"].isEnabled()
        assert legend(window).startswith("Grad-CAM")


def test_what_cannot_be_had_is_said_once_and_grad_cam_is_shown(make_window: MakeWindow) -> None:
    window = opened(make_window)
    for error in (
        GradientsUnavailable("This method needs gradients."),
        EngineCrashed("The engine broke down over this."),
    ):
        window.trigger("method_layer-cam")
        asked(window).decline(error)
        expected = f"{error.message} Grad-CAM is shown instead."
        window.bot.waitUntil(partial(says, window, expected))
        assert window.app.state.method is HeatMethod.GRAD_CAM
        assert legend(window).startswith("Grad-CAM")
        assert window.app.presenter.settled


def test_an_answer_never_lands_on_another_image(make_window: MakeWindow) -> None:
    window = opened(make_window, images=2)
    window.trigger("method_occlusion")
    client = asked(window)
    (former,) = client.asked
    window.trigger("next_image")
    window.bot.waitUntil(lambda: list(client.asked) not in ([], [former]))
    from core.engine.messages import JobAnswered

    client.send(JobAnswered(former, make_heat()))  # it was just being handed over
    client.advance(1, 10)
    window.bot.waitUntil(lambda: "10\u00a0%" in window.app.place.work.spoken)
    assert legend(window).startswith("Grad-CAM")
    answer(window)
    assert legend(window).startswith("Occlusion")


def test_what_is_hidden_is_not_computed(make_window: MakeWindow) -> None:
    window = opened(make_window)
    window.trigger("heat_map")
    window.trigger("method_occlusion")
    window.settle()
    assert not window.engine.client.asked
    window.trigger("heat_map")
    answer(window)
    assert legend(window).startswith("Occlusion")


def test_the_method_is_remembered(make_window: MakeWindow) -> None:
    store = SettingsStore()
    opened(make_window, settings=store).trigger("method_occlusion")
    again = make_window(engine=FakeEngine(card=CARD), settings=store)
    assert again.app.actions["method_occlusion"].isChecked()


def test_one_class_rather_than_another_by_key_and_menu(make_window: MakeWindow) -> None:
    window = opened(make_window)
    window.app.window.activateWindow()
    window.bot.waitUntil(window.app.window.isActiveWindow)
    press(window, Qt.Key.Key_V)
    window.settle()
    assert "evidence for melanoma rather than melanocytic nevus" in legend(window)
    assert not window.engine.client.asked  # it costs nothing
    shown = window.app.presenter.shown()
    assert shown is not None
    assert shown.file_name.endswith(".mel-not-nv.heatmap.png")
    for _ in range(len(CARD.codes) - 1):
        press(window, Qt.Key.Key_V)
    window.settle()
    assert "rather than" not in legend(window)

    offered = {one.text(): one for one in window.app.explain.versus.actions()}
    assert "Melanoma" not in offered
    offered["Dermatofibroma"].trigger()
    window.settle()
    assert "rather than dermatofibroma" in legend(window)
    window.app.state.select_class("df")  # against itself there is nothing to say
    window.settle()
    assert "rather than" not in legend(window)


def test_the_menu_of_a_bar_sets_it_against_the_explained_class(make_window: MakeWindow) -> None:
    window = opened(make_window)
    explain = window.app.explain
    words = [one.text() for one in explain.menu_of("nv", "mel", CARD).actions()]
    assert words == ["Explain melanocytic nevus", "Explain melanoma rather than melanocytic nevus"]
    explain.menu_of("nv", "mel", CARD).actions()[1].trigger()
    window.settle()
    assert "rather than melanocytic nevus" in legend(window)
    explain.menu_of("nv", "mel", CARD).actions()[-1].trigger()
    window.settle()
    assert "rather than" not in legend(window)


def test_the_other_method_asks_for_the_contrast_too(make_window: MakeWindow) -> None:
    window = opened(make_window)
    window.trigger("next_versus")
    window.trigger("method_occlusion")
    answer(window)
    assert window.engine.client.questions == [Why(Method.OCCLUSION, "mel", versus="nv")]
    shown = window.app.presenter.shown()
    assert shown is not None
    assert shown.explanation is not None
    assert shown.file_name.endswith(".mel-not-nv.occlusion.heatmap.png")
