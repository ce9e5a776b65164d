"""``python -m tests.fuzz [TARGET…]``: searches for bytes that break a reader.

The search is libFuzzer's, guided by the branches that our own code takes, through `atheris`. It
goes on from the corpus in the repository and from what former searches left in ``build/fuzz``.
Bytes that break a reader are left there too; once the reader is mended they belong into the
corpus, which the tests go through.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from tests.fuzz.target import CORPUS
from tests.fuzz.targets import TARGETS

BUILD: Final = Path("build/fuzz")
_BOUNDS: Final = ("-timeout=20", "-rss_limit_mb=3072", "-max_len=16384")
_SMALL: Final = "-max_len=2048"
"""What is kept in the repository is kept for ever."""
_MISSING: Final = "The fuzzer is not installed: pip install 'atheris>=3,<4' (Linux and macOS)."


def main() -> int:
    """Search with each target in a process of its own; 1 if one was broken."""
    wanted = _parser().parse_args()
    if unknown := set(wanted.targets) - set(TARGETS):
        sys.stderr.write(f"There is no reader {', '.join(sorted(unknown))}; see --help.\n")
        return 2
    if find_spec("atheris") is None:
        sys.stderr.write(f"{_MISSING}\n")
        return 2
    return max(_search(name, seconds=wanted.seconds, keep=wanted.keep) for name in wanted.targets)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="for each target (60)")
    parser.add_argument("--keep", action="store_true", help="put what was learned into the corpus")
    parser.set_defaults(targets=list(TARGETS))
    return parser


def _search(name: str, *, seconds: int, keep: bool) -> int:
    found, kept = BUILD / name, CORPUS / name
    for folder in (found, kept):
        folder.mkdir(parents=True, exist_ok=True)
    for seed, data in TARGETS[name].seeds().items():
        (found / f"seed-{seed}").write_bytes(data)
    sys.stdout.write(f"{name}: {seconds} s\n")
    sys.stdout.flush()
    bounds = (*_BOUNDS, f"-max_total_time={seconds}", f"-artifact_prefix={BUILD}/{name}-")
    broken = _fuzz(name, *bounds, found, kept, log=BUILD / f"{name}.log")
    if keep:
        log = BUILD / f"{name}-merge.log"
        broken |= _fuzz(name, "-merge=1", *_BOUNDS, _SMALL, kept, found, log=log)
    return int(broken != 0)


def _fuzz(name: str, *arguments: str | Path, log: Path) -> int:
    command = [sys.executable, "-m", "tests.fuzz.search", name, *map(str, arguments)]
    with log.open("wb") as out:
        status = subprocess.run(command, stdout=out, stderr=out, check=False).returncode
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    said = [line for line in lines if line.startswith(("Done", "SUMMARY", "MERGE-OUTER: "))]
    sys.stdout.write("".join(f"  {line}\n" for line in said[-2:]))
    if status:
        sys.stdout.write(f"  broken: see {log}\n")
    return status


if __name__ == "__main__":
    raise SystemExit(main())
