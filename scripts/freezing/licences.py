"""The licences of everything inside of a frozen build, in a folder beside the program."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from scripts.freezing.parts import INSIDE, Kind, Part

FOLDER: Final = "licences"
"""Beside the program."""
INDEX: Final = "index.html"
"""What a browser shows of them."""

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._+-]+")
# Whose wheels bring no text of their licence; those of ours are among the resources.
_OURS: Final = {
    "PySide6_Essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}
_HEAD: Final = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Lentigo: licences</title>
<style>body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse}td,th{padding:.25rem .75rem;border-bottom:1px solid #ccc;
text-align:left;vertical-align:top}</style>
<h1>Licences of everything that Lentigo comes with</h1>
<p>The code of Lentigo is licensed under the <a href="lentigo/LICENSE">Apache License 2.0</a>.
<b>The weights of its model may not be used commercially.</b> What else is inside belongs to others,
who license it as told below. Libraries under the LGPL, Qt among them, lie as files of their own in
the folder <code>_internal</code>, unchanged but for their tables of symbols, and can be replaced by
other builds of them; their source is where the table leads, or in the Debian release that the
package is of.</p>
"""


def write_licences(folder: Path, parts: Sequence[Part]) -> Path:
    """Copy all texts, and write an index of them.

    Parameters
    ----------
    folder : Path
        The build.
    parts : sequence of Part
        What others made of it.
    """
    out = folder / FOLDER
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    resources = folder / INSIDE / "resources"
    texts = {part.name: _copied(part, out, resources / "licences") for part in parts}
    _copy([folder / INSIDE / "LICENSE"], out / "lentigo")
    body = [_HEAD, _model(resources / "model", out), _fonts(resources / "fonts", out)]
    body += [_table(kind, [one for one in parts if one.kind is kind], texts) for kind in Kind]
    (out / INDEX).write_text("\n".join([*body, "</html>\n"]), "utf-8", newline="\n")
    return out


def _copied(part: Part, out: Path, ours: Path) -> list[str]:
    texts = [*part.texts, *(ours / name for name in _OURS.get(part.name, ()))]
    if not texts and "apache" in part.licence.lower():
        return ["lentigo/LICENSE"]  # the same text
    return _copy(texts, out / _UNSAFE.sub("_", part.name))


def _copy(texts: Sequence[Path], folder: Path) -> list[str]:
    """Copy files into a folder, each under a name of its own, and name them from above it."""
    names = []
    for number, text in enumerate(texts):
        folder.mkdir(exist_ok=True)
        name = text.name if not (folder / text.name).exists() else f"{number}-{text.name}"
        shutil.copyfile(text, folder / name)
        names.append(f"{folder.name}/{name}")
    return names


def _model(model: Path, out: Path) -> str:
    card = model / "card.json"
    if not card.is_file():
        return ""
    told = json.loads(card.read_text("utf-8"))
    links = _copy([model / "LICENSE"], out / "model")
    rows = "".join(
        f"<tr><td>{_text(one['name'])}</td><td>{_text(one['licence'])}</td>"
        f"<td>{_text(one.get('citation') or one.get('source') or '')}</td></tr>"
        for one in told["data"]
    )
    heads = "<tr><th>Learned from</th><th>Licence</th><th>Source</th></tr>"
    return (
        f"<h2>The model</h2><p>{_text(told['name'])} {_text(told['version'])}: "
        f"{_text(told['licence'])} ({_links(links)}), because the images that it learned from are. "
        "With this model, Lentigo may not be used commercially.</p>"
        f"<table cellpadding='4'>{heads}{rows}</table>"
    )


def _fonts(fonts: Path, out: Path) -> str:
    links = _copy([fonts / "LICENSE"], out / "fonts") if fonts.is_dir() else []
    return (
        f"<h2>Fonts</h2><p>DejaVu ({_links(links)}), in documents and plots.</p>" if links else ""
    )


def _table(kind: Kind, parts: Sequence[Part], texts: dict[str, list[str]]) -> str:
    rows = "\n".join(
        f"<tr><td>{_home(part)}</td><td>{_text(part.version)}</td><td>{_text(part.licence)}</td>"
        f"<td>{_links(texts[part.name]) or 'none came with it'}</td></tr>"
        for part in parts
    )
    heads = "".join(f"<th>{name}</th>" for name in ("Name", "Version", "Licence", "Texts"))
    return (
        f"<h2>{kind}</h2>\n<table cellpadding='4'><tr>{heads}</tr>\n{rows}\n</table>"
        if parts
        else ""
    )


def _home(part: Part) -> str:
    name = _text(part.name)
    safe = part.home.startswith(("https://", "http://"))
    return f'<a href="{_text(part.home)}">{name}</a>' if safe else name


def _links(names: Sequence[str]) -> str:
    return ", ".join(f'<a href="{_text(name)}">{_text(Path(name).name)}</a>' for name in names)


def _text(words: object) -> str:
    return html.escape(str(words))
