"""What the project stands on: locked libraries, licences, contracts between packages, commands."""

from __future__ import annotations

import importlib.metadata
import itertools
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
LOCKS = {"cpu": ROOT / "requirements" / "cpu.txt", "gpu": ROOT / "requirements" / "gpu.txt"}

# GPL, or with GPL parts: none may reach a user through us.
TRAPS = {"pillow-heif", "pylibjpeg-libjpeg", "pyqt5", "pyqt6", "pyside6", "pyside6-addons"}
# Looked at one by one: docs/decisions/0005-licences-of-libraries.md.
REVIEWED_GPL_FAMILY = {
    "pi-heif",
    "psycopg",
    "psycopg-binary",
    "pyinstaller",
    "pyinstaller-hooks-contrib",
    "pyside6-essentials",
    "shiboken6",
}
PACKAGES_WITHOUT_CONTRACTS = {"scripts", "tests"}


def locked(runtime: str) -> list[Requirement]:
    text = LOCKS[runtime].read_text()
    return [Requirement(line.split("\\")[0]) for line in text.splitlines() if "==" in line]


def direct(runtime: str) -> list[Requirement]:
    project = PROJECT["project"]
    extras = project["optional-dependencies"]
    development = PROJECT["dependency-groups"]["dev"]
    texts = [*project["dependencies"], *extras[runtime], *extras["training"], *development]
    return [Requirement(text) for text in texts]


def environments() -> Iterator[dict[str, str]]:
    """Every system and Python that we support, as far as markers tell them apart."""
    systems = [("linux", "x86_64"), ("linux", "aarch64"), ("darwin", "arm64"), ("win32", "AMD64")]
    for version, (system, machine) in itertools.product(("3.11", "3.12", "3.13"), systems):
        yield {
            "python_version": version,
            "python_full_version": f"{version}.0",
            "sys_platform": system,
            "platform_machine": machine,
            "platform_python_implementation": "CPython",
            "implementation_name": "cpython",
        }


def applies(requirement: Requirement, environment: Mapping[str, str]) -> bool:
    return requirement.marker is None or requirement.marker.evaluate(dict(environment))


@pytest.mark.parametrize("runtime", LOCKS)
class TestLock:
    def test_names_no_address_no_folder_and_no_option(self, runtime: str) -> None:
        text = LOCKS[runtime].read_text()
        assert "://" not in text
        assert not re.search(r"^\s*(-|/|\.|file:)(?!-hash=)", text, flags=re.MULTILINE)

    def test_pins_every_library_with_hashes(self, runtime: str) -> None:
        text = re.sub(r"^\s*#.*\n", "", LOCKS[runtime].read_text(), flags=re.MULTILINE)
        entries = re.split(r"\n(?=\S)", text.strip())
        assert len(entries) > 50
        for entry in entries:
            assert re.match(r"[a-z0-9.-]+==[^ ]+ ", entry), entry
            assert entry.count("--hash=sha256:") >= 1, entry

    def test_satisfies_the_project_on_every_system(self, runtime: str) -> None:
        for environment in environments():
            pins = [pin for pin in locked(runtime) if applies(pin, environment)]
            versions = {canonicalize_name(pin.name): str(pin.specifier)[2:] for pin in pins}
            assert len(versions) == len(pins), f"two versions of one library: {environment}"
            for wanted in direct(runtime):
                if applies(wanted, environment):
                    version = versions[canonicalize_name(wanted.name)]
                    assert wanted.specifier.contains(version), (wanted, version, environment)

    def test_holds_no_gpl_trap(self, runtime: str) -> None:
        assert not TRAPS & {canonicalize_name(pin.name) for pin in locked(runtime)}


def test_every_system_has_one_tensorflow_through_cpu() -> None:
    for environment in environments():
        names = {pin.name for pin in locked("cpu") if applies(pin, environment)}
        assert len(names & {"tensorflow", "tensorflow-cpu"}) == 1, environment


