"""The underscore of an e-mail address, which lies under its line and is read as a blank.

No address has a blank in it, so a Latin word behind Thai ones, a colon or nothing, and right before
the rest of an address, is its beginning: ทางอีเมล test unit@office.example is test_unit@….
"""

import re

_NO_PART = r"(?:e-?mail|mail|line|id|facebook|website|web|at|to|or|and|via|by|contact)"
_APART = re.compile(
    rf"(?:^|(?<=[ก-๎:;,] )|(?<=:))(?!{_NO_PART} )(?P<first>[a-z][a-z0-9.-]{{1,20}}) "
    r"(?=[A-Za-z0-9][A-Za-z0-9._-]*@(?:[A-Za-z0-9-]+\.)+[a-z]{2,})"
)


def with_underscore(cell: str) -> str:
    """The text of a cell, an address that a blank stands in with an underscore there."""
    return _APART.sub(r"\g<first>_", cell)
