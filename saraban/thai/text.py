"""Thai text made regular: typed or pasted, or as some program wrote it into a PDF."""

import re
import unicodedata

from saraban.thai.digits import to_arabic

# Controls, invisible formatting (zero-width marks, text direction) and broken halves of a
# character, which no database can encode.
_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})

# Old Thai fonts kept shifted vowels and tone marks at U+F700..F71A; text copied out of a PDF
# still brings them along, and every other font shows them as boxes.
_SHIFTED = dict(zip(range(0xF700, 0xF71B), "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู", strict=True))
# Word keeps what was typed in a symbol font at U+F000 and its code: digits, and the bullet.
_SHIFTED |= {0xF000 + ord(digit): digit for digit in "0123456789"} | {0xF0B7: "•"}

_SPLIT_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]*)\u0e32")
_TONE_AFTER_SARA_AM = re.compile("\u0e33([\u0e48-\u0e4b]+)")
# What follows is for text out of PDFs. A mark belongs to the letter before it, so a blank in
# front of one was put there by whoever spaced the glyphs; the same goes for sara am.
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_BLANK_BEFORE_MARK = re.compile(f"(?<=[\u0e01-\u0e2e{_MARKS}])[ \t]+(?=[{_MARKS}\u0e33])")
_BROKEN_SARA_AM = re.compile("([\u0e48-\u0e4b]*)\u0e4d([\u0e48-\u0e4b]*)[ \t]*[\u0e32\u0e33]")
# The circle of a sara am printed behind its stroke, and the blank that then stands for it.
_TURNED_SARA_AM = re.compile(
    "\u0e32([\u0e48-\u0e4b]*)\u0e4d([\u0e48-\u0e4b]*)(?: (?=[\u0e01-\u0e46]))?"
)
_DOUBLED_SARA_AM = re.compile("\u0e33[\u0e32\u0e33]+")
_TONE_BEFORE_VOWEL = re.compile("([\u0e48-\u0e4c]+)([\u0e31\u0e34-\u0e39]+)")
_DOUBLED_MARK = re.compile(f"([{_MARKS}])\\1+")
_SARA_AM = "\u0e33"
_LOST_SARA_AM = re.compile("(?<=[\u0e01-\u0e2e\u0e48-\u0e4b]) \u0e32")
_LONE_SARA_AM = re.compile("(?<=[\u0e01-\u0e2e\u0e48-\u0e4b]) \u0e33 (?=[\u0e01-\u0e46])")
_THAI_CONSONANT = re.compile("[\u0e01-\u0e2e]")
_SARA_AA = "\u0e32"
_ENOUGH_FOR_A_SARA_AM = 150
# How words that have ำ in their first syllable look without it.
_WORD_WITH_SARA_AM = re.compile(
    "สานัก|สาเนา|สาหรับ|สาคัญ|สาเร็จ|สารวจ|สารอง(?!รับ)|กาหนด|กากับ|กาชับ|กาลัง|กานัน|ดาเนิน|ดารง(?=ตาแหน่ง|ชีพ)"
    "|ทา(?=การ|ให้|งาน|เนียบ|แทน|ความ|หน้าที่|ราย|บุญ|สัญญา|แผน|โครง|ประชา|ข้อ|แบบ|บันทึก)|จานวน|จาเป็น|จากัด|จาหน่าย|จาแนก|ประจา"
    "|อาเภอ|อานวย|อานาจ|ตาบล|ตาแหน่ง|ตารวจ|คา(?=สั่?ง|ขอ|แนะ|ร้อง|ว่า|ชี้|นวณ|แปล|ตอบ|สาคัญ|รับรอง|นา)|นา(?=ส่ง|เสนอ|มา|เข้า|ไป|ร่อง|เรียน|ความ|หมู่)"
    "|(?<!ห)น้า(?=เย็น|ไหล|ร้อน|ท่วม|ประปา|บาดาล|เสีย|ดื่ม|มัน|ตาล|ป่า|ฝน|ใช้|หลาก|บริโภค|สาธารณะ)|ลาดับ|ลาพูน|ลาปาง|ชานาญ|ชาระ|ชารุด|บารุง|บานาญ|บาเหน็จ|บาบัด|บาเพ็ญ|เรือนจา|ต่า(?=กว่า|สุด)|ยา้|ย้าเตือน|ผู้นา|แนะนา"
    "|กาแพง|อานา|สาราญ|จัดทา|การทา|สานึก|ซ้า|ค่า(?=คืน)|ถ้อยคา|สม่าเสมอ|ทางาน|ธารง"
)
# One word with ำ, torn behind its stroke: สา นักงาน. Alone it may be a name (วนิดา เนินทราย), so
# a page has to show several, and what names go on with is left out.
_BLANK_BEHIND = re.compile(
    "สา (?=นัก(?!รบ|เรียน)|เนา|หรับ|คัญ|เร็จ|รวจ)|กา (?=หนด|กับ|ชับ|ลัง)"
    "|ดา (?=เนินการ|เนินงาน)|อา (?=เภอ|นวย|นาจ)"
    "|จา (?=นวน|เป็นต้อง|กัด|หน่าย|แนก)|ตา (?=บล|แหน่ง|รวจ)|คา (?=สั่ง|แนะ|ร้อง|นวณ|แปล)"
    "|ลา (?=ดับ)|(?<=จังหวัด)ลา (?=พูน|ปาง)|ชา (?=นาญ|รุด)|บา (?=รุง|นาญ|เหน็จ|บัด)|ทา (?=งาน|เนียบ)"
)
_NO_WORD = re.compile("สานัก|จานวน|กาหนด|ดาเนิน|อาเภอ|ตาบล|ตาแหน่ง|อานวย|สาคัญ|ประจาปี")
_SEVERAL = 3
_KEPT_CONTROLS = "\n\t\f"
_DOUBLE_SARA_E = "\u0e40\u0e40"
_SARA_AE = "\u0e41"


