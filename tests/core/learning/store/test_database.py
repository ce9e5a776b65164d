"""A database that cannot be used is one sentence, and stays as it was."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Table, create_engine, insert, text

from core.errors import StoreDamaged, StoreOnNetwork, StoreReadOnly, StoreTooNew
from core.learning.store import address
from core.learning.store.address import VARIABLE, default_file
from core.learning.store.database import open_database
from core.learning.store.schema import SCHEMA
from core.learning.store.store import LearningStore
from core.learning.store.tables import ANSWERS, METADATA, PROFILES, SESSIONS
from core.sql import revisions
from core.sql.former import former_of
from core.sql.revisions import known_revisions, revision_of, upgrade
from tests.core.learning.answers import START, answer


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "learning.sqlite3"


def test_the_tables_are_those_of_the_last_migration(file: Path) -> None:
    database = open_database(file)
    with database.reading() as connection:
        assert revision_of(connection) == SCHEMA.revision == max(known_revisions(SCHEMA))
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    database.close()


def test_answers_of_the_first_version_are_kept(file: Path) -> None:
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        upgrade(connection, SCHEMA, revision="0001")
        keep_as_the_first_version_did(connection)
    engine.dispose()
    store = LearningStore.open(file)
    (kept,) = store.answers(store.profile_named("Ayu"))
    assert former_of(file).exists()
    store.remove_profile(store.profile_named("Ayu"))
    assert not former_of(file).exists()  # it would keep what was deleted
    store.close()
    assert (kept.truth, kept.code, kept.confidence) == ("mel", "nv", 0.6)
    assert kept.truth_malignant is None


def keep_as_the_first_version_did(connection: Connection) -> None:
    """Write rows with the columns that it had."""
    common = {"version": 1, "created": START, "changed": START}
    values = asdict(answer("mel", "nv", lesion="a", number=1))
    del values["truth_malignant"]
    rows: dict[Table, dict[str, object]] = {
        PROFILES: {"id": "profile", "name": "Ayu", **common},
        SESSIONS: {
            "id": "session", "profile_id": "profile", "atlas": "A", "plan": {}, "questions": [],
            **common,
        },
        ANSWERS: values,
    }  # fmt: skip
    for table, row in rows.items():
        connection.execute(insert(table).values(row))


def test_what_a_newer_version_has_used_is_refused(file: Path) -> None:
    database = open_database(file)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(StoreTooNew, match=r"newer version of Lentigo: use that version\.$"):
        LearningStore.open(file)


def test_another_file_is_refused_and_kept(file: Path) -> None:
    file.write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreDamaged, match="answers and collections is damaged"):
        LearningStore.open(file)
    assert file.read_bytes() == b"no database at all" * 100


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreReadOnly, match="cannot be made for answers"):
        LearningStore.open(tmp_path / "file" / "learning.sqlite3")


def test_a_network_file_system_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "network_file_system", lambda _folder: "cifs")
    with pytest.raises(StoreOnNetwork, match="cifs"):
        LearningStore.open(file)


def test_the_environment_says_where(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(file))
    assert default_file() == file
    monkeypatch.delenv(VARIABLE)
    assert default_file().name == "learning.sqlite3"


def test_whoever_waited_for_an_upgrade_keeps_the_copy_of_before(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        upgrade(connection, SCHEMA, revision="0001")
    engine.dispose()
    found = iter(["0001"])  # what the slower of two saw before the quicker one was there
    open_database(file).close()
    before = former_of(file).read_bytes()
    told = revisions.revision_of
    monkeypatch.setattr(revisions, "revision_of", lambda asked: next(found, None) or told(asked))
    open_database(file).close()
    assert former_of(file).read_bytes() == before
