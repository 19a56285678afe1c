"""Marks that a PDF prints behind the next letter, put back: เรยี น becomes เรียน.

Some programs place a mark by moving the pen back, and text taken out of their files has the
mark one letter late, often with a blank behind it, sometimes without (จงัหวดั). After a vowel
that bears no mark (อาํ เภอ, วเิ ชยี ร) that is certain. After a consonant only the words tell, and
they are asked only on a page where marks are known to be late.
"""

import re

from saraban.thai.spelling import reading_cost

_CONSONANT = "\u0e01-\u0e2e"
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4c\u0e4e"
_BARE = "\u0e30\u0e32\u0e40-\u0e44"  # vowels that bear no mark
_SURE = re.compile(f"([{_CONSONANT}])([{_BARE}])([{_MARKS}]+)( ?)")
_SHORT = 3  # letters and marks: a shorter word, broken, may be a piece of two others
# Words of every letter; with a mark late none of them is a word any more.
_COMMON = (
    "เรียน เรื่อง วันที่ หนังสือ จังหวัด นับถือ ต่อ ช่วย แล้ว ทั้ง นั้น ดัง กับ แจ้ง พื้น องค์ เพื่อ เมื่อ ถึง สิ่ง "
    "หัวหน้า บันทึก สำนัก ปฏิบัติ ครั้ง ด้วย รับ จึง สั่ง บัญชี จัด สังกัด ชั้น ตั้ง มิถุน กุมภ กันย ธันว สิงห ข้อ"
)
_LATE = re.compile(
    "|".join(
        f"{word[: found.start()]}{found[1]}{found[3]}{found[2]} "
        for word in _COMMON.split()
        for found in re.finditer(f"([{_CONSONANT}])([{_MARKS}]+)([{_CONSONANT}])", word)
    )
)
_DOUBTFUL = re.compile(f"(?<=[{_CONSONANT}])([{_CONSONANT}])([{_MARKS}]+)( |(?=\\s|$))")
# The same with no blank behind it: จงัหวัด, ผูว้่า (where the next letter has a tone of its own).
# Whole words tell it, as หวั stands in จังหวัด and is no หัวหน้า.
_SURE_GLUED = re.compile(f"([{_CONSONANT}])([{_BARE}])([{_MARKS}]+)")
_LATE_GLUED = re.compile(
    "|".join(
        f"{word[: found.start()]}{found[1]}{found[3]}{found[2]}{word[found.end() :]}(?![{_MARKS} ])"
        for word in _COMMON.split()
        for found in re.finditer(f"([{_CONSONANT}])([{_MARKS}]+)([{_CONSONANT}])", word)
        if len(word) > _SHORT
    )
)
# Of two marks that no letter bears together the first alone is late: มถิุนายน, ปฏบิัติ.
_FIRST = "[\u0e48-\u0e4b](?=[\u0e48-\u0e4b])|[\u0e31\u0e34-\u0e37](?=[\u0e31\u0e34-\u0e3a])"
_GLUED = re.compile(
    f"(?:(?<=[{_CONSONANT}])|(?<=[{_CONSONANT}][\u0e31\u0e34-\u0e39]))([{_CONSONANT}])"
    f"({_FIRST}|[{_MARKS}]+)()(?=[\u0e01-\u0e4e]|\\s|$)"
)
_THAI = re.compile("[\u0e01-\u0e46]")
_FEW = 2
_WINDOW = 14
_RUN_BEFORE = re.compile("[\u0e01-\u0e4e ]*$")
_RUN_BEHIND = re.compile("[\u0e01-\u0e4e ]*")


def has_late_marks(page: str) -> bool:
    """Whether the repaired text of a page has marks a letter late throughout."""
    return len(_SURE.findall(page)) + len(_LATE.findall(page)) >= _FEW


def has_glued_late_marks(page: str) -> bool:
    """Whether marks come a letter late on a page and no blank behind them tells: จงัหวดั."""
    return len(_LATE_GLUED.findall(page)) >= _FEW


def with_glued_marks_back(text: str) -> str:
    """Text from a page whose marks come late without a blank, with each on its own letter."""
    return _moved(_SURE_GLUED.sub(r"\1\3\2", text), _GLUED)


def with_marks_back(text: str) -> str:
    """Text from a page whose marks come late, with each mark on its own letter."""
    text = _SURE.sub(lambda late: f"{late[1]}{late[3]}{late[2]}{_blank_behind(late)}", text)
    return _moved(text, _DOUBTFUL)


def _moved(text: str, doubtful: re.Pattern[str]) -> str:
    """The text with the doubtful marks one letter earlier where the words are likelier so."""
    whole = ""
    done = 0
    for late in doubtful.finditer(text):
        whole += text[done : late.start()]
        meant = f"{late[2]}{late[1]}{_blank_behind(late)}"
        before = (_RUN_BEFORE.search(whole[-_WINDOW:]) or [""])[0]
        behind = (_RUN_BEHIND.match(text, late.end(), late.end() + _WINDOW) or [""])[0]
        read, moved = (f"{before}{middle}{behind}" for middle in (late[0], meant))
        whole += meant if reading_cost(moved) < reading_cost(read) else late[0]
        done = late.end()
    return whole + text[done:]


def _blank_behind(late: re.Match[str]) -> str:
    """The blank behind a late mark belongs to the mark if the word may go on."""
    blank = late[late.re.groups]
    return "" if _THAI.match(late.string, late.end()) else blank
