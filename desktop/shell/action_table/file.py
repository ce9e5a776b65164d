"""The menu “File”."""

from __future__ import annotations

from typing import Final

from desktop.language.words import mark
from desktop.shell.action_spec import FINDING_SEEN, ActionSpec, Menu, Need
from desktop.shell.action_table.batch import BATCH

_EXPORT: Final = mark("E&xport")

FILE: Final = (
    ActionSpec(
        id="open",
        menu=Menu.FILE,
        text=mark("&Open images…"),
        tip=mark("Choose image files to look at"),
        keys=("Ctrl+O",),
    ),
    ActionSpec(
        id="open_folder",
        menu=Menu.FILE,
        text=mark("Open a &folder…"),
        tip=mark("Open all images in a folder and in the folders within it"),
        keys=("Ctrl+Shift+O",),
    ),
    ActionSpec(
        id="open_examples",
        menu=Menu.FILE,
        text=mark("Open the &examples"),
        tip=mark("Open the drawn example images that come with Lentigo"),
        keys=("Ctrl+E",),
    ),
    *BATCH,
    ActionSpec(
        id="save_overlay",
        menu=Menu.FILE,
        text=mark("&Save picture with heat map…"),
        tip=mark("Save what is shown, with its legend, as a PNG file"),
        keys=("Ctrl+S",),
        needs=FINDING_SEEN,
        first=True,
    ),
    ActionSpec(
        id="save_report",
        menu=Menu.FILE,
        text=mark("Save &report…"),
        tip=mark(
            "Save picture, heat map, all probabilities and how far to believe them, as a PDF file"
        ),
        keys=("Ctrl+Shift+S",),
        needs=FINDING_SEEN,
    ),
    ActionSpec(
        id="preview_report",
        menu=Menu.FILE,
        text=mark("Pre&view report…"),
        tip=mark(
            "See the report as it will be printed, choose what stands on it, save or print it"
        ),
        keys=("Ctrl+Shift+P",),
        needs=FINDING_SEEN,
    ),
    ActionSpec(
        id="print",
        menu=Menu.FILE,
        text=mark("&Print…"),
        tip=mark("Print the picture with its heat map and all probabilities"),
        keys=("Ctrl+P",),
        needs=FINDING_SEEN,
    ),
    ActionSpec(
        id="export_dicom",
        menu=Menu.FILE,
        submenu=_EXPORT,
        text=mark("&DICOM…"),
        tip=mark("Write picture, heat map and finding of the chosen images as DICOM files"),
        keys=("Ctrl+D",),
        needs=FINDING_SEEN,
    ),
    ActionSpec(
        id="export_fhir",
        menu=Menu.FILE,
        submenu=_EXPORT,
        text=mark("&FHIR…"),
        tip=mark("Write the findings of the chosen images as preliminary reports of FHIR R4"),
        needs=FINDING_SEEN,
    ),
    ActionSpec(
        id="archive",
        menu=Menu.FILE,
        text=mark("&DICOM archive…"),
        tip=mark("Find studies in an archive, fetch their pictures, send findings to it"),
        keys=("Ctrl+Shift+D",),
    ),
    ActionSpec(
        id="close_image",
        menu=Menu.FILE,
        text=mark("&Close image"),
        tip=mark("Take the selected image out of the window; its file stays"),
        keys=("Ctrl+W",),
        needs=Need.IMAGE,
        first=True,
    ),
    ActionSpec(
        id="close_all",
        menu=Menu.FILE,
        text=mark("Close &all images"),
        tip=mark("Empty the window; the files stay"),
        keys=("Ctrl+Shift+W",),
        needs=Need.IMAGE,
    ),
    ActionSpec(
        id="lock_now",
        menu=Menu.FILE,
        text=mark("&Lock now"),
        tip=mark("Cover everything until the passphrase is typed"),
        keys=("Ctrl+Alt+L",),
        first=True,
    ),
    ActionSpec(
        id="lock_after",
        menu=Menu.FILE,
        text=mark("Loc&k after a while…"),
        tip=mark("Choose after how long without use everything is covered, and the passphrase"),
    ),
    ActionSpec(
        id="protect_cases",
        menu=Menu.FILE,
        text=mark("Protect cases &with a passphrase…"),
        tip=mark("Encrypt database and images of the cases, or change or remove the passphrase"),
    ),
    ActionSpec(
        id="quit",
        menu=Menu.FILE,
        text=mark("&Quit"),
        tip=mark("Close Lentigo"),
        keys=("Ctrl+Q",),
        first=True,
    ),
)
