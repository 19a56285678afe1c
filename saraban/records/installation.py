"""A few facts about this installation itself, by name."""

import peewee

from saraban.records.database import Table


class InstallationFact(Table):
    """name/value, such as is_demo or the digest of the first-run code."""

    name = peewee.CharField(40, primary_key=True)
    value = peewee.TextField()


def fact(name: str) -> str | None:
    """The fact's value, or None when it was never set."""
    found = InstallationFact.get_or_none(InstallationFact.name == name)
    return None if found is None else str(found.value)


def replace_fact(name: str, *, before: str, after: str) -> None:
    """Set the fact if it still has the value that was read; inside a write transaction."""
    InstallationFact.update(value=after).where(
        InstallationFact.name == name, InstallationFact.value == before
    ).execute()


def set_fact(name: str, value: str) -> None:
    """Set or replace a fact; inside the caller's write transaction."""
    InstallationFact.insert(name=name, value=value).on_conflict(
        conflict_target=[InstallationFact.name], preserve=[InstallationFact.value]
    ).execute()
