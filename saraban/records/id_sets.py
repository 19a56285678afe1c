"""Conditions over a set of ids that goes to the engine as one value, not as thousands."""

import json
from collections.abc import Iterable
from typing import Any

import peewee

from saraban.records.database import is_postgres


def among(field: Any, ids: Iterable[int | str]) -> Any:
    """The condition that a field holds one of these ids or uids."""
    chosen = list(ids)
    if is_postgres():
        # As SQL, for a value would be turned into the field's own kind: one text.
        return field == peewee.fn.ANY(peewee.SQL("%s", (chosen,)))
    return field.in_(peewee.SQL("(SELECT value FROM json_each(?))", (json.dumps(chosen),)))
