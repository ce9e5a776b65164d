"""What Windows shows of a program's version, as PyInstaller reads it."""

from __future__ import annotations

from typing import Final

from core.model import STATEMENT

_TEXT: Final = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004,
                    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "The Lentigo project"),
      StringStruct("FileDescription", "Lentigo: a second look at skin lesions ({edition})"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "lentigo"),
      StringStruct("LegalCopyright", "Apache-2.0; the model's weights CC BY-NC 4.0"),
      StringStruct("OriginalFilename", "lentigo.exe"),
      StringStruct("ProductName", "Lentigo"),
      StringStruct("ProductVersion", "{version}"),
      StringStruct("Comments", "{statement}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [1033, 1200])]),
  ],
)
"""


def version_resource(version: str, *, edition: str) -> str:
    """Write it for a version such as ``1.2.3``."""
    return _TEXT.format(
        numbers=numbers(version), version=version, edition=edition, statement=STATEMENT
    )


def numbers(version: str) -> tuple[int, int, int, int]:
    """Give the four numbers that Windows compares; what is not a number counts as 0."""
    found = [int(part) if part.isdigit() else 0 for part in version.split(".")[:4]]
    first, second, third, fourth = [*found, 0, 0, 0, 0][:4]
    return first, second, third, fourth
