"""What came in the envelope: the list under สิ่งที่ส่งมาด้วย, or what the text says is sent."""

import re
from collections.abc import Iterator, Sequence

from saraban.rules.letter_reading.lines.narration import narrated_until
from saraban.rules.letter_reading.lines.toneless import (
    place_with_tones,
    place_without_tones,
    toneless,
    toneless_shape,
    tones_optional,
)

_ENUMERATOR = re.compile(
    r"(?:^|\s)(?:\(?[0-9๐-๙]{1,2}(?:\.(?=[\s0-9๐-๙]|[ก-ฮเ-ไ])|\))(?![0-9๐-๙])) ?(?=[^\s])"
)
# Only a list that opens with a dash has dashes for numbers: แบบ ก.๑ - ก.๓ is one thing.
_DASHED = re.compile(r"^[-•] ")
_DASH = re.compile(r"(?:^|\s)[-•] ?(?=\S)")
# คู่มือ จำนวน ๕ เล่ม และแผ่นพับ จำนวน ๑๐๐ แผ่น: each with its own count, so two things.
_COUNTED_AND = re.compile(
    r"(จำนวน ?(?:[0-9๐-๙,]+|หนึ่ง|สอง) ?[ก-๎]{2,8}?) ?(?:และ|พร้อมด้วย) ?"
    r"(?=[ก-ฮเ-ไ][^,]{2,120}จำนวน ?[0-9๐-๙])"
)
_COUNT = re.compile(
    r"(จำนวน ?(?:[0-9๐-๙]+|หนึ่ง|สอง|[ก-ฮ]{0,0}) ?(?:ชุด|ฉบับ|แผ่น|เล่ม|หน้า|เรื่อง|รายการ|ใบ|ซอง|แห่ง|ราย"
    r"|กล่อง)) +(?=[ก-ฮเ-ไ])"
)
# Words as toneless text has them; old files print า for ำ.
_PAPER = (
    r"(?:ส[ำา]เนา|ข่าว|ก[ำา]หนดการ|ใบ|แบบ|รายชื่อ|บัญชี|เอกสาร|ประกาศ|ค[ำา]สั่ง|โครงการ|ตาราง|แผ่น|ระเบียบ"
    r"|คู่มือ|ทะเบียน|ปฏิทิน|แผนที่|รายละเอียด|โปสเตอร์|สติกเกอร์|สติ๊กเกอร์)"
)
# Where the name goes on below its count; what opens another clause or thing is no name going on.
_COUNT_AMID = re.compile(
    r"(?P<name>.+?) (?P<count>จำนวน ?[0-9๐-๙]{1,3} ?(?:ชุด|ฉบับ|แผ่น|เล่ม|หน้า|ใบ|ซอง)) ?"
    rf"(?P<more>(?![ (]|พร้อม|และ|ซึ่ง|โดย|ส่ง|ทั้งนี้|หมายเหตุ|{_PAPER})(?!.*จำนวน).{{2,80}})"
)
# The files of a mail, each perhaps with its size behind it: ประกาศ.pdf (88 KB); แบบ.docx.
_FILE = re.compile(
    r"(?:^|[;,)\]] *|(?<= ))((?:(?!\.(?:pdf|docx?|xlsx?) )[^;,()\[\]])+?"
    r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|jpe?g|png))(?![A-Za-z])",
    re.IGNORECASE,
)
_DOTS = re.compile(r"[.…_]{3,}")
_THING = rf"(?:{_PAPER}|รายงาน|แผน|หนังสือ|ส[ำา]นวน|ร่าง|ภาพถ่าย|สรุป)"
_NEW_THING = re.compile(_THING)
_ALONG = r"(?:มาด้วย(?:แล้ว)?|มาพร้อม(?:กับ)?(?:หนังสือ|บันทึก|นี้)(?:นี้)?)"
_FOR_USE = r"มาเพื่อ(?:โปรด)?(?:ใช้)?ประกอบ"
_IN_SEALED = toneless_shape(
    rf"(?:แนบ|ส่ง)(?P<what>{_THING}(?:(?!แนบ|พร้อมนี้|ภายใน).){{3,400}}?)"
    rf" ?(?:{_ALONG}|มา(?:ยัง[ก-๎ ]{{0,30}})?เพื่อ)"
)
# Other letters ask for papers too (โปรดส่งแบบสำรวจมาด้วย), so it must be told that they come along.
_COMES = toneless_shape(
    rf"(?:แนบ|ได้(?:จัด)?ส่ง|ขอส่ง)(?P<what>{_THING}(?:(?!นั้น).){{3,300}}?) ?(?:{_ALONG}|{_FOR_USE})"
    rf"|พร้อม(?:หนังสือ|บันทึก)?นี้ ?[ก-๎]{{0,40}}แนบ"
    rf"(?P<rest>{_THING}(?:(?!นั้น).){{3,200}}?)(?= ?{_ALONG}| จึง| ทั้งนี้|$)"
)
_SHOWN = toneless_shape(
    rf"รายละเอียด(?:ปรากฏ)?(?:ดัง)?ตาม(?P<what>{_THING}[^,]{{0,150}}?) ?(?:ดัง|ตามที่|ที่(?:ได้)?)แนบ"
)
# A paper that a duty points to comes along too: ตรวจสอบตามบัญชีเป้าหมายที่แนบ, ดังบัญชีรายชื่อแนบท้ายหนังสือนี้.
_POINTED_TO = toneless_shape(
    rf"(?:ตาม|ดัง)(?P<what>(?:{_PAPER}|แผน|ร่าง|ภาพถ่าย)"
    r"(?:(?!ที่|ตาม|และ|ของท่าน)[ก-๎0-9๐-๙./() ]){2,60}?)"
    r" ?(?:ที่(?:ได้)?(?:แนบ|ส่งมา(?:พร้อม|ด้วย))|ดังแนบ)"
    rf"|(?:ตาม|ดัง)(?P<appended>{_PAPER}(?:(?!ที่|ตาม|และ)[ก-๎]){{0,40}}แนบท้าย(?:หนังสือ|บันทึก)(?:ฉบับ)?นี้)"
)
# A list behind the sending: ส่งแบบพิมพ์มาพร้อมนี้ รวม ๒ รายการ คือ ….
_LISTED = toneless_shape(
    rf"{_ALONG}[ก-๎0-9๐-๙ ]{{0,30}}(?:คือ|ได้แก่) ?"
    rf"(?P<what>{_THING}(?:[^,]|(?<=[0-9๐-๙]),){{2,300}}จำนวน ?[0-9๐-๙,]+ ?[ก-๎]{{2,8}})"
)
_ASKED_FOR = toneless_shape(r"(?:ให้|โปรด|กรุณา|แล้ว|ต้อง)(?:ท่าน)?(?:จัด)?$|(?:มิได้|ไม่ได้|ยังไม่)(?:จัด)?$")
_VAGUE = tuple(map(toneless, ("เอกสาร", "แบบ", "แบบฟอร์ม", "รายละเอียด", "หนังสือ", "บัญชี")))
_SAID = toneless("ดังกล่าว")
_COPY = re.compile("ส[ำา]เนา")
_ITEM_STARTS = toneless_shape(rf" +(?={_PAPER}[ก-๎])| {{3,}}(?={_PAPER}|ภาพถ่าย)")
_AND_THING = toneless_shape(rf"และ(?={_THING})")
# โครงการ และรายชื่อนักเรียน: a blank before และ tells that the next thing is none of the first's own.
# So does a copy, which is never a part of another paper.
_BLANK_AND_PAPER = toneless_shape(rf" และ ?(?={_PAPER})|และ ?(?=ส[ำา]เนา|ภาพถ่าย)")
# Behind its count a clause tells more of a thing: แผ่นพับ จำนวน ๑๐๐ แผ่น ซึ่งจัดพิมพ์ขึ้นในวันครู.
_CLAUSE_OF_COUNTED = toneless_shape(
    r"(?<=จำนวน)(?P<count> ?[0-9๐-๙,]+ ?(?:ชุด|ฉบับ|แผ่น|เล่ม|ใบ|ซอง|กล่อง|ชิ้น))"
    r" ?ซึ่ง(?:(?!จำนวน).)*$"
)
# Each with its count, so two things: หนังสือ แห่งละ ๓ เล่ม พร้อมใบตอบรับ ๑ แผ่น.
_WITH_COUNTED = toneless_shape(
    r"(?<=[0-9๐-๙]) ?(?:ชุด|ฉบับ|แผ่น|เล่ม|ใบ|ซอง|กล่อง) ?(?P<joint>พร้อม(?:ด้วย|ทั้ง)? ?)"
    rf"(?={_PAPER}[ก-๎ ]{{0,60}}[0-9๐-๙]+ ?(?:ชุด|ฉบับ|แผ่น|เล่ม|ใบ|ซอง|กล่อง))"
)
# A letter ends with its day and what it is about, so what is counted behind is none of it:
# สำเนาหนังสือกรมทดสอบ ที่ … ลงวันที่ … เรื่อง … พร้อมใบตอบรับ ๑ ชุด. Its own papers are (พร้อมเอกสารแนบ).
_LETTER_WITH_COUNTED = toneless_shape(
    r"หนังสือ(?:(?!พร้อม).){3,120}?(?:ลง(?:วันที่)?|ลว\.?) ?[0-9๐-๙](?:(?!พร้อม).){6,200}?"
    r" +(?P<joint>พร้อม(?:ด้วย|ทั้ง|กับ)? ?)"
    rf"(?=(?!เอกสาร|ส[ำา]เนา){_PAPER}[ก-๎ ]{{0,60}}[0-9๐-๙]+ ?(?:ชุด|ฉบับ|แผ่น|เล่ม|ใบ|ซอง|กล่อง))"
)
# What was told of before, perhaps with how many of it come: หนังสือดังกล่าว แห่งละ ๓ เล่ม.
_TOLD_OF = tones_optional(
    r"(?P<word>[ก-๎]{3,12})ดังกล่าว(?: (?:จำนวน|[ก-๎]{2,10}ละ) ?[0-9๐-๙]{1,4} ?[ก-๎]{2,8})?"
)
_SUBJECT = toneless("เรื่อง")
_WHOSE = toneless_shape(r"(?:เรื่อง|ของ|ตาม|พร้อม)$")


