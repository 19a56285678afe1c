"""Latin letters that a reader of pictures put for Thai ones inside words: nรม is กรม, จำนวu จำนวน.

A Latin letter that touches Thai on a line is never meant there; which Thai letter it was is told
by the words that each makes.
"""

import re

from saraban.thai.spelling import reading_cost

_ALIKE = {"n": "กทภถ", "u": "นบม", "s": "ร", "w": "พผ", "a": "ลส", "v": "งจ"}
_THAI = "\u0e01-\u0e4e"
_ALONE = re.compile(
    f"(?<![A-Za-z])(?:(?<=[{_THAI}])[{''.join(_ALIKE)}]|[{''.join(_ALIKE)}](?=[{_THAI}]))(?![A-Za-z])"
)
_BEFORE, _BEHIND = re.compile(f"[{_THAI}]*$"), re.compile(f"[{_THAI}]*")
_WINDOW = 24
_FEWEST = 3  # on a page whose letters are known to be read so


def has_latin_for_thai(text: str) -> bool:
    """Whether Latin letters stand inside Thai words again and again."""
    return len(_ALONE.findall(text)) >= _FEWEST


def with_thai_letters(text: str) -> str:
    """The text with the Thai letter that makes the commonest words for each such Latin one."""
    while found := _ALONE.search(text):
        place = found.start()
        before = _BEFORE.search(text[max(0, place - _WINDOW) : place])
        behind = _BEHIND.match(text, place + 1, place + 1 + _WINDOW)
        around = (before[0] if before else "", behind[0] if behind else "")
        meant = min(_ALIKE[found[0]], key=lambda letter: reading_cost(letter.join(around)))
        text = f"{text[:place]}{meant}{text[place + 1 :]}"
    return text
