"""Words of a heading as programs that read scans misprint them, put right where they can stand.

Nothing here guesses a digit. What is put right are words that have one place on a letter: the
labels, ที่ before a number, วันที่ before a day, โทร. before a telephone.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import count

from saraban.rules.letter_reading.lines.page_lines import Line, Page
from saraban.rules.letter_reading.lines.toneless import place_with_tones, toneless
from saraban.rules.letter_reading.misreadings.adorned_codes import with_bare_codes
from saraban.rules.letter_reading.misreadings.figures_apart import with_figures_together
from saraban.rules.letter_reading.misreadings.heading_words import with_heading_words
from saraban.rules.letter_reading.misreadings.lost_marks import with_stacked_marks
from saraban.rules.letter_reading.misreadings.mail_underscores import with_underscore
from saraban.rules.letter_reading.misreadings.misread_months import with_month_spelt
from saraban.rules.letter_reading.misreadings.name_brackets import with_both_brackets
from saraban.rules.letter_reading.misreadings.number_signs import with_signs_of_number
from saraban.rules.letter_reading.misreadings.specks import (
    without_letters_in_telephone,
    without_specks,
    without_specks_inside,
    without_tail,
)
from saraban.rules.letter_reading.misreadings.words_spelt import with_words_spelt
from saraban.thai.latin_for_thai import has_latin_for_thai
from saraban.thai.lost_tones import has_lost_tones

_SEVERAL = 10
_A_FEW = 2
_LOST_MARK = re.compile(
    r"(?<![ก-๎])(?:ที|วันที|เรือง|สิงที|ชัน|นัน|คําสัง|คำสัง|ชือ|ทังนี้?|บัดนี)(?=[ \s]|$)|ทีส่งมา|พื?นที(?!่)"
    "|เกียวข้อง|เพือ(?!น)|เมือ(?!ง)|ทีสุด|ทีได้|ทีจะ|ทีมี|ท้องถิน|แต่งตัง|หน้าที(?!่)|สถานที(?!่)|อย่างยิง|รายชือ|เยียม"
    "|เลขที(?=[ .:]*[0-9๐-๙])|ขันพื|ขันตอน|พืนฐาน|เพิมเติม|ครังที|หนึง|ติดเชือ"
    "|สงเสริม|ที่สงมา|(?<![ก-๎])(?:เรอง|อ้างถง|อางถึง|ดวย|สวนราชการ|เจาหนาที่)(?=[ก-ฮเ-ไ ]|$)"
)
# Words of every second letter with a letter or a mark that nobody types there.
_OTHER_LETTER = re.compile(
    r"ราซการ|อ้างถ[ิีื]ง|(?:^|จึง)เรีย[มบ](?= (?:ผู้|นาย|ผบ|ปลัด)|มา)|ส[ิ-ื]่งท[ิึื]่ส่ง|บันท[ิีื]กข้อ|นับถ[ิีึ]อ"
    r"|งบประมา[ฌญ]|พื้[มบ]ที่|ศ[ิีื]กษา|ศึก[บม]า|ประซ[ุา]|จังหวั[คต]|[คต]ำเนิ[นม]การ|อำเภค|เห็[มบ]ควร|ดำเ[มบ]ินการ",
    re.MULTILINE,
)
# What the engine prints for วันที่ and เรื่อง, as no writer does.
_LATIN_FOR_THAI = re.compile(
    r"^(?:Jun|JUN|TUN|Fun|Fan|Goa)(?= [0-9๐-๙]{1,2} [ก-ฮ]| [ก-ฮเ-ไ])", re.MULTILINE
)
_LOST_LETTERS = re.compile(
    r"^[A-Za-z]{1,3} [ก-ฮ]{2} [0-9๐-๙]{4}"
    r"|^(?:[A-Za-z]{1,3}|ท|ที่?)(?: [A-Za-z]{2,3})? [0-9๐-๙]{3,5}[^ ]{0,6}/ ?ว(?![ก-๎])",
    re.MULTILINE,
)
# Of the Thai digits the common engine's model can write only these.
_WRITABLE = frozenset("๐๑๒๓๕")
_THAI_DIGIT = re.compile("[๐-๙]")

_LABELS = (
    "เรื่อง",
    "เรียน",
    "กราบเรียน",
    "อ้างถึง",
    "สิ่งที่ส่งมาด้วย",
    "บันทึกข้อความ",
    "ส่วนราชการ",
    "ด่วนที่สุด",
    "ขอแสดงความนับถือ",
)
_LIKE_A_LABEL = 0.78
# The end of อำเภอเมือง on a line of its own is no เรื่อง.
_OF_ADDRESS = re.compile(r"เมือง(?:$| ?(?:จังหวัด|จ\.|[0-9๐-๙]{5}))")
_MOST_PIECES = 4
# Glued to it the code of an office has two letters at least: ทอว ๐๖๑๒, but ทส ๙๙๐๑ is one itself.
_JUNK = (
    r"(?:(?!Ref|No)[A-Za-z][A-Za-z1]{0,3}[.,:]?"
    r"|ท[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]?(?= |[ก-ฮ][ก-๎]{0,2}[ก-ฮ])|ที|พี|ที่)"
)
_OWNER = r"[0-9๐-๙]{3,6}(?:[ .,]{1,2}[0-9๐-๙]{1,3}){0,3}"
_NUMBER = re.compile(
    rf"^(?:ว |ด่วนที่สุด )?{_JUNK}(?: ?(?P<code>[ก-ฮ][ก-๎]{{0,4}}\.?)| [A-Za-z()]{{2,3}})? ?"
    rf"(?P<rest>(?:\([ก-๎]{{2,6}}\.?\) ?)?{_OWNER}[ .]*(?:[/|(]|ว ?[0-9๐-๙]).*)$"
)
# ว read as a digit or a bracket: it stands alone between the slash and the number.
_CIRCULAR = re.compile(r"/ ?[2๒)] (?=[0-9๐-๙]{2,6})")
# A heading whose ที่ lies under a stamp; the number of a letter that is cited has its day behind it.
_NUMBER_BARE = re.compile(
    r"^[ก-ฮ]{2}\.? [0-9๐-๙]{4,5}(?:\.[0-9๐-๙]{1,4}){0,3}(?:\([ก-ฮ]{1,4}\))? ?/ ?(?:ว ?)?"
    r"[0-9๐-๙]{1,5}(?= |$)(?! ?(?:ลง|เรื่อง))"
)
_ORDER_NUMBER = re.compile(
    r"^(?:ท[ิี]?|[A-Za-z]{1,2}) ?(?P<rest>[0-9๐-๙]{1,5} ?/ ?[0-9๐-๙]{4}(?:\D.*)?)$"
)
_DAY = re.compile(
    r"^(?:[A-Za-z]{2,4}|ว[ก-๎]{0,2}นที่?|วันท|รู้นที่) ?"
    r"(?P<rest>[-–.]{0,2} ?[0-9๐-๙]{1,2} ?[ก-ฮA-Z][^0-9๐-๙]{1,11}[0-9๐-๙]{2,4}.*)$"
)
# ที่ before the code of a cited number, behind its urgency: ด่วนที่สุด ภี ทส ๙๙๐๑/ว ๗๐.
_THI_OF_CITED = re.compile(r"(?:(?<=ด่วนที่สุด )|(?<=ด่วนมาก ))[ก-ฮ][ิ-ื]่?(?=$| [ก-ฮ]{2}\.? ?[0-9๐-๙])")
_PHONE = re.compile(
    r"(?<![A-Za-z])(?:Ins|Tus|Tns|Tws|Tng|Ing|Tnz|lns)s?[.,]?(?= ?[0-9๐-๙(])"
    r"|^(?:ท[่๋]?ร|[โใไ]ท)[.,]?(?= ?[0๐][ -]?[0-9๐-๙])|(?<![ก-๎])[ใไ]ทร[.,]?(?= ?[0๐][ -]?[0-9๐-๙])"
)
_SHORT_MONTHS = (
    (re.compile(r"(?<![A-Za-z])A\. ?W\."), "ก.พ."),
    (re.compile(r"W\.? ?A\.?(?= ?[0-9๐-๙]{2})"), "พ.ค."),
    (re.compile(r"W\.? ?[Ug8]\.(?= ?[0-9๐-๙]{2})"), "พ.ย."),
    (re.compile(r"(?<![ก-๎])([กมพสตธ])ุ\.?([คพย])\.?(?= ?[0-9๐-๙]{2})"), r"\1.\2."),
)
_HEADING_LINES = 30
_TONES_GUESSED = 0.85
# Nothing but the rest of a number can stand between a number and its day: ว ๔ ๗ ลงวันที่.
_NUMBER_APART = re.compile(
    r"(/ ?(?:ว ?)?[0-9๐-๙]{1,3}) ([0-9๐-๙]{1,3})(?= (?:ลง ?)?วันที่)"
    r"|(/ ?ว ?[0-9๐-๙]{1,3}) ([0-9๐-๙]{1,3})$"
)
# The slash before the running number of a heading, read as a comma.
_COMMA_FOR_SLASH = re.compile(
    r"^(ที่ [ก-ฮ]{1,4}\.? [0-9๐-๙]{4,5}(?:\.[0-9๐-๙]{1,4}){0,3}) ?, ?(?=[0-9๐-๙]{1,5}(?: |$))"
)
_SPLIT_YEAR = re.compile(r"(?<![0-9๐-๙])([2๒][5๕](?: ?[0-9๐-๙]){2})(?![0-9๐-๙])")


def looks_scanned(pages: Sequence[Page]) -> bool:
    """Whether the text came out of pictures, told or by the marks such text bears.

    Tesseract's Thai model writes no ๔ ๖ ๗ ๘ ๙, and loses the marks of short words; others put a
    letter for one that looks like it.
    """
    if any(line.source != "text" for page in pages for line in page.lines):
        return True
    text = _text_of(pages)
    if has_lost_tones(text) or has_latin_for_thai(text):
        return True
    digits = _THAI_DIGIT.findall(text)
    if len(digits) >= _SEVERAL and _WRITABLE.issuperset(digits):
        return True
    is_told = _LOST_LETTERS.search(text) or _LATIN_FOR_THAI.search(text)
    if len(_OTHER_LETTER.findall(text)) >= _A_FEW:
        return True
    return bool(is_told) or len(_LOST_MARK.findall(text)) >= _A_FEW


def read_again(pages: Sequence[Page]) -> Sequence[Page]:
    """The pages with the words of their headings put right; clean text stays as it is."""
    if not looks_scanned(pages) or _is_foreign(pages):
        return pages
    are_tones_lost = has_lost_tones(_text_of(pages))

    def lines_again(page: Page) -> tuple[Line, ...]:
        above = ("", *(line.text for line in page.lines))
        placed = zip(count(), page.lines, above, strict=False)
        again = [_read_again(*line, are_tones_lost) for line in placed]
        return tuple(_with_subject(again))

    return [replace(page, lines=lines_again(page), is_doubtful=True) for page in pages]


def _text_of(pages: Sequence[Page]) -> str:
    return "\n".join(line.text for page in pages for line in page.lines)


def _is_foreign(pages: Sequence[Page]) -> bool:
    """Whether most of it is in Latin letters: what is dust in Thai is a word there."""
    text = _text_of(pages)
    return len(re.findall("[A-Za-z]", text)) > len(re.findall("[ก-ฮ]", text))


def _read_again(place: int, line: Line, above: str, are_tones_lost: bool) -> Line:
    cells = [without_tail(cell) for cell in without_specks(line.cells)]
    cells = [with_figures_together(cell, line.text) for cell in cells if cell]
    if line.source == "text":  # what was read off a picture here is spelt already
        cells = [with_words_spelt(cell, are_tones_lost=are_tones_lost) for cell in cells]
    cells = [_cell_again(cell, place) for cell in cells]
    cells = with_both_brackets(cells, above)
    text = " ".join(cells)
    if text == line.text or not text:
        return line
    # Which tone a word lost is told by how common the words are, and of a place by nothing.
    sureness = min(line.confidence, _TONES_GUESSED) if are_tones_lost else line.confidence
    printed = line.printed or line.text
    return replace(line, text=text, cells=tuple(cells), printed=printed, confidence=sureness)


def _cell_again(cell: str, place: int) -> str:
    cell = _THI_OF_CITED.sub("ที่", without_specks_inside(cell))
    cell = _SPLIT_YEAR.sub(lambda year: year[0].replace(" ", ""), cell)
    cell = with_stacked_marks(_with_label(cell))
    cell = with_bare_codes(with_heading_words(with_underscore(cell)))
    if place < _HEADING_LINES:
        cell = with_signs_of_number(cell)
        cell = _with_number(_COMMA_FOR_SLASH.sub(r"\1/", cell))
    for shape, word in _SHORT_MONTHS:
        cell = shape.sub(word, cell)
    cell = with_month_spelt(_NUMBER_APART.sub(r"\1\2\3\4", cell))
    if day := _DAY.match(cell):
        cell = f"วันที่ {day['rest']}"
    return without_letters_in_telephone(_PHONE.sub("โทร.", cell))


def _with_number(cell: str) -> str:
    """ที่ before the number of a letter or an order, and no more than its letters between."""
    if _NUMBER_BARE.match(cell):
        return f"ที่ {cell}"
    if order := _ORDER_NUMBER.match(cell):
        return f"ที่ {order['rest']}"
    found = _NUMBER.match(cell)
    if not found:
        return cell
    code = re.sub("[^ก-ฮ]", "", found["code"] or "")
    rest = _CIRCULAR.sub("/ว ", found["rest"].replace("|", "/", 1))
    return " ".join(part for part in ("ที่", code, rest) if part)


def _with_label(cell: str) -> str:
    """A first word that is a mark or a letter away from a label becomes the label.

    A blank may stand inside it: เรื่ อง, สิ งที ส่งมาด้วย.
    """
    bare = toneless(cell)
    if cell.startswith(_LABELS) or _OF_ADDRESS.match(bare):
        return cell
    ends = [found.start() for found in re.finditer("[ :]|$", bare)]
    for end in ends[:_MOST_PIECES]:
        if label := _label_like(bare[:end].replace(" ", "")):
            return label + cell[place_with_tones(cell, end) :]
    return cell


def _label_like(word: str) -> str | None:
    for label in _LABELS:
        wanted = toneless(label)
        if word == wanted:
            return label
        is_near = abs(len(word) - len(wanted)) <= 2 and word[:1] == wanted[:1] and len(wanted) >= 5
        if is_near and SequenceMatcher(None, word, wanted).ratio() >= _LIKE_A_LABEL:
            return label
    return None


def _with_subject(lines: Sequence[Line]) -> list[Line]:
    """The line right over เรียน is the subject, whatever its label was read as."""
    whole = list(lines)
    for place, line in enumerate(whole[:_HEADING_LINES]):
        if line.text.startswith(("เรื่อง", "บันทึกข้อความ")):
            return whole
        if place and re.match(r"(?:กราบ)?เรียน ", line.text):
            above = whole[place - 1]
            junk = re.match(r"[A-Za-z]{2,5}[.,]? (?=[ก-ฮเ-ไ][ก-๎])", above.text)
            if junk:
                text = f"เรื่อง {above.text[junk.end() :]}"
                whole[place - 1] = replace(above, text=text, cells=(text,))
            return whole
    return whole
