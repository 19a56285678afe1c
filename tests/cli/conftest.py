"""The command line as the flask program runs it, over an empty, migrated database."""

from collections.abc import Callable

import pytest
from click.testing import Result
from flask import Flask

from saraban import cli
from saraban.records.database import database as proxy


@pytest.fixture
def run(database: str) -> Callable[..., Result]:
    """Run one command: its words in, its answer out. The database is opened by the command."""
    proxy.close()
    app = Flask("saraban")
    cli.register(app)
    return lambda *words: app.test_cli_runner().invoke(args=list(words))


@pytest.fixture
def answer(run: Callable[..., Result]) -> Callable[..., str]:
    """Run one command that must succeed; what it printed."""

    def answered(*words: str) -> str:
        result = run(*words)
        assert result.exit_code == 0, result.output
        return result.stdout

    return answered
