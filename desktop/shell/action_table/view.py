"""The menu “View”."""

from __future__ import annotations

from typing import Final

from desktop.language.words import mark
from desktop.shell.action_spec import ActionSpec, Menu, Need
from desktop.shell.action_table.heat import HEAT
from desktop.shell.places import Place
from desktop.shell.wishes import LanguageWish, ThemeChoice

VIEW: Final = (
    *HEAT,
    ActionSpec(
        id="zoom_in",
        menu=Menu.VIEW,
        text=mark("Zoom &in"),
        short="+",
        tip=mark("Enlarge the picture"),
        keys=("Ctrl++", "Ctrl+=", "+"),
        needs=Need.ZOOMABLE,
        first=True,
    ),
    ActionSpec(
        id="zoom_out",
        menu=Menu.VIEW,
        text=mark("Zoom &out"),
        short="−",  # noqa: RUF001  # a minus sign, as wide as the plus
        tip=mark("Make the picture smaller"),
        keys=("Ctrl+-", "-"),
        needs=Need.ZOOMABLE,
    ),
    ActionSpec(
        id="fit",
        menu=Menu.VIEW,
        text=mark("&Fit"),
        tip=mark("Show the whole picture"),
        keys=("Ctrl+0", "F"),
        needs=Need.ZOOMABLE,
    ),
    ActionSpec(
        id="actual_size",
        menu=Menu.VIEW,
        text="&1:1",
        tip=mark("Show each pixel of the image as one pixel of the screen"),
        keys=("Ctrl+1",),
        needs=Need.ZOOMABLE,
    ),
    ActionSpec(
        id="how_sure",
        menu=Menu.VIEW,
        text=mark("Ho&w sure"),
        tip=mark("Show or hide how far the finding can be believed, in detail"),
        keys=("S",),
        needs=Need.LOOKING,
        checkable=True,
        first=True,
    ),
    ActionSpec(
        id="without_lesion",
        menu=Menu.VIEW,
        text=mark("Without the &lesion"),
        tip=mark("Check whether the finding stays with the lesion painted over"),
        keys=("L",),
        needs=Need.LOOKING,
        checkable=True,
    ),
    ActionSpec(
        id="similar",
        menu=Menu.VIEW,
        text=mark("Similar ima&ges"),
        tip=mark("Show or hide the labelled images of an atlas that are most like this one"),
        keys=("M",),
        needs=Need.LOOKING,
        checkable=True,
    ),
    ActionSpec(
        id="evidence",
        menu=Menu.VIEW,
        text=mark("Evi&dence"),
        tip=mark("Show or hide how often such findings were right on held-out lesions"),
        keys=("E",),
        needs=Need.LOOKING,
        checkable=True,
    ),
    ActionSpec(
        id="filmstrip",
        menu=Menu.VIEW,
        text=mark("Films&trip"),
        tip=mark("Show or hide the row of all opened images"),
        keys=("F9",),
        needs=Need.LOOKING,
        checkable=True,
    ),
    *(
        ActionSpec(
            id=f"place_{place}",
            menu=Menu.VIEW,
            submenu=mark("&Jump to"),
            group="place",
            text=text,
            tip=tip,
            keys=(key,),
            first=place is Place.LOOK,
        )
        for place, text, tip, key in (
            (Place.LOOK, mark("&Look"), mark("Look at images; nothing is stored"), "Alt+1"),
            (
                Place.CASES,
                mark("&Cases"),
                mark("Patients, their lesions and what was found"),
                "Alt+2",
            ),
            (
                Place.BATCH,
                mark("&Batch"),
                mark("Whole folders of images, into a table"),
                "Alt+3",
            ),
            (
                Place.ATLAS,
                mark("&Atlas"),
                mark("Labelled images to learn from"),
                "Alt+4",
            ),
            (
                Place.QUIZ,
                mark("&Quiz"),
                mark("Be asked about labelled images, and learn from the answers"),
                "Alt+5",
            ),
            (
                Place.PROGRESS,
                mark("&Progress"),
                mark("What your answers say: what you recognise and what you mix up"),
                "Alt+6",
            ),
        )
    ),
    *(
        ActionSpec(
            id=f"theme_{theme}",
            menu=Menu.VIEW,
            submenu=mark("&Appearance"),
            group="theme",
            text=text,
            tip=tip,
        )
        for theme, text, tip in (
            (
                ThemeChoice.SYSTEM,
                mark("As the &system"),
                mark("Light or dark, as the system is set"),
            ),
            (ThemeChoice.LIGHT, mark("&Light"), mark("Dark text on a light ground")),
            (ThemeChoice.DARK, mark("&Dark"), mark("Light text on a dark ground")),
        )
    ),
    *(
        ActionSpec(
            id=f"language_{language}",
            menu=Menu.VIEW,
            submenu=mark("Languag&e"),
            group="language",
            text=text,
            tip=tip,
        )
        for language, text, tip in (
            (
                LanguageWish.SYSTEM,
                mark("As the &system"),
                mark("The language of the system where Lentigo speaks it, else English"),
            ),
            # By their own names, for who reads no other.
            (LanguageWish.ENGLISH, "&English", "Speak English"),
            (LanguageWish.INDONESIAN, "Bahasa &Indonesia", "Berbahasa Indonesia"),
        )
    ),
    ActionSpec(
        id="full_screen",
        menu=Menu.VIEW,
        text=mark("F&ull screen"),
        tip=mark("Use the whole screen, or leave it"),
        keys=("F11",),
        checkable=True,
    ),
)
