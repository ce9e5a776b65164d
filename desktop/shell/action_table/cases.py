"""The menu “Cases”."""

from __future__ import annotations

from typing import Final

from desktop.language.words import mark
from desktop.shell.action_spec import FINDING_SEEN, ActionSpec, Menu, Need

_FOLLOWING: Final = mark("Follow-&up")

CASES: Final = (
    ActionSpec(
        id="add_to_case",
        menu=Menu.CASES,
        text=mark("&Add image to a case…"),
        tip=mark("Keep the image, unchanged, and its finding with a patient's lesion"),
        keys=("Ctrl+K",),
        needs=FINDING_SEEN,
    ),
    ActionSpec(
        id="new_patient",
        menu=Menu.CASES,
        text=mark("New &patient…"),
        tip=mark("Note a patient, under a pseudonym, with a first lesion"),
        keys=("Ctrl+Shift+N",),
        first=True,
    ),
    ActionSpec(
        id="new_lesion",
        menu=Menu.CASES,
        text=mark("New &lesion…"),
        tip=mark("Note another lesion of the patient whose page is open"),
        keys=("Ctrl+N",),
        needs=Need.PATIENT,
    ),
    ActionSpec(
        id="report_patient",
        menu=Menu.CASES,
        text=mark("&Report on the patient…"),
        tip=mark(
            "See the patient's file, or a lesion or visit of it, as a report; save or print it"
        ),
        keys=("Ctrl+R",),
        needs=Need.PATIENT,
        first=True,
    ),
    ActionSpec(
        id="report_lesion",
        menu=Menu.CASES,
        text=mark("Report &on the lesion…"),
        tip=mark("See the chosen lesion over time as a report; save or print it"),
        keys=("Ctrl+Shift+R",),
        needs=Need.LESION,
    ),
    ActionSpec(
        id="export_cases",
        menu=Menu.CASES,
        text=mark("&Export cases…"),
        tip=mark("Write the chosen lesions, or all that were found, as a CSV or JSON table"),
        keys=("Ctrl+Shift+E",),
        needs=Need.LESIONS,
    ),
    ActionSpec(
        id="follow_up",
        menu=Menu.CASES,
        text=mark("&Follow up"),
        tip=mark("Compare two images of the lesion that was chosen"),
        keys=("Ctrl+U",),
        needs=Need.FOLLOWABLE,
        first=True,
    ),
    *(
        ActionSpec(
            id=f"follow_{mode}",
            menu=Menu.CASES,
            submenu=_FOLLOWING,
            group="follow_mode",
            text=text,
            tip=tip,
            keys=(key,),
            needs=Need.FOLLOWING,
        )
        for mode, text, tip, key in (
            ("side", mark("&Side by side"), mark("See both images beside each other"), "D"),
            (
                "blink",
                mark("&Blink"),
                mark("See the images in turn; Space shows the other one and stays"),
                "B",
            ),
            (
                "swipe",
                mark("S&wipe"),
                mark("Move a divider between the images, by mouse or arrow keys"),
                "W",
            ),
        )
    ),
    *(
        ActionSpec(
            id=f"follow_{name}",
            menu=Menu.CASES,
            submenu=_FOLLOWING,
            text=text,
            tip=tip,
            keys=(key,),
            needs=Need.FOLLOWING | (Need.ALIGNABLE if name == "aligned" else Need.NOTHING),
            checkable=True,
            first=first,
        )
        for name, text, tip, key, first in (
            ("aligned", mark("&Aligned"), mark("Lay the newer image onto the older"), "A", True),
            (
                "outlines",
                mark("&Outlines"),
                mark("Draw the outlines that the areas come from"),
                "O",
                False,
            ),
            ("measure", mark("&Measure"), mark("Measure a line in millimetres"), "R", True),
            (
                "scale",
                mark("Set s&cale"),
                mark("Say how large a pixel is, on a ruler in the picture"),
                "C",
                False,
            ),
        )
    ),
    ActionSpec(
        id="follow_back",
        menu=Menu.CASES,
        submenu=_FOLLOWING,
        text=mark("Bac&k to the patient"),
        tip=mark("Leave the follow-up of the lesion"),
        keys=("Alt+Left",),
        needs=Need.FOLLOWING,
        first=True,
    ),
    ActionSpec(
        id="body_map",
        menu=Menu.CASES,
        text=mark("&Body map"),
        tip=mark("Show or hide where the lesions of the patient are"),
        needs=Need.PATIENT,
        checkable=True,
        first=True,
    ),
    ActionSpec(
        id="delete_patient",
        menu=Menu.CASES,
        text=mark("&Delete patient…"),
        tip=mark("Delete the patient whose page is open, with all images, for good"),
        needs=Need.PATIENT,
        first=True,
    ),
)
