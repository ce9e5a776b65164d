"""``lentigo atlas collection``: images that somebody has put together."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.commands.printers import print_line
from core.errors import NotInStore
from core.language import counted, say
from core.learning.collecting.own import collection_named, own_profile

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.commands.verbs import Verbs
    from core.learning.store.records import Profile
    from core.learning.store.store import LearningStore


def add_collection(verbs: Verbs) -> None:
    """Add ``collection`` with its own verbs."""
    collection = verbs.add_parser("collection", help=say("images that somebody has put together"))
    acts = collection.add_subparsers(dest="act", required=True, metavar="VERB")
    _add_act(acts, "list", say("which there are"), named=False)
    _add_act(acts, "create", say("begin one; a new profile is begun with it"))
    rename = _add_act(acts, "rename", say("give one another name"))
    rename.add_argument("new_name", metavar="NEW")
    _add_act(acts, "delete", say("delete one; its images stay where they are"))
    _add_images(_add_act(acts, "add", say("put images of an atlas into one")))
    _add_images(_add_act(acts, "remove", say("take images of an atlas out of one")))
    show = _add_act(acts, "show", say("list its images"))
    show.add_argument("--atlas", type=Path, required=True, metavar="ATLAS")


def _add_act(acts: Verbs, name: str, told: str, *, named: bool = True) -> argparse.ArgumentParser:
    act: argparse.ArgumentParser = acts.add_parser(name, help=told)
    if named:
        act.add_argument("name", metavar="NAME", help=say("of the collection"))
    act.add_argument(
        "--profile", default="", metavar="PROFILE", help=say("whose (default: the oldest)")
    )
    return act


def _add_images(act: argparse.ArgumentParser) -> None:
    add = act.add_argument
    add("--atlas", type=Path, required=True, metavar="ATLAS")
    add("--diagnosis", action="append", default=[], metavar="CODE", help=say("only this; repeat"))
    add("--words", default="", metavar="TEXT", help=say("those that are found by these words"))
    add(
        "--file",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help=say("the image that this file is; repeat"),
    )


def run_collection(arguments: argparse.Namespace) -> int:
    """Do what the verb says.

    Returns
    -------
    int
        0.

    Raises
    ------
    LentigoError
        If it cannot be done; nothing is changed then.
    """
    from core.learning.store.store import LearningStore

    with closing(LearningStore.open()) as store:
        _ACTS[arguments.act](store, arguments)
    return 0


def _list(store: LearningStore, arguments: argparse.Namespace) -> None:
    profile = own_profile(store, arguments.profile)
    print_line(f"{say('Favourites')}: {_images(len(store.favourites(profile)))}")
    for collection in store.collections(profile):
        print_line(f"{collection.name}: {_images(len(store.collected(collection)))}")


def _create(store: LearningStore, arguments: argparse.Namespace) -> None:
    store.add_collection(_begun(store, arguments.profile), arguments.name)


def _begun(store: LearningStore, name: str) -> Profile:
    try:
        return own_profile(store, name)
    except NotInStore:
        return store.add_profile(name)


def _rename(store: LearningStore, arguments: argparse.Namespace) -> None:
    found = collection_named(store, own_profile(store, arguments.profile), arguments.name)
    store.rename_collection(found, arguments.new_name)


def _delete(store: LearningStore, arguments: argparse.Namespace) -> None:
    found = collection_named(store, own_profile(store, arguments.profile), arguments.name)
    store.remove_collection(found)


def _change(store: LearningStore, arguments: argparse.Namespace) -> None:
    """Put images into a collection, or take them out."""
    from core.commands.atlas_chosen import chosen_marks

    found = collection_named(store, own_profile(store, arguments.profile), arguments.name)
    marks = chosen_marks(arguments)
    if arguments.act == "add":
        store.collect(found, marks)
    else:
        store.drop(found, [one.sha256 for one in marks])
    print_line(f"{found.name}: {_images(len(store.collected(found)))}")


def _show(store: LearningStore, arguments: argparse.Namespace) -> None:
    from core.atlas import Atlas
    from core.learning.collecting.images import marked_in

    found = collection_named(store, own_profile(store, arguments.profile), arguments.name)
    marks = store.collected(found)
    atlas = Atlas.open(arguments.atlas)
    items = atlas.library.items(sorted(marked_in(atlas, marks)))
    for item in items:
        print_line(f"{item.path}: {atlas.description.name_of(item.code)}")
    elsewhere = len(marks) - len({item.sha256 for item in items})
    if elsewhere:
        print_line(say("Not in this atlas: {images}.", images=_images(elsewhere)))


def _images(count: int) -> str:
    return counted("{count} image", "{count} images", count=count)


_ACTS: Final[dict[str, Callable[[LearningStore, argparse.Namespace], None]]] = {
    "list": _list,
    "create": _create,
    "rename": _rename,
    "delete": _delete,
    "add": _change,
    "remove": _change,
    "show": _show,
}