def test_every_direct_dependency_has_a_lower_and_an_upper_bound() -> None:
    texts = [
        *PROJECT["build-system"]["requires"],
        *map(str, direct("cpu")),
        *map(str, direct("gpu")),
    ]
    for requirement in map(Requirement, texts):
        operators = {specifier.operator for specifier in requirement.specifier}
        # A release that is known to be broken may be left out between them.
        assert operators - {"!="} == {">=", "<"}, requirement


def test_the_gpl_family_among_the_installed_libraries_was_reviewed() -> None:
    found = {
        canonicalize_name(library.metadata["Name"])
        for library in importlib.metadata.distributions()
        if "GPL" in _licence(library) or "GNU" in _licence(library)
    }
    assert found <= REVIEWED_GPL_FAMILY


def _licence(library: importlib.metadata.Distribution) -> str:
    fields = library.metadata.json
    free_text = str(fields.get("license", "")).partition("\n")[0]
    kinds = [text for text in fields.get("classifier", []) if text.startswith("License")]
    return " ".join([str(fields.get("license_expression", "")), free_text, *kinds])


def test_the_import_contracts_hold() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_the_import_contracts_forget_no_package() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/*.py")} - PACKAGES_WITHOUT_CONTRACTS
    contracts = PROJECT["tool"]["importlinter"]
    assert set(contracts["root_packages"]) == packages
    layers = next(one for one in contracts["contracts"] if one["id"] == "layers")["layers"]
    assert {name.strip() for layer in layers for name in layer.split("|")} == packages


def test_the_type_checker_forgets_no_package() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/*.py")}
    assert set(PROJECT["tool"]["mypy"]["files"]) == packages


def test_every_library_without_types_stands_behind_a_contract() -> None:
    overrides = PROJECT["tool"]["mypy"]["overrides"]
    untyped = {name.removesuffix(".*") for one in overrides for name in one["module"]}
    untyped |= {path.name for path in (ROOT / "stubs").iterdir()}
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    kept = {name for one in contracts for name in one.get("forbidden_modules", ())}
    assert untyped <= kept


def test_no_type_check_is_switched_off_for_our_own_code() -> None:
    ours = set(PROJECT["tool"]["importlinter"]["root_packages"]) | PACKAGES_WITHOUT_CONTRACTS
    for override in PROJECT["tool"]["mypy"]["overrides"]:
        assert not ours & {name.partition(".")[0] for name in override["module"]}
        assert set(override) == {"module", "ignore_missing_imports"}


def test_every_make_command_in_the_documents_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    for name in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / name).read_text()
        assert set(re.findall(r"(?:^|`|&& )make ([a-z-]+)", text, flags=re.MULTILINE)) <= targets


def test_one_lint_command_serves_makefile_ci_and_pre_commit() -> None:
    assert "sh scripts/lint.sh\n" in (ROOT / "Makefile").read_text()
    assert "parts=(lint test test-slow)" in (ROOT / ".ci" / "run").read_text()
    entries = re.findall(r"entry: (.*)", (ROOT / ".pre-commit-config.yaml").read_text())
    steps = re.findall(r"^([a-z]+)\(\)", (ROOT / "scripts/lint.sh").read_text(), flags=re.MULTILINE)
    assert entries == [f"sh scripts/lint.sh {step}" for step in steps]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission to execute")
def test_ci_can_be_started() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.mark.parametrize("name", ["set_up.sh", "lint.sh", "lock.sh", "run.sh"])
def test_shell_scripts_are_plain_posix(name: str) -> None:
    subprocess.run(["sh", "-n", ROOT / "scripts" / name], check=True)


def test_both_licences_are_there_and_named() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text()
    model = (ROOT / "resources" / "model" / "LICENSE").read_text()
    assert "CC-BY-NC-4.0" in model
    assert "Tschandl" in model
    readme = (ROOT / "README.md").read_text()
    assert "(LICENSE)" in readme
    assert "(resources/model/LICENSE)" in readme
    assert "not a diagnosis; not a medical device" in readme