def search_key(text: str) -> str:
    """The text as it is searched: no blanks, Arabic digits, lower case, one spelling.

    Two texts that look the same on paper give the same key. Idempotent.
    """
    return _one_spelling(to_arabic(_visible(text)).replace(" ", "").lower())


def clean_line(text: str) -> str:
    """One line as a person meant to type it: single blanks, trimmed, nothing invisible.

    Tabs, line ends and no-break spaces become blanks; control and zero-width characters go;
    ํา becomes ำ and เเ becomes แ. Digits stay as typed. Idempotent.
    """
    return " ".join(_one_spelling(_visible(text)).split())


def repair(text: str) -> str:
    """Text out of a PDF as its author wrote it; lines, tabs and page ends stay.

    Undoes what LibreOffice, Chromium, Word, old WeasyPrint and scanners' OCR layers are known
    to do: shifted glyphs of the private use area, sara am in pieces or doubled, marks after a
    blank, before their vowel or twice. Loses no consonant and no digit. Idempotent.
    """
    text = "".join(
        character
        if character in _KEPT_CONTROLS
        else "\n"
        if character in "\r\v\x85\u2028\u2029"
        else " "
        if character.isspace()
        else character
        for character in text.replace("\r\n", "\n").translate(_SHIFTED)
        if character in _KEPT_CONTROLS
        or character.isspace()
        or unicodedata.category(character) not in _DROPPED_CATEGORIES
    )
    text = _with_lone_sara_am(text)
    repaired = _with_marks_in_place(text)
    # One cure may uncover the next; each one shortens the text or sorts it, so this ends.
    while repaired != text:
        text, repaired = repaired, _with_marks_in_place(repaired)
    return repaired


def _with_lone_sara_am(text: str) -> str:
    """The text of a font that draws ำ for า, and a real ำ between blanks: ส ำ นักงำน."""
    pieces = _LONE_SARA_AM.split(text)
    if _SARA_AA in text or len(pieces) <= _SEVERAL:
        return text
    # Short lines may have lost their blanks.
    return words_with_sara_am(_SARA_AM.join(piece.replace(_SARA_AM, _SARA_AA) for piece in pieces))


