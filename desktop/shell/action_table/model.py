"""The menu “Model”."""

from __future__ import annotations

from typing import Final

from desktop.language.words import mark
from desktop.shell.action_spec import ActionSpec, Menu, Need
from desktop.shell.wishes import DeviceWish

MODEL: Final = (
    ActionSpec(
        id="choose_model",
        menu=Menu.MODEL,
        text=mark("&Choose a model…"),
        tip=mark("Use the model bundle in another folder"),
    ),
    ActionSpec(
        id="install_model",
        menu=Menu.MODEL,
        text=mark("&Install a model…"),
        tip=mark("Verify a model bundle, copy it, and use it from now on"),
    ),
    ActionSpec(
        id="former_model",
        menu=Menu.MODEL,
        text=mark("Use the &former model"),
        tip=mark("Go back to the model that was in use before the last was installed"),
    ),
    ActionSpec(
        id="own_model",
        menu=Menu.MODEL,
        text=mark("Use Lentigo's &own model"),
        tip=mark("Go back to the model that comes with Lentigo"),
    ),
    ActionSpec(
        id="model_card",
        menu=Menu.MODEL,
        text=mark("Model car&d"),
        tip=mark("Read what the model is for, what it learned from and what it is worth"),
        keys=("Ctrl+I",),
        needs=Need.MODEL,
        first=True,
    ),
    ActionSpec(
        id="case_mix",
        menu=Menu.MODEL,
        text=mark("Case &mix…"),
        tip=mark("State how frequent each class is where you work, to re-weight all probabilities"),
        needs=Need.RULES,
        first=True,
    ),
    *(
        ActionSpec(
            id=f"device_{device}",
            menu=Menu.MODEL,
            submenu=mark("&Processor"),
            group="device",
            text=text,
            tip=tip,
            first=device is DeviceWish.AUTO,
        )
        for device, text, tip in (
            (DeviceWish.AUTO, mark("&Automatic"), mark("The graphics processor where one works")),
            (DeviceWish.CPU, mark("&CPU"), mark("The main processor")),
            (DeviceWish.GPU, mark("&GPU"), mark("The graphics processor, or an error")),
        )
    ),
    ActionSpec(
        id="restart_engine",
        menu=Menu.MODEL,
        text=mark("&Start the model again"),
        tip=mark("End the process that analyses, and start a new one"),
        first=True,
    ),
)
