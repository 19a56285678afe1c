"""Finding letters by any piece of their text: FTS5 trigram or pg_trgm, LIKE for short pieces."""

from typing import Any

import peewee

from saraban.records.letters import Letter

SHORTEST_TRIGRAM = 3


def matching_letter_ids(key: str, *, on_postgres: bool) -> Any:
    """A condition on Letter: search_text contains the key (already a `search_key`)."""
    escaped = key.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    if on_postgres or len(key) < SHORTEST_TRIGRAM:
        return peewee.NodeList(
            (Letter.search_text, peewee.SQL("LIKE"), peewee.Value(f"%{escaped}%"),
             peewee.SQL("ESCAPE '\\'"))
        )  # fmt: skip
    quoted = '"' + key.replace('"', '""') + '"'
    return Letter.id.in_(
        peewee.SQL("(SELECT rowid FROM letter_search WHERE letter_search MATCH ?)", (quoted,))
    )
