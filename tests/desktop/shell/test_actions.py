from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QAction, QKeySequence

from desktop.shell.about import shortcuts_html
from desktop.shell.action_spec import ActionSpec, Menu, Need
from desktop.shell.action_table import ACTIONS
from desktop.shell.actions import Actions, deaf


def test_every_action_is_named_and_explained_once() -> None:
    assert not [name for name, count in Counter(spec.id for spec in ACTIONS).items() if count > 1]
    for spec in ACTIONS:
        assert spec.text
        assert spec.tip
        assert spec.tip[0].isupper()
        assert not spec.tip.endswith(".")


def test_no_key_does_two_things() -> None:
    keys = Counter(QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys)
    assert "" not in keys
    assert not [key for key, count in keys.items() if count > 1]


@pytest.mark.usefixtures("qtbot")
def test_no_mnemonic_stands_twice_in_a_menu() -> None:
    menus: dict[tuple[Menu, str], list[str]] = {}
    for spec in ACTIONS:
        menus.setdefault((spec.menu, spec.submenu), []).append(spec.text)
        if spec.submenu and spec.submenu not in menus.setdefault((spec.menu, ""), []):
            menus[spec.menu, ""].append(spec.submenu)
    for texts in menus.values():
        letters = Counter(text[text.index("&") + 1].lower() for text in texts)
        assert not [letter for letter, count in letters.items() if count > 1], texts


def nothing() -> None:
    """Stand in for something to do."""


@pytest.mark.usefixtures("qtbot")
def test_a_missing_or_idle_handler_is_an_error() -> None:
    spec = ActionSpec(id="one", menu=Menu.FILE, text="&One", tip="Do one thing")
    with pytest.raises(ValueError, match="one"):
        Actions([spec]).bind({})
    with pytest.raises(ValueError, match="two"):
        Actions([spec]).bind(deaf({"one": nothing, "two": nothing}))


@pytest.mark.usefixtures("qtbot")
def test_a_handler_hears_whether_its_action_is_on() -> None:
    spec = ActionSpec(id="one", menu=Menu.VIEW, text="&One", tip="Be on or off", checkable=True)
    actions, heard = Actions([spec]), list[bool]()
    actions.bind({"one": heard.append})
    for _ in range(3):
        actions["one"].trigger()
    assert heard == [True, False, True]


@pytest.mark.usefixtures("qtbot")
def test_what_makes_no_sense_now_is_not_offered() -> None:
    actions = Actions(ACTIONS)
    actions.enable(Need.NOTHING)
    assert actions["open"].isEnabled()
    assert not actions["save_overlay"].isEnabled()
    actions.enable(Need.IMAGE | Need.PICTURE | Need.FINDING)
    assert actions["save_overlay"].isEnabled()
    assert not actions["next_image"].isEnabled()


@pytest.mark.usefixtures("qtbot")
def test_an_action_is_made_when_it_is_first_wanted_and_knows_what_makes_sense() -> None:
    actions = Actions(ACTIONS)
    actions.enable(Need.LOOKING)
    assert actions.findChildren(QAction) == []
    assert actions["open"].isEnabled()
    assert not actions["save_overlay"].isEnabled()
    assert len(actions.findChildren(QAction)) == 2
    assert [action.objectName() for action in actions.all()] == [spec.id for spec in ACTIONS]


@pytest.mark.usefixtures("qtbot")
def test_the_page_of_keys_comes_from_the_table() -> None:
    page = shortcuts_html(ACTIONS)
    for spec in ACTIONS:
        assert (spec.plain_text in page) == bool(spec.keys)


@pytest.mark.usefixtures("qtbot")
def test_what_is_withheld_is_never_offered() -> None:
    one = ActionSpec(id="one", menu=Menu.FILE, text="&One", tip="Do one thing")
    two = ActionSpec(id="two", menu=Menu.FILE, text="&Two", tip="Do another", needs=Need.IMAGE)
    actions = Actions([one, two])
    actions.withhold("one", why="Not here.")
    actions.withhold("two", why="Not here.", hidden=True)
    actions.enable(Need.IMAGE)
    actions.explain("one", why_not="")
    assert (actions["one"].isEnabled(), actions["two"].isEnabled()) == (False, False)
    assert (actions["one"].isVisible(), actions["two"].isVisible()) == (True, False)
    assert actions["one"].toolTip() == "Not here."
