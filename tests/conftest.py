"""Fixtures for every test: a real database of the engine under test, and a small cast."""

import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import settings
from jinja2 import FileSystemBytecodeCache

from saraban import clock
from saraban.records import file_store
from saraban.records.schema import upgrade
from tests import engines
from tests.bound import opened_at
from tests.cast import Cast, make_cast
from tests.stories.circular import Story, tell

ENGINE = engines.engine_under_test()

# How long one example takes tells how busy the machine is, not whether the code is right.
settings.register_profile("untimed", settings.default, deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def clock_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Say what time it is for doors and for the worker, from now on; its day is today."""
    return lambda moment: monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.fixture(scope="session")
def template_url() -> Iterator[str]:
    """A migrated, empty database that each test copies."""
    with engines.database_url(ENGINE) as url:
        with opened_at(url):
            upgrade()
        yield url


@pytest.fixture(scope="session")
def cast_template(template_url: str) -> Iterator[tuple[str, Cast]]:
    """A database in which the cast stands already, and the cast: made once, copied each time."""
    with engines.clone(template_url) as url:
        with opened_at(url):
            made = make_cast()
        yield url, made


@pytest.fixture(scope="session")
def story_template(
    cast_template: tuple[str, Cast], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path, Story]]:
    """A database in which the circular is told, its files, and the story: told once, copied."""
    source, cast = cast_template
    files = tmp_path_factory.mktemp("story")
    with engines.clone(source) as url:
        file_store.use_folder(files)
        with opened_at(url):
            story = tell(deepcopy(cast))
        yield url, files, story


@pytest.fixture(scope="session")
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """Where each test's application finds templates that another has compiled already.

    Compiling them anew for each was half of what its pages took.
    """
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture
def database_url(request: pytest.FixtureRequest, template_url: str) -> Iterator[str]:
    """A fresh migrated database of this test's own; where asked for, with the cast or the story."""
    source = template_url
    if "story" in request.fixturenames:
        source, _, _ = request.getfixturevalue("story_template")
    elif "cast" in request.fixturenames:
        source, _ = request.getfixturevalue("cast_template")
    with engines.clone(source) as url:
        yield url


@pytest.fixture
def database(database_url: str, tmp_path: Path) -> Iterator[str]:
    """The fresh database bound and connected, files in a folder of the test's own; its URL."""
    file_store.use_folder(tmp_path / "files")
    with opened_at(database_url):
        yield database_url


@pytest.fixture
def cast(request: pytest.FixtureRequest, database: str, cast_template: tuple[str, Cast]) -> Cast:
    """The named cast, in the fresh database; those of the story where it is told."""
    if "story" in request.fixturenames:
        told: Story = request.getfixturevalue("story")
        return told.cast
    return deepcopy(cast_template[1])


@pytest.fixture
def story(database: str, story_template: tuple[str, Path, Story], tmp_path: Path) -> Story:
    """One circular, told from the ministry to the local units' answers."""
    _, files, told = story_template
    shutil.copytree(files, tmp_path / "files", dirs_exist_ok=True)
    return deepcopy(told)
