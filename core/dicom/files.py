"""Image, heat map and finding of each answer as DICOM files."""

from __future__ import annotations

from pathlib import Path

from core.dicom.answers import AnswerObjects
from core.dicom.objects import to_bytes
from core.file_names import FileNames
from core.files import write_whole
from core.image_source import ImageSource
from core.model.classifier import Answer


class DicomFiles:
    """Writes ``NAME.image.dcm``, ``NAME.heatmap.dcm`` and ``NAME.report.dcm`` for each answer.

    Parameters
    ----------
    folder : Path
        Where to write; made when first needed.
    objects : AnswerObjects
        Makes what is written.
    names : FileNames, optional
        Names the files; by default what an earlier run wrote is replaced.
    """

    def __init__(
        self, folder: Path, objects: AnswerObjects, *, names: FileNames | None = None
    ) -> None:
        self._folder = folder
        self._objects = objects
        self._names = names or FileNames()

    def add_to(self, answer: Answer) -> Answer:
        """Write the files of one answer, and hand it on: see `write`."""
        self.write(answer)
        return answer

    def write(self, answer: Answer, *, original: ImageSource | None = None) -> tuple[Path, ...]:
        """Write the files of one answer.

        Parameters
        ----------
        answer : Answer
            Whose source names the files.
        original : Path, bytes or Held, optional
            The image itself; by default, the answer's source.

        Returns
        -------
        tuple of Path
            The files; nothing where there was no analysis.

        Raises
        ------
        ImageError
            If the source cannot be read any more, or has no patient to take over.
        OutputError
            If a file cannot be written.
        """
        objects = self._objects.of(answer, original=original)
        if not objects:
            return ()
        endings = {f".{word}.dcm": one for word, one in objects.items()}
        name = self._names.of(answer.source, *endings)
        paths = {self._folder / f"{name}{ending}": one for ending, one in endings.items()}
        for path, dataset in paths.items():
            write_whole(path, to_bytes(dataset))
        return tuple(paths)
