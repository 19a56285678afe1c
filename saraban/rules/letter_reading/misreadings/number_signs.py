"""The line of a letter's own number with its signs put right: ที่, the slash, and ว before a number.

Page readers take the slash for a bar or an l, ว for ง or า, and leave blanks among the figures. On
the line that opens with ที่ and a code each has one place, so there it is known what was meant; of
the figures none is guessed.
"""

import re

_WORD = r"^ท(?:[\u0e34-\u0e37]่?)?['’]?"
_FIGURE = r"[0-9๐-๙oO]"
_NUMBER = re.compile(
    rf"{_WORD} *(?P<first>[ก-ฮ]) ?(?P<second>[ก-ฮ])\.? *(?P<committee>\([ก-๎.]{{2,8}}\))? *"
    rf"(?P<owner>{_FIGURE}(?: ?{_FIGURE}){{3,4}}(?: ?\. ?{_FIGURE}{{1,4}}){{0,3}})"
    rf" *(?P<bracket>\( ?[0-9๐-๙ก-ฮ]{{1,4}} ?\))? *[/|\\l] *"
    rf"(?P<circular>[วงา][\u0e34-\u0e3a\u0e47-\u0e4e]? *(?={_FIGURE}))?"
    # Where nothing follows, a blank among figures is none; before it one alone may be ว misread.
    rf"(?P<running>{_FIGURE}{{2,3}} {_FIGURE}{{1,3}}(?=$)|{_FIGURE}{{1,6}})(?=$| )"
)
_ORDER = re.compile(
    rf"{_WORD} *(?P<running>{_FIGURE}{{1,4}}) *[/|\\l] *(?P<year>[2๒][5๕]{_FIGURE}{{2}})(?= |$)"
)


def with_signs_of_number(cell: str) -> str:
    """The cell, a number that opens it as letters print one."""
    if number := _NUMBER.match(cell):
        code = f"{number['first']}{number['second']}"
        committee = f" {number['committee']}" if number["committee"] else ""
        owner, bracket = ((number[name] or "").replace(" ", "") for name in ("owner", "bracket"))
        circular = "ว " if number["circular"] else ""
        running = number["running"].replace(" ", "")
        head = f"ที่ {code}{committee} {owner}{bracket}/{circular}{running}"
        return head + cell[number.end() :]
    if order := _ORDER.match(cell):
        return f"ที่ {order['running']}/{order['year']}{cell[order.end() :]}"
    return cell
