"""What is inside of a frozen build, for machines: a bill of materials as CycloneDX has it.

References
----------
.. [1] ECMA-424, CycloneDX Bill of Materials, https://cyclonedx.org/specification/overview/.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.exception.model import CycloneDxModelException
from cyclonedx.model import (
    ExternalReference,
    ExternalReferenceType,
    HashAlgorithm,
    HashType,
    Property,
    XsUri,
)
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

from scripts.freezing.checksums import checksum
from scripts.freezing.parts import INSIDE, Kind, Part, native_files

NAME: Final = "sbom.cdx.json"
"""Of the file, beside the program."""

_LICENCES: Final = LicenseFactory()
_SPACE: Final = uuid.UUID("5d5d0f43-3e1c-4c9a-9d0e-6f1f4b1b7a11")  # of the builds of Lentigo


def write_sbom(
    folder: Path, parts: Sequence[Part], *, version: str, edition: str, made: datetime
) -> Path:
    """Write it, and check it against its schema.

    Parameters
    ----------
    folder : Path
        The build.
    parts : sequence of Part
        What others made of it.
    version, edition : str
        Of Lentigo.
    made : datetime
        When.

    Raises
    ------
    ValueError
        If it does not fit its schema.
    """
    bom = _bom(folder, parts, version=version, edition=edition)
    bom.metadata.timestamp = made
    bom.serial_number = uuid.UUID(int=0)
    bom.serial_number = uuid.uuid5(_SPACE, JsonV1Dot6(bom).output_as_string())
    text = JsonV1Dot6(bom).output_as_string(indent=1)
    require_valid(text)
    path = folder / NAME
    path.write_text(f"{text}\n", "utf-8", newline="\n")
    return path


def require_valid(text: str) -> None:
    """Check a bill of materials against its schema.

    Raises
    ------
    ValueError
        If it does not fit; says where.
    """
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong is not None:
        raise ValueError(f"the bill of materials does not fit its schema: {str(wrong)[:300]}")


def _bom(folder: Path, parts: Sequence[Part], *, version: str, edition: str) -> Bom:
    ours = Component(
        name="lentigo",
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref="lentigo",
        licenses=[_LICENCES.make_from_string("Apache-2.0")],
        properties=[Property(name="lentigo:edition", value=edition)],
    )
    bom = Bom()
    bom.metadata.component = ours
    components = {canonicalize_name(part.name): _component(part) for part in parts}
    loaded = [_file(path, folder) for path in native_files(folder)]
    model = _model(folder / INSIDE / "resources" / "model")
    bom.components.update([*components.values(), *model, *loaded])
    for part in parts:
        needed = [components[name] for name in _needed(part) if name in components]
        bom.register_dependency(components[canonicalize_name(part.name)], needed)
    bom.register_dependency(ours, [*components.values(), *model])
    return bom


def _component(part: Part) -> Component:
    place = {Kind.LIBRARY: ("pypi", None), Kind.SYSTEM: ("deb", "debian")}.get(part.kind)
    return Component(
        name=part.name,
        version=part.version or None,
        type=ComponentType.LIBRARY,
        bom_ref=f"{part.kind}/{part.name}",
        purl=PackageURL(place[0], place[1], part.name, part.version) if place else None,
        licenses=[_licence(part)],
        external_references=_references(part),
    )


def _licence(part: Part) -> License:
    try:
        return _LICENCES.make_from_string(part.licence)
    except CycloneDxModelException:
        return _LICENCES.make_with_name(part.licence)


def _references(part: Part) -> list[ExternalReference]:
    if not part.home.startswith("http"):
        return []
    return [ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(part.home))]


def _file(path: Path, folder: Path) -> Component:
    name = path.relative_to(folder).as_posix()
    return Component(
        name=name,
        type=ComponentType.FILE,
        bom_ref=name,
        hashes=[_hash(path)],
    )


def _hash(path: Path) -> HashType:
    return HashType(alg=HashAlgorithm.SHA_256, content=checksum(path))


def _model(folder: Path) -> list[Component]:
    card = folder / "card.json"
    if not card.is_file():
        return []
    told = json.loads(card.read_text("utf-8"))
    weights = folder / "weights.safetensors"
    return [
        Component(
            name=told["name"],
            version=told["version"],
            type=ComponentType.MACHINE_LEARNING_MODEL,
            bom_ref="model",
            licenses=[_LICENCES.make_from_string("CC-BY-NC-4.0")],
            hashes=[_hash(weights)],
            properties=[
                Property(name=f"lentigo:data:{one['name']}", value=one["licence"])
                for one in told["data"]
            ],
        )
    ]


def _needed(part: Part) -> set[NormalizedName]:
    return {canonicalize_name(Requirement(words).name) for words in part.needs}
