"""English is complete: every message of the sources has a translation that fits it."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = ROOT / "saraban" / "translations"
ENGLISH = TRANSLATIONS / "en" / "LC_MESSAGES" / "messages.po"
KEYWORDS = {**DEFAULT_KEYWORDS, "N_": None, "lazy_gettext": None}  # as in scripts/update_catalogue
PLACE = re.compile(r"%\(\w+\)\w")
HINT = "run scripts/update_catalogue and translate what is new"


@pytest.fixture(scope="module")
def english():
    if not ENGLISH.exists():
        return Catalog(locale="en")
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def messages_in_sources():
    """(file, line, msgid, context) of everything marked for translation."""
    with (TRANSLATIONS / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    for name, line, message, _, context in extract_from_dir(
        ROOT, methods, options, keywords=KEYWORDS, directory_filter=is_source
    ):
        yield name, line, message, context


def is_source(folder):
    """Keeps the walk out of .venv, node_modules and what else is not ours."""
    inside = Path(folder).relative_to(ROOT).parts
    return not inside or (inside[0] in {"saraban", "templates"} and "static" not in inside)


def is_translated(entry):
    if entry is None or entry.fuzzy:
        return False
    strings = entry.string if isinstance(entry.string, tuple | list) else [entry.string]
    return bool(strings) and all(strings)


def test_every_message_is_translated(english):
    missing = {
        f"{name}:{line}: {message}"
        for name, line, message, context in messages_in_sources()
        if message and not is_translated(english.get(message, context))
    }

    assert sorted(missing) == [], HINT


def test_a_translation_has_the_same_places_to_fill_in(english):
    faults = {
        f"{entry.id}: {entry.string}"
        for entry in english
        if isinstance(entry.id, str)  # of a plural, one form may leave its number out
        and set(PLACE.findall(entry.id)) != set(PLACE.findall(entry.string))
    } | {f"{entry.id}: {errors}" for entry, errors in english.check()}

    assert sorted(faults) == [], "the places are %(name)s and the like"


def test_the_sources_do_have_messages():
    assert sum(1 for _ in messages_in_sources()) > 20
