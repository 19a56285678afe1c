"""Letter numbers where they stand in text, in every shape offices print them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from saraban.rules.letter_reading.draft import NumberParts
from saraban.rules.letter_reading.lines.figure_look_alikes import without_look_alikes
from saraban.thai.digits import to_arabic

_LETTERS = r"(?:[ก-ฮ]{1,5}(?:\.[ก-ฮ]{1,5}){0,3}|จุฬาฯ?|[A-Z]{2,6})"
_BRACKET = r"\([ ]?[ก-๎A-Za-z0-9][ก-๎A-Za-z0-9. ]{0,14}\)"
# A faint full stop leaves a blank: 0419 3/12. Whoever takes it for one asks for a look.
_LOST_STOP = r"(?<=[^0-9][0-9]{4})[ ](?=[0-9]{1,3}[ ]?/)"
# A state enterprise puts its branch behind a hyphen: 55724-18/638.
_OWNER = (
    rf"[0-9]{{1,6}}(?:(?:[ ]?\.[ ]?|{_LOST_STOP})[0-9]{{1,5}}){{0,4}}(?:-[0-9]{{1,3}}(?=[ ]?/))?"
)
# The police put the province in brackets, and their own number behind it: 0019(ลย).12/345.
# So do auditors, the province's letters bare: 0062 นม/287.
_PROVINCE = r"[ ]?(?!ว)[ก-ฮ]{2}(?=[ ]?/)"
_BEHIND = (
    rf"(?:[ ]?[./]?[ ]?{_BRACKET}"
    r"(?:[ ]?\.?[0-9]{1,4}(?:\.[0-9]{1,3})?|[ ]?พิเศษ(?=[ ]?/))?){1,3}"
)
# A speck makes วุ or ว่ of the ว of a circular, and where it runs into the blank behind, วิต.
_SPECK = r"[\u0e34-\u0e3a\u0e47-\u0e4e]"
_CIRCULAR = rf"ว(?:{_SPECK}[ก-ฮ](?=[0-9])|{_SPECK}?(?:[.,]|(?=[ 0-9(]|$)))"
_YEAR = r"(?:[ ]?/[ ]?2[4-6][0-9]{2}(?![0-9]))"
_SHAPE = re.compile(
    rf"""
    (?:
      (?P<letters>{_LETTERS})\.?[ ]?(?P<committee>{_BRACKET})?[ ]?
      (?P<owner>{_OWNER})?(?P<behind>{_BEHIND}(?=[ ]?/|[ ]ว[ ]?[0-9])|(?<=[0-9]){_PROVINCE})?
      [ ]?\.?[ ]?(?:/|(?={_CIRCULAR}[ ]?[0-9]))[ ]?
      (?:(?P<mark>{_CIRCULAR})[ ]?(?P<class>{_BRACKET})?[ ]?|(?P<secret>ล|\(ล\))\.?[ ]?(?=[0-9])
       |(?P<series>\([ก-ฮ]{{1,4}}\.?\))[ ]?(?=[0-9])
       |(?P<branch>[ก-ฮ]{{1,4}}(?:[.-][ก-ฮ]{{1,4}}){{0,2}})\.?[ ]?(?=[0-9]))?
      (?:(?P<running>[0-9]{{1,7}}(?:-[0-9]{{2,5}})?)
         (?P<tail>[ ]?\([ก-ฮ]{{1,3}}\))?(?P<year>{_YEAR})?
       |(?P<special>พิเศษ)|(?=[ ]|\.|$|…|-))
    | (?:(?P<lone_mark>ว)[ ]?)?(?P<lone>[0-9]{{1,4}}|[1-9][0-9]{{4}})[ ]?/[ ]?
      (?P<lone_year>2[4-6][0-9]{{2}})(?![0-9])
    | (?P<code>[0-9]{{4,6}}(?:\.[0-9]{{1,4}}){{0,3}}(?:{_BEHIND}(?=[ ]?/))?)
      [ ]?/[ ]?(?:(?P<code_mark>{_CIRCULAR})[ ]?)?(?P<code_running>[0-9]{{1,7}})
    | (?P<alone>พิเศษ(?:[ ]?[0-9]{{1,4}})?)[ ]?/[ ]?(?P<alone_year>2[4-6][0-9]{{2}})(?![0-9])
    | (?P<lone_circular>ว)[ ]?(?P<circular_running>[0-9]{{1,6}})(?![0-9])
    | (?P<bare_letters>[ก-ฮ]{{2,4}})\.?[ ]?(?P<bare_owner>[0-9]{{4,5}}(?:\.[0-9]{{1,4}})+)
    )""",
    re.VERBOSE,
)
_WORD = re.compile(
    r"(?:^|(?<=[\s•|:;,“\"(])|(?<=ด่วน)|(?<=หนังสือ)|(?<=ราชการ)|(?<=สุด)|(?<=มาก))(?:เลข)?ที่ ?[.:]? ?"
)
_BLANK = re.compile(
    r"(?:เลข)?ที่? ?(?:[ก-ฮ]{2,4}\.?)? ?(?:[0-9๐-๙]{4,6}(?:\.[0-9๐-๙]{1,3})*)?"
    r"[ ./…_-]*(?:ว\.?)?[ .…_-]*"
    r"|(?:เลข)?ที่? [ก-ฮ]{2,3}\.? [^ก-ฮ]{0,8}[0-9๐-๙][^ก-ฮ]{0,20}"
    r"|(?:เลข)?ที่? [ก-ฮ]{2,3}\.? [0-9๐-๙]\S{2,12} ?/ ?ว? ?\S{0,8}"
)
_LONGEST = 80
_NOT_LETTERS = frozenset({"คศ", "พ.ศ", "ค.ศ", "น", "ม", "ถ", "ต", "อ", "จ", "ข้อ", "พรบ", "โทร"})
# The office of Buddhism's letters are those of a year too: พศ 0006/ว 12, but พศ 2565/1.
_BUDDHISM = "พศ"
_COURTS = "ศย"
# A state enterprise's own letters and those of one of its areas: กฟภ.ฉ.2/12345.
_OF_AREA = re.compile(r"([ก-ฮ]{3,5})\.([ก-ฮ])")
# A word and no code, nor what has a number of its own: ที่ประชุม ครั้งที่ ๑/๒๕๖๕.
_OF_DESK = re.compile(
    r"(?P<desk>(?!ประชุม|ครั้ง|รุ่น|หมู่|ชุด|มติ|วันที่|พิเศษ)[ก-ฮเ-ไ][ก-๎]{2,14}) "
    r"(?P<number>[0-9]{1,4}) ?/ ?(?P<year>25[0-9]{2})(?=$| +วันที่)"
)


@dataclass(frozen=True)
class NumberFound:
    """A letter number and where it stands; lead is where its ที่ starts."""

    lead: int
    start: int
    end: int
    parts: NumberParts


def number_at(text: str, start: int = 0, *, needs_code: bool = False) -> NumberFound | None:
    """The letter number that begins at `start`, or None.

    needs_code refuses what only an order or a lone circular has: 12/2565, ว 12.
    """
    found = _SHAPE.match(without_look_alikes(to_arabic(text[start : start + _LONGEST])))
    if not found or _is_no_code(found):
        return None
    if found["letters"] == _BUDDHISM and not (found["owner"] or "").startswith("0"):
        return None
    # กบ/123 has no owner's number, and นบ 0032.04 no running number; one of them there must be.
    if found["letters"] and not (found["running"] or found["special"] or found["owner"]):
        return None
    if needs_code and not (found["letters"] or found["code"] or found["bare_letters"]):
        return None
    end = start + found.end()
    return NumberFound(start, start, end, _parts(found, text[start:end]))


def _is_no_code(found: re.Match[str]) -> bool:
    """Whether the letters are a short word; พศ 0029 is the Office of Buddhism's, พศ 2555 a year."""
    letters = found["letters"] or ""
    return letters in _NOT_LETTERS and not (
        letters == "พศ" and (found["owner"] or "").startswith("0")
    )


