"""Conditions over a set of ids that goes to the engine as one value, not as thousands."""

import json
from collections.abc import Iterable
from typing import Any

import peewee

from saraban.records.database import is_postgres


def among(field: Any, ids: Iterable[int]) -> Any:
    """The condition that a field holds one of these ids."""
    chosen = list(ids)
    if is_postgres():
        return field == peewee.fn.ANY(peewee.Value(chosen, unpack=False))
    return field.in_(peewee.SQL("(SELECT value FROM json_each(?))", (json.dumps(chosen),)))
