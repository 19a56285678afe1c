"""An addressee phrase taken apart: one spelling, the exception, the parts of the list.

Nothing is understood here yet. Two characters that no typed text has guard what blanks would
part: KEEP stands for a blank inside a name, LIST for "(ตามบัญชีแนบ)".
"""

import re

from saraban.rules.addressee_heads import HEADS, PLACES
from saraban.thai.text import clean_line

KEEP, LIST = "_", "\x01"

_AND = "(?:และ|รวมทั้ง|ตลอดจน)"
_ANY_HEAD = "(?=" + "|".join(head.words for head in HEADS) + ")"
_HEAD_OF_A_GROUP = "(?=" + "|".join(head.words for head in HEADS if head not in PLACES) + ")"
# "ตำบลและ อำเภอปัว" is a subdistrict called และ in a district; "ตำบล และอำเภอปัว" are two groups.
_BETWEEN_GROUPS = re.compile(
    rf" ?, ?{_AND}? ?{_ANY_HEAD}| {_AND} ?{_ANY_HEAD}|{_AND}{_ANY_HEAD}|{_AND} {_HEAD_OF_A_GROUP}"
    rf"| {_HEAD_OF_A_GROUP}"
)
_BETWEEN_EXCEPTED = re.compile(rf" ?, ?{_AND}? ?| ?{_AND} ?{_ANY_HEAD}| {_ANY_HEAD}")
_BUT = "(?:ยกเว้น|เว้นแต่|ไม่รวมถึง|ไม่รวม)"
_EXCEPT = re.compile(rf" ?\( ?{_BUT} ?(?P<inside>[^()]*)\) ?| ?{_BUT} ?(?P<rest>[^()]*)$")
_LEAD = re.compile("(?:เรียน|ถึง) ?")
# Blanks inside fixed words; นครนายก is a province and no post.
_STRAY_BLANK = re.compile(
    "(?<=นายก)(?<!นครนายก) (?=องค์|เทศ|เมือง)|(?<=ผู้ว่าราชการ) (?=จังหวัด|กรุง)"
    "|(?<=ส่วนราชการ) (?=ระดับ|ประจำ)|(?<=หน่วยงาน) (?=รัฐวิสาหกิจ)|(?<=สังกัด) (?=กระทรวง|สำนัก)"
)
# The one name with blanks in it.
_SPACED_NAME = "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"
# Short names that every office writes, and that mean a kind and never one unit.
_SHORT_KIND = {
    "อปท.": "องค์กรปกครองส่วนท้องถิ่น",
    "อบจ.": "องค์การบริหารส่วนจังหวัด",
    "อบต.": "องค์การบริหารส่วนตำบล",
    "ทน.": "เทศบาลนคร",
    "ทม.": "เทศบาลเมือง",
    "ทต.": "เทศบาลตำบล",
}
_SHORT = re.compile("(?:(?P<head>นายก) ?)?(?P<kind>อปท\\.|อบ[จต]\\.|ท[นมต]\\.) ?")
_BY_LIST = re.compile(
    " ?\\( ?(?:ตาม|ดัง)(?:บัญชี|รายชื่อ|เอกสาร)[ก-์ ]*\\)| ?ตาม(?:บัญชี|รายชื่อ|เอกสาร)[ก-์]*แนบ[ก-์]*"
)

_SAVED = re.compile(' ?,? ?(?:และ)? ?กลุ่ม ?["“”](?P<name>[^"“”]+)["“”]')


def saved_names(phrase: str) -> tuple[str, tuple[str, ...]]:
    """(the phrase without them, the names of saved groups in it: กลุ่ม “…”)."""
    line = clean_line(phrase)
    names = tuple(dict.fromkeys(found["name"].strip() for found in _SAVED.finditer(line)))
    rest = _SAVED.sub("", line).strip(" ,") if names else line
    return re.sub("^(?:เรียน|และ) ?$|^และ ?(?=.)", "", rest) if names else rest, names


def saved_words(name: str) -> str:
    """How a saved group stands in a phrase."""
    return f"กลุ่ม “{name}”"


def one_spelling(phrase: str) -> str:
    """The phrase without เรียน, its short kinds written out, its list and blanks marked."""
    line = _STRAY_BLANK.sub("", clean_line(phrase)).replace(
        _SPACED_NAME, _SPACED_NAME.replace(" ", KEEP)
    )
    line = line[lead.end() :] if (lead := _LEAD.match(line)) else line
    line = _SHORT.sub(_written_out, line)
    return _BY_LIST.sub(f"{LIST} ", line).strip()


def without_exception(line: str) -> tuple[str, str | None]:
    """(what is addressed, what an exception takes away from it); null for none."""
    found = _EXCEPT.search(line)
    if found is None:
        return line, None
    # Joined by a blank, so that what follows the brackets is still read.
    listed = f"{line[: found.start()]} {line[found.end() :]}".strip()
    return listed, (found["inside"] or found["rest"] or "").strip()


def parts_of(line: str) -> list[str]:
    """The groups of a list, each beginning with its head words."""
    return _BETWEEN_GROUPS.split(line)


def excepted_parts(exception: str) -> list[str]:
    """What an exception names, one by one."""
    return [part.strip() for part in _BETWEEN_EXCEPTED.split(exception)]


def shown(part: str) -> str:
    """A part as it was typed, for telling that it cannot be read."""
    return part.replace(KEEP, " ").replace(LIST, " (ตามบัญชีแนบ)").strip()


def _written_out(found: "re.Match[str]") -> str:
    kind = _SHORT_KIND[found["kind"]]
    if not found["head"]:
        return kind
    return "นายก" + kind.replace("เทศบาล", "เทศมนตรี")