def numbers_after_word(text: str) -> Iterator[NumberFound]:
    """Every letter number that follows ที่ or เลขที่ at the start of a word."""
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end:
            continue
        number = number_at(text, word.end())
        if number:
            end = number.end
            yield NumberFound(word.start(), number.start, number.end, number.parts)


def heading_number(text: str) -> NumberFound | None:
    """The number a line opens with, after ที่ and perhaps a bullet, an emblem or an urgency."""
    lead = re.match(
        r"[•·*\-–\s“\"]*(?:\( ?(?:ตรา ?ครุฑ|ครุฑ|สำเนา(?:คู่ฉบับ)?) ?\) ?)?"
        r"(?:ด่วน ?(?:ที่สุด|มาก)?|ลับ ?(?:มาก|ที่สุด)?)?[\s]*(?:(?:เลข)?ท[ิีึื]่?(?: ?ต่อ(?= ?กห))?"
        r"|(?:Our )?Ref(?:erence)?\.?(?: ?(?:No\.?|[^ ]{2,4}\.(?= [A-Z]{2,6} ?[0-9])))?"
        r"|No\.) ?[.:…]* ?",
        text,
    )
    if not lead:
        return None
    number = (
        number_at(text, lead.end())
        or order_of_short_year(text, lead.end(), behind="$")
        or _number_of_desk(text, lead.end())
    )
    if number is None:
        return None
    return NumberFound(lead.start(), number.start, number.end, number.parts)


def order_of_short_year(text: str, start: int, *, behind: str) -> NumberFound | None:
    """๑๒๓/๕๖, an order whose year has two digits; behind is the pattern of what must follow."""
    found = re.compile(rf"(?P<number>[0-9]{{1,4}}) ?/ ?(?P<year>[3-6][0-9])(?={behind})").match(
        to_arabic(text), start
    )
    if not found:
        return None
    parts = _made(found[0], None, None, False, found["number"], f"/{found['year']}")
    return NumberFound(start, start, found.end(), replace(parts, raw=text[start : found.end()]))