def enclosures_of(text: str) -> list[str]:
    """The enclosures of a labelled list, each with its count, as printed."""
    line = re.sub(r"\s+", " ", _DOTS.sub(" ", text)).strip()
    enumerator = _DASH if _DASHED.match(line) else _ENUMERATOR
    parts = [part.strip(" ,;") for part in _split(enumerator, line)]
    parts = [part for part in parts if part]
    if len(parts) <= 1 and (files := _FILE.findall(line)):
        return [file.strip(" -•") for file in files]
    parts = [_with_count_last(part) for part in parts] if len(parts) > 1 else _by_count(line)
    return [part for part in parts if part not in ("-", "จำนวน")]


def _split(enumerator: re.Pattern[str], line: str) -> Iterator[str]:
    """The pieces between numbers; the figure of a form's own name (แบบ ภ.ด.ส. ๖) is none."""
    start = at = 0
    while number := enumerator.search(line, at):
        before = line[: number.start()]
        if before.count("(") > before.count(")"):
            at = number.start() + 1
            continue
        yield line[start : number.start()]
        start = at = number.end()
    yield line[start:]


def _with_count_last(part: str) -> str:
    """The thing with its count behind all of its name, which went on under the column of counts."""
    found = _COUNT_AMID.fullmatch(part)
    if not found:
        return part
    is_whole = re.search("[ก-๎.]$", found["name"]) and re.match("[ก-ฮเ-ไ0-9๐-๙]", found["more"])
    is_glued = is_whole and (found["name"].endswith(".") or not found["more"][0].isdigit())
    return f"{found['name']}{'' if is_glued else ' '}{found['more']} {found['count']}"


