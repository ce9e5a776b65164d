"""Every action of the window: the one place to look up a shortcut or to add an entry."""

from __future__ import annotations

from typing import Final

from desktop.language.words import mark
from desktop.shell.actions import ActionSpec, Menu, Need
from desktop.shell.places import Place
from desktop.shell.wishes import DeviceWish, HeatColours, HeatMethod, LanguageWish, ThemeChoice

_BATCH: Final = mark("Anal&yse folders")
_EXPORT: Final = mark("E&xport")
_FOLLOWING: Final = mark("Follow-&up")
_FINDING: Final = Need.IMAGE | Need.PICTURE | Need.FINDING

_BATCHES: Final = (
    ActionSpec(
        id="batch_new",
        menu=Menu.FILE,
        submenu=_BATCH,
        text=mark("&New batch…"),
        tip=mark("Analyse all images of a folder, into a table"),
        keys=("Ctrl+B",),
    ),
    ActionSpec(
        id="batch_open",
        menu=Menu.FILE,
        submenu=_BATCH,
        text=mark("Open a &table…"),
        tip=mark("See what was found before, or by the command line"),
        keys=("Ctrl+Shift+B",),
    ),
    ActionSpec(
        id="batch_save",
        menu=Menu.FILE,
        submenu=_BATCH,
        text=mark("&Save rows…"),
        tip=mark("Write the rows that are seen, in their order, as a table"),
        needs=Need.RESULTS,
    ),
    ActionSpec(
        id="batch_look",
        menu=Menu.FILE,
        submenu=_BATCH,
        text=mark("&Look at these"),
        tip=mark("Open the images of the chosen rows"),
        needs=Need.RESULTS | Need.CHOSEN,
    ),
    ActionSpec(
        id="batch_go_on",
        menu=Menu.FILE,
        submenu=_BATCH,
        text=mark("&Go on with the batch"),
        tip=mark("Analyse the images that have no row yet"),
        needs=Need.BATCH_RESTS,
        short=mark("Go on"),
        first=True,
    ),
    ActionSpec(
        id="batch_pause",
        menu=Menu.FILE,
        submenu=_BATCH,
        text=mark("&Pause the batch"),
        tip=mark("Analyse no more of the folder for now"),
        needs=Need.BATCH_RUNS,
        short=mark("Pause"),
    ),
    ActionSpec(
        id="batch_stop",
        menu=Menu.FILE,
        submenu=_BATCH,
        text=mark("St&op the batch"),
        tip=mark("Leave the batch as it is; what is written stays"),
        needs=Need.BATCH_OPEN,
        short=mark("Stop"),
    ),
)
_FILE: Final = (
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
    *_BATCHES,
    ActionSpec(
        id="save_overlay",
        menu=Menu.FILE,
        text=mark("&Save picture with heat map…"),
        tip=mark("Save what is shown, with its legend, as a PNG file"),
        keys=("Ctrl+S",),
        needs=_FINDING,
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
        needs=_FINDING,
    ),
    ActionSpec(
        id="preview_report",
        menu=Menu.FILE,
        text=mark("Pre&view report…"),
        tip=mark(
            "See the report as it will be printed, choose what stands on it, save or print it"
        ),
        keys=("Ctrl+Shift+P",),
        needs=_FINDING,
    ),
    ActionSpec(
        id="print",
        menu=Menu.FILE,
        text=mark("&Print…"),
        tip=mark("Print the picture with its heat map and all probabilities"),
        keys=("Ctrl+P",),
        needs=_FINDING,
    ),
    ActionSpec(
        id="export_dicom",
        menu=Menu.FILE,
        submenu=_EXPORT,
        text=mark("&DICOM…"),
        tip=mark("Write picture, heat map and finding of the chosen images as DICOM files"),
        keys=("Ctrl+D",),
        needs=_FINDING,
    ),
    ActionSpec(
        id="export_fhir",
        menu=Menu.FILE,
        submenu=_EXPORT,
        text=mark("&FHIR…"),
        tip=mark("Write the findings of the chosen images as preliminary reports of FHIR R4"),
        needs=_FINDING,
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
_EDIT: Final = (
    ActionSpec(
        id="undo",
        menu=Menu.EDIT,
        text=mark("&Undo"),
        tip=mark("Take back the last note, diagnosis, checklist or change of details"),
        keys=("Ctrl+Z",),
        needs=Need.UNDO,
    ),
    ActionSpec(
        id="redo",
        menu=Menu.EDIT,
        text=mark("&Redo"),
        tip=mark("Write again what was taken back"),
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        needs=Need.REDO,
    ),
    ActionSpec(
        id="copy",
        menu=Menu.EDIT,
        text=mark("&Copy picture with heat map"),
        tip=mark("Put what is shown, with its legend, on the clipboard"),
        keys=("Ctrl+C",),
        needs=_FINDING,
        first=True,
    ),
    ActionSpec(
        id="paste",
        menu=Menu.EDIT,
        text=mark("&Paste"),
        tip=mark("Open the picture or the files on the clipboard"),
        keys=("Ctrl+V",),
    ),
)
_VIEW: Final = (
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
        needs=_FINDING,
    ),
    ActionSpec(
        id="stop_computing",
        menu=Menu.VIEW,
        text=mark("Sto&p computing the heat map"),
        tip=mark("Leave it unfinished, and go back to the map that is there at once"),
        keys=("Esc",),
        needs=Need.COMPUTING,
    ),
    ActionSpec(
        id="zoom_in",
        menu=Menu.VIEW,
        text=mark("Zoom &in"),
        short="+",
        tip=mark("Enlarge the picture"),
        keys=("Ctrl++", "Ctrl+=", "+"),
        needs=Need.PICTURE,
        first=True,
    ),
    ActionSpec(
        id="zoom_out",
        menu=Menu.VIEW,
        text=mark("Zoom &out"),
        short="−",  # noqa: RUF001  # a minus sign, as wide as the plus
        tip=mark("Make the picture smaller"),
        keys=("Ctrl+-", "-"),
        needs=Need.PICTURE,
    ),
    ActionSpec(
        id="fit",
        menu=Menu.VIEW,
        text=mark("&Fit"),
        tip=mark("Show the whole picture"),
        keys=("Ctrl+0", "F"),
        needs=Need.PICTURE,
    ),
    ActionSpec(
        id="actual_size",
        menu=Menu.VIEW,
        text="&1:1",
        tip=mark("Show each pixel of the image as one pixel of the screen"),
        keys=("Ctrl+1",),
        needs=Need.PICTURE,
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
_IMAGE: Final = (
    ActionSpec(
        id="next_image",
        menu=Menu.IMAGE,
        text=mark("&Next image"),
        tip=mark("Go one image to the right"),
        keys=("Ctrl+Right", "PgDown"),
        needs=Need.SEVERAL,
    ),
    ActionSpec(
        id="previous_image",
        menu=Menu.IMAGE,
        text=mark("&Previous image"),
        tip=mark("Go one image to the left"),
        keys=("Ctrl+Left", "PgUp"),
        needs=Need.SEVERAL,
    ),
    ActionSpec(
        id="compare",
        menu=Menu.IMAGE,
        text=mark("Compare &side by side"),
        tip=mark("See two to four chosen images beside each other, zoomed and moved together"),
        keys=("Ctrl+T",),
        needs=Need.LOOKING | Need.SEVERAL,
        checkable=True,
    ),
    ActionSpec(
        id="next_class",
        menu=Menu.IMAGE,
        text=mark("Explain the next &class"),
        tip=mark("Show the heat map of the next class in the list"),
        keys=("Ctrl+Down", "."),
        needs=_FINDING,
        first=True,
    ),
    ActionSpec(
        id="previous_class",
        menu=Menu.IMAGE,
        text=mark("Explain the previous c&lass"),
        tip=mark("Show the heat map of the class before this one"),
        keys=("Ctrl+Up", ","),
        needs=_FINDING,
    ),
    ActionSpec(
        id="analyse_again",
        menu=Menu.IMAGE,
        text=mark("&Analyse again"),
        tip=mark("Analyse the selected image once more, where that can give more"),
        keys=("F5",),
        needs=Need.REPEATABLE,
        first=True,
    ),
    ActionSpec(
        id="thorough",
        menu=Menu.IMAGE,
        text=mark("&Thorough analysis"),
        tip=mark(
            "Analyse new images in eight views, and say how far these agree; takes 8 times as long"
        ),
        keys=("T",),
        needs=Need.LOOKING,
        checkable=True,
    ),
    ActionSpec(
        id="cancel",
        menu=Menu.IMAGE,
        text=mark("Cancel all anal&yses"),
        tip=mark("Stop analysing; findings that are there stay"),
        keys=("Ctrl+.",),
        needs=Need.UNFINISHED,
    ),
    ActionSpec(
        id="commit_first",
        menu=Menu.IMAGE,
        text=mark("Commit &first"),
        tip=mark(
            "Say what you see before the finding of a new image is shown; your answers are kept"
        ),
        needs=Need.LOOKING,
        checkable=True,
        first=True,
    ),
    ActionSpec(
        id="your_answers",
        menu=Menu.IMAGE,
        text=mark("Your ans&wers…"),
        tip=mark("How often you agreed with the model, changed your mind, and were right"),
    ),
)
_CASES: Final = (
    ActionSpec(
        id="add_to_case",
        menu=Menu.CASES,
        text=mark("&Add image to a case…"),
        tip=mark("Keep the image, unchanged, and its finding with a patient's lesion"),
        keys=("Ctrl+K",),
        needs=_FINDING,
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
_ATLAS: Final = (
    ActionSpec(
        id="choose_atlas",
        menu=Menu.ATLAS,
        text=mark("&Open an atlas…"),
        tip=mark("Choose a folder of labelled images, to browse and to find similar ones in"),
        short=mark("Open…"),
    ),
    ActionSpec(
        id="build_atlas",
        menu=Menu.ATLAS,
        text=mark("&Build an atlas…"),
        tip=mark("Make an atlas of labelled images: a folder for each class, a table, or HAM10000"),
        short=mark("Build…"),
    ),
    ActionSpec(
        id="starter_atlas",
        menu=Menu.ATLAS,
        text=mark("&Try drawn images"),
        tip=mark("Draw an atlas of made-up lesions, to see how the place works; it takes seconds"),
    ),
    ActionSpec(
        id="atlas_large",
        menu=Menu.ATLAS,
        text=mark("&Show large"),
        tip=mark("See the chosen labelled image large, with all that is known of it (Enter)"),
        needs=Need.LABELLED,
        first=True,
    ),
    ActionSpec(
        id="atlas_favourite",
        menu=Menu.ATLAS,
        text=mark("&Favourite"),
        tip=mark("Mark the chosen labelled images as favourites, or unmark them"),
        keys=("K",),
        needs=Need.LABELLED,
        checkable=True,
    ),
    ActionSpec(
        id="atlas_collections",
        menu=Menu.ATLAS,
        text=mark("Collectio&ns…"),
        tip=mark("Put the chosen images into collections; begin, rename and delete these"),
        keys=("G",),
        needs=Need.ATLAS,
        short=mark("Collections…"),
    ),
    ActionSpec(
        id="atlas_pack",
        menu=Menu.ATLAS,
        text=mark("&Pack for others…"),
        tip=mark("Put a collection or a quiz into one file: images, labels, whose they are"),
        needs=Need.ATLAS,
        short=mark("Pack…"),
    ),
    ActionSpec(
        id="atlas_unpack",
        menu=Menu.ATLAS,
        text=mark("Br&ing in a package…"),
        tip=mark("See what is in a file that somebody else has packed, and make an atlas of it"),
        short=mark("Bring in…"),
    ),
    ActionSpec(
        id="atlas_compare",
        menu=Menu.ATLAS,
        text=mark("&Compare labelled images"),
        tip=mark("Set up to four chosen ones side by side, or the large one and those like it"),
        keys=("N",),
        needs=Need.LABELLED_SEVERAL,
        short=mark("Compare"),
    ),
    ActionSpec(
        id="atlas_model",
        menu=Menu.ATLAS,
        text=mark("&What would the model say?"),
        tip=mark("Show findings and heat maps of what is seen large; until then they are hidden"),
        keys=("Q",),
        needs=Need.LABELLED_SEEN | Need.MODEL,
        checkable=True,
    ),
    ActionSpec(
        id="atlas_back",
        menu=Menu.ATLAS,
        text=mark("Back to the &grid"),
        tip=mark("Leave what is seen in the place of the grid (Esc)"),
        needs=Need.OFF_GRID,
    ),
    ActionSpec(
        id="atlas_look",
        menu=Menu.ATLAS,
        text=mark("&Look with the model"),
        tip=mark("Analyse the chosen labelled images, as any others"),
        needs=Need.LABELLED,
    ),
)
_MODEL: Final = (
    ActionSpec(
        id="choose_model",
        menu=Menu.MODEL,
        text=mark("&Choose a model…"),
        tip=mark("Use the model bundle in another folder"),
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
_HELP: Final = (
    ActionSpec(
        id="find_command",
        menu=Menu.HELP,
        text=mark("&Find a command…"),
        tip=mark("Type what you want to do, and choose from the commands that mean it"),
        keys=("F3",),
    ),
    ActionSpec(
        id="shortcuts",
        menu=Menu.HELP,
        text=mark("&Keyboard shortcuts"),
        tip=mark("List what each key does"),
        keys=("F1",),
    ),
    ActionSpec(
        id="self_test",
        menu=Menu.HELP,
        text=mark("Self-&test…"),
        tip=mark("Check whether model, engines, database, fonts and display work here"),
        first=True,
    ),
    ActionSpec(
        id="crash_reports",
        menu=Menu.HELP,
        text=mark("&Crash reports…"),
        tip=mark("Read what was written down on this computer when Lentigo crashed"),
    ),
    ActionSpec(
        id="about",
        menu=Menu.HELP,
        text=mark("&About Lentigo"),
        tip=mark("Version, model, licences and purpose"),
        first=True,
    ),
)

ACTIONS: Final = (*_FILE, *_EDIT, *_VIEW, *_IMAGE, *_CASES, *_ATLAS, *_MODEL, *_HELP)