def with_sara_am_restored(page: str) -> str:
    """The repaired text of a page whose writer confused า and ำ throughout.

    WeasyPrint and some scanners write one of the two for both: a page of some length without
    any ำ, or without any า, is such a page. ส านัก is always สำนัก; where no blank shows the
    place, only words that official letters write with ำ are mended. Other pages stay: on them
    the guess did harm.
    """
    consonants = len(_THAI_CONSONANT.findall(page))
    if consonants < _ENOUGH_FOR_A_SARA_AM or (_SARA_AM in page and _SARA_AA in page):
        return page
    return sara_am_restored(page)


def sara_am_restored(text: str) -> str:
    """A piece of text from a page that with_sara_am_restored would mend."""
    return words_with_sara_am(_LOST_SARA_AM.sub(_SARA_AM, text.replace(_SARA_AM, _SARA_AA)))


def has_lost_some_sara_am(page: str) -> bool:
    """Whether a page that has ำ lost it in words that cannot be meant, again and again."""
    return len(_NO_WORD.findall(page)) >= _SEVERAL


def has_split_sara_am(page: str) -> bool:
    """Whether a blank before า stands for the circle of ำ on this page: ส ารวจ, อ าเภอ.

    Some programs lose the circle and leave its room; elsewhere words are broken by blanks anywhere
    (ก ารสำรวจ), and of those few are words that are written with ำ.
    """
    places = list(_LOST_SARA_AM.finditer(page))
    circles = sum(
        _WORD_WITH_SARA_AM.match(f"{page[place.start() - 1]}{_SARA_AA}{page[place.end() :][:12]}")
        is not None
        for place in places
    )
    return 2 * circles > len(places)


def with_circles(text: str) -> str:
    """A piece of text from a page with split ำ: ส ารวจ is สำรวจ."""
    return _LOST_SARA_AM.sub(_SARA_AM, text)


def words_with_sara_am(text: str) -> str:
    """The text with ำ in the words that official letters write with it."""
    return _WORD_WITH_SARA_AM.sub(lambda found: found[0].replace(_SARA_AA, _SARA_AM, 1), text)


def has_blanks_behind_sara_am(page: str) -> bool:
    """Whether a blank behind า stands for the circle of ำ on this page, again and again."""
    return len(_BLANK_BEHIND.findall(page)) >= _SEVERAL


def with_blanks_behind_sara_am_closed(text: str) -> str:
    """A piece of text from such a page: สา นักงาน is สำนักงาน, อา นวย is อำนวย."""
    return _BLANK_BEHIND.sub(lambda found: found[0].replace("\u0e32 ", _SARA_AM), text)


def _with_marks_in_place(text: str) -> str:
    text = _BLANK_BEFORE_MARK.sub("", text)
    text = _DOUBLED_MARK.sub("\\1", text)
    text = _BROKEN_SARA_AM.sub("\\1\\2\u0e33", text)
    text = _TURNED_SARA_AM.sub("\\1\\2\u0e33", text)
    text = _DOUBLED_SARA_AM.sub("\u0e33", text)
    text = _TONE_BEFORE_VOWEL.sub("\\2\\1", text)
    return _one_spelling(text)


def _visible(text: str) -> str:
    """The text with every kind of blank as a plain one and without what cannot be seen."""
    return "".join(
        " " if character.isspace() else character
        for character in text.translate(_SHIFTED)
        if character.isspace() or unicodedata.category(character) not in _DROPPED_CATEGORIES
    )


def _one_spelling(text: str) -> str:
    """Vowels and tone marks in the one order and form Unicode recommends.

    NFC alone leaves ํา as two characters, and NFKC would take every ำ apart.
    """
    text = unicodedata.normalize("NFC", text)
    text = _SPLIT_SARA_AM.sub("\\1\u0e33", text)
    text = _TONE_AFTER_SARA_AM.sub("\\1\u0e33", text)
    return unicodedata.normalize("NFC", text.replace(_DOUBLE_SARA_E, _SARA_AE))
