"""The menu “Atlas”: images to learn from, and quizzes about them."""

from __future__ import annotations

from typing import Final

from desktop.language.words import mark
from desktop.shell.action_spec import ActionSpec, Menu, Need

ATLAS: Final = (
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
        id="isic_atlas",
        menu=Menu.ATLAS,
        text=mark("ISIC arc&hive…"),
        tip=mark("Fetch labelled images over the network, with licence and author of each"),
    ),
    ActionSpec(
        id="starter_atlas",
        menu=Menu.ATLAS,
        text=mark("&Try drawn images"),
        tip=mark("Draw an atlas of made-up lesions, to see how the place works; it takes seconds"),
    ),
    ActionSpec(
        id="atlas_found",
        menu=Menu.ATLAS,
        text=mark("Copies an&d contradictions"),
        tip=mark("List what building the atlas has found: copies, different diagnoses, left out"),
        first=True,
    ),
    ActionSpec(
        id="atlas_check",
        menu=Menu.ATLAS,
        text=mark("Chec&k the atlas"),
        tip=mark("Read all of it, list what is damaged or missing, and rescue the rest"),
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
        text=mark("P&ack for others…"),
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
    ActionSpec(
        id="atlas_quiz",
        menu=Menu.ATLAS,
        text=mark("&Quiz about these…"),
        tip=mark("Be asked about the chosen labelled images"),
        needs=Need.LABELLED,
        short=mark("Quiz…"),
        first=True,
    ),
    ActionSpec(
        id="quiz_leave",
        menu=Menu.ATLAS,
        text=mark("Lea&ve the quiz"),
        tip=mark("Go back to where quizzes are begun; it can be gone on with (Esc)"),
        needs=Need.QUIZZING,
    ),
    ActionSpec(
        id="quiz_missed",
        menu=Menu.ATLAS,
        text=mark("Ask again what was &missed"),
        tip=mark("Begin a quiz about the images whose answers were not right"),
        needs=Need.QUIZ_MISSED,
    ),
    ActionSpec(
        id="quiz_back",
        menu=Menu.ATLAS,
        text=mark("Back to the answe&r"),
        tip=mark("Leave the images that are seen beside each other (Esc)"),
        needs=Need.QUIZ_COMPARING,
    ),
)
