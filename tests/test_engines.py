"""The throw-away databases are what they promise: fresh, apart, quick copies."""

import sqlite3

import psycopg
import pytest

from tests.engines import ENGINES, clone, database_url


def run(url, statement):
    """The rows of one statement, on whichever engine the address names."""
    if url.startswith("sqlite:///"):
        connection = sqlite3.connect(url.removeprefix("sqlite:///"))
    else:
        connection = psycopg.connect(url)
    rows = connection.execute(statement)
    found = rows.fetchall() if rows.description else []
    connection.commit()
    connection.close()
    return found


@pytest.mark.parametrize("engine", ENGINES)
def test_a_clone_has_what_its_template_has_and_keeps_its_own_changes(engine):
    with database_url(engine) as template:
        run(template, "CREATE TABLE letter (subject text)")
        run(template, "INSERT INTO letter VALUES ('แจ้งเวียน')")

        with clone(template) as first, clone(template) as second:
            run(first, "DELETE FROM letter")

            assert run(first, "SELECT subject FROM letter") == []
            assert run(second, "SELECT subject FROM letter") == [("แจ้งเวียน",)]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_database_is_gone_after_its_block_even_while_somebody_is_in_it(engine):
    with database_url(engine) as url:
        run(url, "CREATE TABLE letter (subject text)")
        lingering = psycopg.connect(url) if engine == "postgres" else None

    with pytest.raises((sqlite3.OperationalError, psycopg.OperationalError)):
        run(url, "SELECT subject FROM letter")
    if lingering:
        lingering.close()
