"""A test's database bound to the product's records, as long as it is needed."""

from collections.abc import Iterator
from contextlib import contextmanager

from saraban.records.database import bind, database


@contextmanager
def opened_at(url: str) -> Iterator[None]:
    """The database at this address bound and connected; let go of afterwards, to be copied."""
    opened = bind(url)
    opened.connect()
    yield
    if not database.is_closed():
        database.close()
    close_all = getattr(opened, "close_all", None)  # of a pool
    if close_all is not None:
        close_all()
