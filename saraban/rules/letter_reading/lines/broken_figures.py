"""Figures that a line broke, filled to its edge: halves of a letter's number or of a year."""

import re

# /ว ๔๗ and ๓๑ ลงวันที่ under it; ธ.ค. ๒๕ and ๕๔.
_HALF_NUMBER = re.compile(r"/ ?(?:ว\.? ?)?[0-9๐-๙]{1,4}$")
_REST_OF_NUMBER = re.compile(r"[0-9๐-๙]{1,4} ?(?:ลงวัน|ลว\.|ลง ?[0-9๐-๙])")
_HALF_YEAR = re.compile(r"(?:คม|ยน|พันธ์|[ก-ฮ]\.|พ\.ศ\.) ?(?P<half>[2๒](?:[5๕][0-9๐-๙]?)?)$")
_REST_OF_YEAR = re.compile(r"(?P<rest>[0-9๐-๙]{1,3})(?![0-9๐-๙.])")


def is_figure_broken(before: str, after: str) -> bool:
    """Whether the line broke inside a letter's number or a year of four figures."""
    if _HALF_NUMBER.search(before) and _REST_OF_NUMBER.match(after):
        return True
    half, rest = _HALF_YEAR.search(before), _REST_OF_YEAR.match(after)
    return bool(half and rest and len(half["half"]) + len(rest["rest"]) == 4)
