"""The same suite on both databases: on SQLite always, on a real PostgreSQL among the slow tests."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.store import CaseStore
from tests.core.cases import postgresql
from tests.core.cases.vault.sealed_cases import seal_new


@pytest.fixture(scope="session")
def server() -> Iterator[postgresql.Server]:
    """A PostgreSQL server, once for all tests that need it."""
    if postgresql.program("initdb") is None:
        pytest.skip("needs PostgreSQL's server: apt-get install postgresql")
    # The path of a socket may have 107 letters: those of pytest's folders have more.
    with (
        tempfile.TemporaryDirectory(prefix="lentigo-pg-") as name,
        postgresql.running_server(Path(name)) as running,
    ):
        yield running


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def new_address(request: pytest.FixtureRequest, tmp_path: Path) -> CaseAddress:
    """Where there are no cases yet, in each kind of database."""
    if request.param == "sqlite":
        return CaseAddress.of("", folder=tmp_path / "cases")
    database = request.getfixturevalue("server").new_database()
    return CaseAddress.of(database.render_as_string(), folder=tmp_path / "cases")


@pytest.fixture
def address(new_address: CaseAddress) -> CaseAddress:
    """The same; a module may take `address_sealed_too` instead."""
    return new_address


@pytest.fixture(params=["plain", "sealed"])
def address_sealed_too(
    request: pytest.FixtureRequest, new_address: CaseAddress, monkeypatch: pytest.MonkeyPatch
) -> CaseAddress:
    """Where there are no cases yet; what is kept there may lie under a passphrase."""
    if request.param == "sealed":
        seal_new(new_address, monkeypatch)
    return new_address


@pytest.fixture
def store(address: CaseAddress) -> Iterator[CaseStore]:
    """A store that is open and empty."""
    opened = CaseStore.open(address)
    yield opened
    opened.close()
