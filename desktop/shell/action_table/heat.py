"""Rows about heat maps: the upper part of the menu “View”."""

from __future__ import annotations

from typing import Final

from desktop.language.words import mark
from desktop.shell.action_spec import FINDING_SEEN, ActionSpec, Menu, Need
from desktop.shell.wishes import HeatColours, HeatMethod

HEAT: Final = (
    ActionSpec(
        id="heat_map",
        menu=Menu.VIEW,
        text=mark("&Heat map"),
        tip=mark("Show or hide where the model found evidence"),
        keys=("H",),
        needs=Need.LOOKING,
        checkable=True,
    ),
    ActionSpec(
        id="more_opaque",
        menu=Menu.VIEW,
        text=mark("&Stronger heat map"),
        tip=mark("Let the heat map hide more of the picture"),
        keys=("]",),
        needs=Need.LOOKING,
    ),
    ActionSpec(
        id="less_opaque",
        menu=Menu.VIEW,
        text=mark("Fai&nter heat map"),
        tip=mark("Let more of the picture through"),
        keys=("[",),
        needs=Need.LOOKING,
    ),
    *(
        ActionSpec(
            id=f"colours_{colours}",
            menu=Menu.VIEW,
            submenu=mark("Heat map &colours"),
            group="colours",
            text=f"&{colours.capitalize()}",
            tip=mark("Colour heat so that it is legible to colour-blind people as well"),
        )
        for colours in HeatColours
    ),
    *(
        ActionSpec(
            id=f"method_{method}",
            menu=Menu.VIEW,
            submenu=mark("Heat map &method"),
            group="method",
            text=text,
            tip=tip,
        )
        for method, text, tip in (
            (
                HeatMethod.GRAD_CAM,
                mark("&Grad-CAM"),
                mark("Which features speak for a class; at once"),
            ),
            (
                HeatMethod.GRAD_CAM_PLUS_PLUS,
                mark("Gr&ad-CAM++"),
                mark("Each place weighed; needs TensorFlow"),
            ),
            (
                HeatMethod.LAYER_CAM,
                mark("&LayerCAM"),
                mark("Finer, place by place; needs TensorFlow"),
            ),
            (
                HeatMethod.SCORE_CAM,
                mark("&Score-CAM"),
                mark("The score when only some places are left"),
            ),
            (
                HeatMethod.SMOOTH_GRAD,
                mark("S&moothGrad"),
                mark("How much each pixel matters; needs TensorFlow"),
            ),
            (
                HeatMethod.OCCLUSION,
                mark("&Occlusion"),
                mark("How far the score falls when a place is hidden"),
            ),
        )
    ),
    ActionSpec(
        id="next_versus",
        menu=Menu.VIEW,
        text=mark("Rather than the ne&xt class"),
        tip=mark("Show what speaks for the explained class rather than for the next one"),
        keys=("V",),
        needs=FINDING_SEEN,
    ),
    ActionSpec(
        id="stop_computing",
        menu=Menu.VIEW,
        text=mark("Sto&p computing the heat map"),
        tip=mark("Leave it unfinished, and go back to the map that is there at once"),
        keys=("Esc",),
        needs=Need.COMPUTING,
    ),
)
