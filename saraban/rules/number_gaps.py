"""Which numbers of another office's circulars were seen, and which lie between them unseen."""

import re
from collections.abc import Iterable
from itertools import pairwise

_CIRCULAR_KEY = re.compile(r"(?P<prefix>[^/]+(?:/\([^)]*\))?)/ว (?P<number>[0-9]{1,9})")
_OWNER = re.compile(r"(?P<letters>.*\D)(?P<owner>[0-9]{4})(?P<section>(?:\.[0-9]+)*)(?P<rest>.*)")
_PROVINCE_BLOCK = "00"


def circular_of(key: str) -> tuple[str, int] | None:
    """("มท 0801.4", 1658) of a letter number's key "มท 0801.4/ว 1658"; None for any other kind.

    A key with a year or a word behind the number is of no running series.
    """
    found = _CIRCULAR_KEY.fullmatch(key)
    return (found["prefix"], int(found["number"])) if found else None


def office_of(prefix: str) -> str:
    """What a registry of a whole office may number together: "มท 08" for "มท 0801.4".

    The first two digits of four are the department, or in a province's letters the district;
    after 00, the province, all four name an office. Sections behind a full stop go. Any other
    prefix, such as a local body's five digits, is its own office.
    Source: Rule of 2526, annex 1; that the divisions of one department share a book is the
    practice of some and not of others: unconfirmed.
    """
    found = _OWNER.fullmatch(prefix)
    if found is None or found["rest"]:
        return prefix
    owner = found["owner"]
    block = owner if owner.startswith(_PROVINCE_BLOCK) else owner[:2]
    return f"{found['letters']}{block}"


def gaps_between(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """(first, last) of each run of numbers missing between the lowest and the highest."""
    known = sorted(set(numbers))
    return [(before + 1, after - 1) for before, after in pairwise(known) if after - before > 1]