def _number_of_desk(text: str, start: int) -> NumberFound | None:
    """พัสดุ ๒๗/๒๕๕๓, a memo of a school's desk that numbers by its own name and the year."""
    found = _OF_DESK.match(to_arabic(text), start)
    if not found:
        return None
    desk, number, year = found.group("desk", "number", "year")
    parts = _made(found[0], desk, None, False, number, f"/{year}", gap=" ")
    return NumberFound(start, start, found.end(), replace(parts, raw=text[start : found.end()]))


def has_lost_stop(parts: NumberParts) -> bool:
    """Whether a blank was taken for the full stop of the owner's number."""
    return re.search(_LOST_STOP, to_arabic(parts.raw)) is not None


def has_specked_mark(parts: NumberParts) -> bool:
    """Whether the ว of a circular was read with a vowel or a tone, which it never has."""
    return re.search(rf"/ ?ว{_SPECK}", parts.raw) is not None


def is_blank_number(cell: str) -> bool:
    """Whether the cell holds ที่ and the office's code, and a number left blank or unreadable."""
    return _BLANK.fullmatch(cell) is not None


def is_number_alone(text: str) -> bool:
    """Whether the line is a letter number whose ที่ was forgotten, and nothing else."""
    number = number_at(text, needs_code=True)
    return number is not None and len(text) - number.end < 3


def _parts(found: re.Match[str], raw: str) -> NumberParts:
    if found["code"]:
        return _made(
            raw, None, _tight(found["code"]), bool(found["code_mark"]), found["code_running"], ""
        )
    if found["bare_letters"]:
        return _made(raw, found["bare_letters"], found["bare_owner"], None, None, "")
    if found["lone"]:
        year = found["lone_year"]
        return _made(raw, None, None, bool(found["lone_mark"]), found["lone"], f"/{year}")
    if found["alone"]:
        running = re.sub(r"^พิเศษ(?=[0-9])", "พิเศษ ", found["alone"])
        return _made(raw, None, None, False, running, f"/{found['alone_year']}")
    if found["lone_circular"]:
        return _made(raw, None, None, True, found["circular_running"], "")
    committee = _tight(found["committee"])
    owner = re.sub("(?<=[0-9]) (?=[0-9])", ".", found["owner"] or "")
    behind = _tight(found["behind"])
    unit = _tight(owner) + (f" {behind}" if behind.isalpha() else behind)
    running = found["running"] or found["special"]
    if running and found["tail"]:
        running += f" {_tight(found['tail'])}"
    if running and (series := found["class"] or found["series"]):
        running = f"{_tight(series)} {running}"
    if running and found["secret"]:
        running = f"ล {running}"
    year = _tight(found["year"])
    letters = found["letters"].rstrip(".")
    enterprise = _OF_AREA.fullmatch(letters) if re.fullmatch("[0-9]{1,2}", unit) else None
    is_circular = True if found["mark"] else False if running else None
    # A bracket belongs to what it is printed behind: กค (กวจ) 0405.2, but กห 0483.71(กพ.).
    code = f"{letters} {committee}".strip()
    if _is_number_and_year(code, unit, running, found):
        return _made(raw, code, None, False, unit, f"/{running}", gap=" ")
    parts = _made(raw, code, unit or None, is_circular, running, year)
    if enterprise:
        parts = replace(parts, issuer_code=enterprise[1], unit_code=f"{enterprise[2]}.{unit}")
    if not found["branch"]:
        return parts
    # A state enterprise puts a branch between: มท 5308.17/กฟ-ทท 0512/2560.
    return replace(parts, normalized=parts.normalized.replace("/", f"/{found['branch']} ", 1))


def _is_number_and_year(letters: str, unit: str, running: str | None, found: re.Match[str]) -> bool:
    """สนท. 015/2562: a society's, temple's or school's number and its year, no office's code.

    Codes of annex 1 have two letters and, but for the courts', four digits or five.
    """
    return (
        letters != _COURTS
        and re.fullmatch("[0-9]{1,3}", unit) is not None
        and re.fullmatch("25[0-9]{2}", running or "") is not None
        and not (found["mark"] or found["branch"] or found["year"])
    )


def _made(
    raw: str,
    code: str | None,
    unit: str | None,
    mark: bool | None,
    running: str | None,
    tail: str,
    gap: str = "/",
) -> NumberParts:
    before = " ".join(part for part in (code, unit) if part)
    after = f"{'ว ' if mark else ''}{running or ''}{tail}".strip()
    normalized = f"{before}{gap}{after}" if before and after else before or after
    return NumberParts(raw.strip(), normalized, code, unit, mark, running)


def _tight(text: str | None) -> str:
    return re.sub(r"\s+", "", text or "")
