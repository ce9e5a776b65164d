"""Stand-ins for libraries that OpenCV is linked to and that Lentigo never has it call.

OpenCV's wheel brings FFmpeg and the codecs of AVIF, for video and pictures; here it aligns arrays
and reads no files, which an import contract keeps so. The loader still wants libraries of these
names with these functions in them: a stand-in has them, and ends the program if one is called.
40 MB less, and no unmaintained OpenSSL that came along with FFmpeg.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterable
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import Final

from scripts.freezing.libraries import Entry, without

_NEVER_CALLED: Final = tuple(
    f"opencv_python_headless.libs/lib{name}*"
    for name in ("avcodec", "avformat", "avif", "avutil", "swscale")
)
_CALLER: Final = "cv2/cv2*.so"
_UNDEFINED: Final = "UND"

Symbols = dict[str, str]
"""Name of a function, and its version: empty where there is none."""


def stood_in(
    entries: Iterable[Entry], *, folder: Path, needs: Callable[[str], set[str]]
) -> list[Entry]:
    """Replace what is never called by stand-ins, and leave out what only that needed.

    Parameters
    ----------
    entries : iterable of Entry
        Linux libraries.
    folder : Path
        For the stand-ins.
    needs : callable
        Gives the names of the libraries that the one at a path is linked to.

    Returns
    -------
    list of Entry
        As given where this machine has no compiler.
    """
    known = list(entries)
    compiler, reader = shutil.which("cc"), shutil.which("readelf")
    callers = [path for name, path, _ in known if fnmatch(PurePath(name).as_posix(), _CALLER)]
    if compiler is None or reader is None or not callers:
        return known
    folder.mkdir(parents=True, exist_ok=True)
    wanted = _symbols(reader, callers[0], undefined=True)
    real = [entry for entry in known if _is_never_called(entry)]
    made = [_stand_in(compiler, reader, entry, wanted=wanted, folder=folder) for entry in real]
    return [*without(known, real, needs=needs), *made]


def _is_never_called(entry: Entry) -> bool:
    return any(fnmatch(PurePath(entry[0]).as_posix(), pattern) for pattern in _NEVER_CALLED)


def _stand_in(compiler: str, reader: str, entry: Entry, *, wanted: Symbols, folder: Path) -> Entry:
    name, path, kind = entry
    functions = {
        symbol: version
        for symbol, version in _symbols(reader, path, undefined=False).items()
        if symbol in wanted
    }
    made = folder / PurePath(name).name
    _compile(compiler, functions, made)
    return (name, str(made), kind)


def _compile(compiler: str, functions: Symbols, made: Path) -> None:
    source, versions = made.with_suffix(".c"), made.with_suffix(".map")
    source.write_text("".join(f"void {name}(void) {{ __builtin_trap(); }}\n" for name in functions))
    versions.write_text(_version_script(functions))
    options = ("-shared", "-nostdlib", "-s", "-w", "-fno-builtin", f"-Wl,-soname,{made.name}")
    script = f"-Wl,--version-script,{versions}" if any(functions.values()) else "-O1"
    subprocess.run([compiler, *options, script, "-o", made, source], check=True)
    made.chmod(0o755)


def _version_script(functions: Symbols) -> str:
    versions = sorted(set(functions.values()))
    return "".join(
        f"{version} {{ global: {'; '.join(_of(functions, version))}; }};\n" for version in versions
    )


def _of(functions: Symbols, version: str) -> list[str]:
    return sorted(name for name, its in functions.items() if its == version)


def _symbols(reader: str, path: str, *, undefined: bool) -> Symbols:
    """List the functions that a library defines, or wants from others."""
    command = [reader, "--wide", "--dyn-syms", path]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    rows = (line.split() for line in told.splitlines())
    found = (row for row in rows if len(row) >= 8 and row[0].rstrip(":").isdigit())
    named = (row[7] for row in found if (row[6] == _UNDEFINED) is undefined)
    pairs = (name.replace("@@", "@").partition("@") for name in named)
    return {symbol: version for symbol, _, version in sorted(pairs)}