def enclosures_in_text(text: str, *, is_sealed: bool = True) -> list[tuple[str, int, int]]:
    """What the body of a letter says it brings along, with where it says so.

    A sealed letter is often nothing but the sending (ส่งสำเนาประกาศมาเพื่อทราบ); others must say that
    the papers come with them.
    """
    plain = toneless(text)
    found: list[tuple[int, int]] = []
    for shape in (_LISTED, _IN_SEALED if is_sealed else _COMES, _SHOWN, _POINTED_TO):
        for told in shape.finditer(plain, place_without_tones(text, narrated_until(text))):
            if not _ASKED_FOR.search(plain[: told.start()]):
                things = _things(plain, *told.span(told.lastgroup or 0), is_shown=shape is _SHOWN)
                found += [one for one in things if not _overlaps(one, found)]
    placed = [(place_with_tones(text, start), place_with_tones(text, end)) for start, end in found]
    named: list[tuple[str, int, int]] = []
    for what, start, end in (_as_named(text, *place) for place in placed):
        is_again = _overlaps((start, end), [place for _, *place in named])
        if not (is_again or _is_vague(toneless(what))):
            named.append((what, start, end))
    return named


def _as_named(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The thing and its place; one told of before is as its name in quotes had it, last time."""
    thing = text[start:end].strip(" ,")
    if told_of := _TOLD_OF.fullmatch(thing):
        title = re.compile(rf"{told_of['word']} ?[“\"][^“”\"]{{3,150}}[”\"]")
        if before := list(title.finditer(text[:start])):
            return before[-1][0], *before[-1].span()
    return thing, start, end


def _is_vague(thing: str) -> bool:
    """Whether it names no paper of its own: แบบ, เอกสารดังกล่าว; a copy of one told of is another."""
    return thing in _VAGUE or (thing.endswith(_SAID) and _COPY.match(thing) is None)


def _overlaps(one: tuple[int, int], others: Sequence[Sequence[int]]) -> bool:
    return any(one[0] < end and start < one[1] for start, end in others)


def _things(text: str, start: int, end: int, *, is_shown: bool) -> Iterator[tuple[int, int]]:
    """Where each of the things told from start to end stands."""
    told = _parted(_CLAUSE_OF_COUNTED.sub(r"\g<count>", text[start:end]))
    subject = told.find(_SUBJECT)  # what follows there may be the name of one paper
    told = _BLANK_AND_PAPER.sub(
        lambda both: both[0] if 0 <= subject < both.start() else " " * len(both[0]), told
    )
    for shape in (_WITH_COUNTED, _LETTER_WITH_COUNTED):
        told = shape.sub(
            lambda both: both[0].removesuffix(both["joint"]) + " " * len(both["joint"]), told
        )
    if is_shown:
        told = _AND_THING.sub(lambda both: " " * len(both[0]), told)
    first = 0
    for edge, behind in [*(gap.span() for gap in _ITEM_STARTS.finditer(told)), (len(told),) * 2]:
        if edge < len(told) and _WHOSE.search(told[first:edge]):
            continue  # เรื่อง ประกาศ…: the word belongs to the thing before it
        yield start + first, start + first + len(told[first:edge].rstrip())
        first = behind


def _parted(text: str) -> str:
    """The text with blanks for the และ between two counted things; no character moves."""
    return _COUNTED_AND.sub(lambda both: both[1] + " " * (len(both[0]) - len(both[1])), text)


def _by_count(line: str) -> list[str]:
    """Without numbers, each จำนวน … ชุด ends an item."""
    pieces = _COUNT.split(_parted(line))
    if len(pieces) < 3:
        return [line] if line else []
    if len(pieces) == 3 and pieces[-1] and not _NEW_THING.match(pieces[-1].strip()):
        return [_with_count_last(line)]
    items = [f"{pieces[i]}{pieces[i + 1]}" for i in range(0, len(pieces) - 1, 2)]
    if pieces[-1]:
        items.append(pieces[-1])
    return [item.strip() for item in items]
