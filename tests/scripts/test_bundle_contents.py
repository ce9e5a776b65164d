"""What goes into a frozen build, without building one."""

from __future__ import annotations

from pathlib import Path

from scripts import bundle_contents as contents
from scripts.freezing.libraries import Entry


def test_what_is_imported_by_name_is_inside(root: Path) -> None:
    hidden = contents.hidden(root)
    assert {"core", "core.commands.classify", "core.engine.choice", "desktop.look"} <= {*hidden}
    assert {"gdcm", "psycopg"} <= {*hidden}
    assert not [name for name in hidden if "migrations" in name]  # read as files
    assert not [name for name in hidden if name.startswith("training")]


def test_nothing_under_the_gpl_comes_with_python() -> None:
    assert "readline" in contents.excluded("full")


def test_an_edition_leaves_out_the_runtimes_it_lacks() -> None:
    assert {"keras", "tensorflow"} <= {*contents.excluded("slim")}
    assert not {"keras", "tensorflow", "onnxruntime"} & {*contents.excluded("full")}


def test_libraries_go_with_the_plugins_that_needed_them() -> None:
    links = {
        "gtk3": {"libgtk.so", "libglib.so", "libQt6Gui.so"},
        "xcb": {"libQt6Gui.so", "libglib.so"},
        "gtk": {"libgdk.so", "libglib.so"},
    }
    entries: list[Entry] = [
        ("Qt/plugins/platformthemes/libqgtk3.so", "gtk3", "BINARY"),
        ("Qt/plugins/platforms/libqxcb.so", "xcb", "BINARY"),
        ("libgtk.so", "gtk", "BINARY"),
        ("libgdk.so", "gdk", "BINARY"),
        ("libglib.so", "glib", "BINARY"),
        ("Qt/lib/libQt6Gui.so", "gui", "BINARY"),
        ("libQt6Gui.so", "Qt/lib/libQt6Gui.so", "SYMLINK"),
    ]
    kept = contents.used_libraries(entries, needs=lambda path: links.get(path, set()))
    assert kept == [entry for entry in entries if entry[1] not in {"gtk3", "gtk", "gdk"}]


def test_no_link_to_what_was_left_out_and_no_trace_of_the_builder() -> None:
    library: Entry = ("Qt/lib/libQt6Gui.so", "gui", "BINARY")
    kept: list[Entry] = [
        ("libQt6Gui.so", "Qt/lib/libQt6Gui.so", "SYMLINK"),
        ("lentigo.dist-info/METADATA", "here", "DATA"),
        ("resources/translations/id/window.qm", "here", "DATA"),
    ]
    left_out: list[Entry] = [
        ("libQt6Eglfs.so", "Qt/lib/libQt6Eglfs.so", "SYMLINK"),
        ("lentigo.dist-info/direct_url.json", "here", "DATA"),
        ("resources/translations/id/LC_MESSAGES/lentigo.po", "here", "DATA"),
        ("resources/translations/id/window.ts", "here", "DATA"),
        kept[1],
    ]
    assert contents.used_data([*kept, *left_out], libraries=[library]) == kept


def test_documents_come_with_what_is_inside_and_nothing_else() -> None:
    entries: list[Entry] = [
        ("core.cli", "core/cli.py", "PYMODULE"),
        ("_CharLS.cpython-311-x86_64-linux-gnu.so", "here", "EXTENSION"),
    ]
    found = [name.lower() for name, _, _ in contents.documents(entries)]
    assert {name.partition("-")[0] for name in found} == {"lentigo", "pyjpegls"}
    assert any(name.endswith("/metadata") for name in found)
