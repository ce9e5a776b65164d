"""Every database that an earlier version made becomes what this version knows."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from core.cases.address import CaseAddress
from core.cases.database import Database
from core.cases.records import Patient
from core.cases.revisions import configuration, revision_of, upgrade
from core.cases.store import CaseStore
from core.cases.tables import METADATA, REVISION

SCRIPTS = ScriptDirectory.from_config(configuration())
REVISIONS = [script.revision for script in SCRIPTS.walk_revisions()]


def test_the_tables_are_those_of_the_last_migration(address: CaseAddress) -> None:
    database = Database.open(address)
    with database.reading() as connection:
        assert revision_of(connection) == REVISION == SCRIPTS.get_current_head()
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, METADATA) == []
    database.close()


@pytest.mark.parametrize("revision", REVISIONS)
def test_earlier_versions_are_brought_up_to_date(address: CaseAddress, revision: str) -> None:
    if address.file is not None:
        address.file.parent.mkdir()
    engine = create_engine(address.database)
    with engine.begin() as connection:
        upgrade(connection, revision)
    engine.dispose()
    store = CaseStore.open(address)
    patient = store.add(Patient())
    store.close()
    again = CaseStore.open(address)
    assert again.get(Patient, patient.id) == patient
    again.close()


def test_migrations_go_one_way_and_in_one_line() -> None:
    assert len(SCRIPTS.get_heads()) == 1
    assert [int(revision) for revision in REVISIONS] == list(range(len(REVISIONS), 0, -1))
