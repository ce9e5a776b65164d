"""Something done in a bare system, step by step, each of which must go well."""

from __future__ import annotations

from pathlib import Path

from scripts.bare.root import Root


class WentWrong(Exception):
    """A step did not go as it must; says which."""


class Trial:
    """A bare system, in which things are done one after the other.

    Parameters
    ----------
    root : Root
        The system; it is changed.
    packages : Path
        Folder of the installers, which lies in ``/mnt``.
    """

    def __init__(self, root: Root, packages: Path) -> None:
        self._root, self._packages = root, packages

    def does(self, *command: str, as_root: bool = False, **variables: str) -> str:
        """Run a command that must work.

        Returns
        -------
        str
            What it wrote.

        Raises
        ------
        WentWrong
            If it did not.
        """
        done = self._root.run(
            *command, pictures=self._packages, as_root=as_root, variables=variables
        )
        print(f"$ {' '.join(command)}\n{done.stdout}", end="", flush=True)
        if done.returncode:
            raise WentWrong(f"{' '.join(command)}: {done.returncode}\n{done.stderr}")
        return done.stdout

    def requires(self, *paths: str) -> None:
        """Check that files are there.

        Raises
        ------
        WentWrong
            If one is not.
        """
        for path in paths:
            if not self._is_there(path):
                raise WentWrong(f"{path} is not there")

    def lacks(self, *paths: str) -> None:
        """Check that files are gone.

        Raises
        ------
        WentWrong
            If one is not.
        """
        for path in paths:
            if self._is_there(path):
                raise WentWrong(f"{path} is still there")

    def same(self, path: str, content: bytes) -> None:
        """Check what a file holds.

        Raises
        ------
        WentWrong
            If it is something else.
        """
        if self.place(path).read_bytes() != content:
            raise WentWrong(f"{path} was changed")

    def place(self, path: str) -> Path:
        """Where a file of that system lies here."""
        return self._root.folder / path.lstrip("/")

    def _is_there(self, path: str) -> bool:
        return self.place(path).exists() or self.place(path).is_symlink()
