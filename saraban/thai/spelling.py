"""Thai as OCR reads it, with the marks it lost put back: เมือวันที ๕ becomes เมื่อวันที่ ๕.

Of the text is assumed that most letters are right and that marks above and below, a few
look-alike consonants and blanks are not. Each stretch of Thai is cut into words of a frequency
list so that the words are common and the changes few; what is no word stays as it was read.
"""

import math
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

_THAI_RUN = re.compile("[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e4e]+(?: [\u0e01-\u0e4e]+)*")
_MARK = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_BASE = re.compile("[\u0e01-\u0e2e\u0e30\u0e32\u0e33\u0e40-\u0e46]")
# Look-alikes in print, as one letter: a word may be another with one of these exchanged.
_ALIKE = str.maketrans("ซขดศฎถภผฟฝำ", "ชชตคฏกกพพพา")
# Costs are negative logarithms of how often it happens, measured on printed and scanned pages.
_LOST = {"\u0e48": 2.5, "\u0e49": 4.0}  # mai ek goes most often, then mai tho
_LOST_OTHER = 5.5
_LOST_CIRCLE = 4.0  # ำ read as า
# The same where a page lost them throughout: a tone or thanthakhat with no vowel under it.
_LOST_LIKE_ALL = 0.2
_ABOVE = re.compile("[\u0e31\u0e34-\u0e37\u0e47-\u0e4e]")
_HIGH = re.compile("[\u0e47-\u0e4c]")
_ADDED = 4.5
_CHANGED = 5.5
_LOOK_ALIKE = 6.5
_BLANK_INSIDE = 3.5
_UNKNOWN = 11.0
_LONGEST = 24  # letters of a word without marks
_LEAST_KNOWN = 2
_LEAST_READ = 2  # a letter without a mark says too little
_LEAST_FOR_LOOK_ALIKE = 4
_ABBREVIATIONS = "มค กพ มีค เมย พค มิย กค สค กย ตค พย ธค พศ ทต อบต อบจ สนง ผวจ นพ พญ"
# The words letters are made of; a list made from novels and news knows too few of them.
_OFFICIAL = (
    "ที่ วันที่ ลงวันที่ เรื่อง เรียน อ้างถึง สิ่งที่ส่งมาด้วย ด่วนที่สุด ด่วนมาก ด่วน บันทึกข้อความ ส่วนราชการ "
    "ขอแสดงความนับถือ ปฏิบัติราชการแทน รักษาราชการแทน โทร โทรสาร จำนวน ชุด ฉบับ แผ่น เล่ม คำสั่ง ประกาศ "
    "หนังสือ จังหวัด อำเภอ ตำบล กระทรวง กรม กอง สำนัก สำนักงาน เทศบาล องค์การบริหารส่วนตำบล "
    "องค์การบริหารส่วนจังหวัด "
    "ผู้ว่าราชการจังหวัด นายอำเภอ ปลัดกระทรวง อธิบดี ผู้อำนวยการ นายกเทศมนตรี นายกองค์การบริหารส่วนตำบล "
    "ด้วย ตามที่ จึงเรียนมาเพื่อทราบ จึงเรียนมาเพื่อพิจารณา พิจารณา ดำเนินการ ถือปฏิบัติ รายงาน ภายในวันที่ "
    "ท้องถิ่น องค์กรปกครองส่วนท้องถิ่น ส่วนท้องถิ่น กลุ่มงาน ฝ่าย ศูนย์ ราชภัฏ มกราคม กุมภาพันธ์ มีนาคม เมษายน "
    "พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม "
    # Without their tones they are two words as common.
    "เข้าร่วม เข้ารับ เข้าประชุม เข้าอบรม ทุกแห่ง หมู่ที่ แจ้งแล้ว เป็นต้นไป เบื้องต้น ข้างต้น ส่วนใหญ่ ห้องประชุม ห้ามเผา "
    "แหล่งน้ำ น้ำหลาก น้ำท่วม น้ำเสีย น้ำดื่ม จังหวัดน่าน จังหวัดแพร่ หัวหน้าส่วนราชการ ผู้แทน"
)
_OFFICIAL_COUNT = 20_000.0
# Words that a letter has no use for, and that another is misread as: น้ำ loses its circle, and of
# เขต comes เขด.
_UNOFFICIAL = ("น้า", "เข็ด")
_RARE = 0.02  # weight of what the frequency list has and the dictionary has not
# นายก, นายแพทย์ and นายอำเภอ are posts.
KEPT_NAMES = re.compile(
    r"(?:นาย(?!ก(?:เทศ|อบ|อง|รัฐ|สมา|สภา)|แพทย|อำเภอ|ทะเบียน)|นางสาว|นาง|น\.ส\.|ดร\.)"
    " ?[ก-๎]+(?: [ก-๎]+)?"
)


@dataclass(frozen=True)
class Mended:
    """Characters start to end of a text, and what they are meant to say."""

    start: int
    end: int
    text: str


def mended_places(text: str, *, are_tones_lost: bool = False) -> list[Mended]:
    """Where words of the text are misread, and the words; nothing for text without Thai.

    Names of persons after นาย, นาง, นางสาว stay as they are. Digits are never touched.
    are_tones_lost: of a page that has none over a bare letter; then lost ones cost little.
    """
    kept = [found.span() for found in KEPT_NAMES.finditer(text)]
    places: list[Mended] = []
    for run in _THAI_RUN.finditer(text):
        for place in _mended_run(run[0], are_tones_lost):
            start, end = run.start() + place.start, run.start() + place.end
            is_abbreviated = "." in text[max(0, start - 1) : start] + text[end : end + 1]
            is_kept = any(low < end and start < high for low, high in kept)
            if not is_kept and not (is_abbreviated and len(place.text) < _LEAST_FOR_LOOK_ALIKE):
                places.append(Mended(start, end, place.text))
    return places


def mended(text: str, *, are_tones_lost: bool = False) -> str:
    """The text with misread words put right; see mended_places."""
    out, at = [], 0
    for place in mended_places(text, are_tones_lost=are_tones_lost):
        out += [text[at : place.start], place.text]
        at = place.end
    return "".join([*out, text[at:]])


def known_share(text: str) -> float:
    """The share of the text's Thai letters that stand in words of two letters and more.

    Of print read well it is over 0.9, of scribbles read as letters under a half; 1 for a text
    without Thai.
    """
    known = whole = 0
    for run in _THAI_RUN.finditer(text):
        letters, back, _ = _best_words(run[0])
        whole += len(letters)
        end = len(letters)
        while end > 0:
            start, word = back[end]
            known += end - start if word is not None and end - start >= _LEAST_KNOWN else 0
            end = start
    return known / whole if whole else 1.0


@dataclass(frozen=True)
class _Syllable:
    """A letter, the marks on it and where it stands; blank: one stands before it."""

    letter: str
    marks: str
    start: int
    end: int
    blank: bool


def reading_cost(text: str) -> float:
    """How unlike words of the list the Thai of a text is; of two readings the less is likelier."""
    return sum(_best_words(run[0])[2] for run in _THAI_RUN.finditer(text))


def _best_words(
    run: str, are_tones_lost: bool = False
) -> tuple[list[_Syllable], list[tuple[int, str | None]], float]:
    """The letters, for the end of each word where it starts and which it is, and the cost."""
    letters = _letters(run)
    best: list[float] = [0.0, *[math.inf] * len(letters)]
    back: list[tuple[int, str | None]] = [(0, None)] * (len(letters) + 1)
    words = _lexicon()
    shapes = [letter.letter.translate(_ALIKE) for letter in letters]
    for start in range(len(letters)):
        if best[start] + _UNKNOWN < best[start + 1]:
            best[start + 1], back[start + 1] = best[start] + _UNKNOWN, (start, None)
        shape = ""
        for end in range(start + 1, min(len(letters), start + _LONGEST) + 1):
            shape += shapes[end - 1]
            for word, cost in words.get(shape, ()):
                total = best[start] + cost + _cost(letters[start:end], word, are_tones_lost)
                if total < best[end]:
                    best[end], back[end] = total, (start, word)
    return letters, back, best[-1]


def _mended_run(run: str, are_tones_lost: bool) -> list[Mended]:
    letters, back, _ = _best_words(run, are_tones_lost)
    places: list[Mended] = []
    end = len(letters)
    while end > 0:
        start, meant = back[end]
        first, last = letters[start].start, letters[end - 1].end
        if meant is not None and last - first >= _LEAST_READ and run[first:last] != meant:
            places.append(Mended(first, last, meant))
        end = start
    return places[::-1]


@lru_cache(maxsize=4096)
def _split(word: str) -> tuple[tuple[str, str], ...]:
    """A word as letters with their marks."""
    return tuple((letter.letter, letter.marks) for letter in _letters(word))


def _letters(text: str) -> list[_Syllable]:
    letters: list[_Syllable] = []
    is_blank = False
    for at, character in enumerate(text):
        if character == " ":
            is_blank = True
        elif letters and not is_blank and not _BASE.match(character):
            last = letters[-1]
            letters[-1] = _Syllable(
                last.letter, last.marks + character, last.start, at + 1, last.blank
            )
        else:
            letters.append(_Syllable(character, "", at, at + 1, is_blank))
            is_blank = False
    return letters


def _cost(read: list[_Syllable], word: str, are_tones_lost: bool) -> float:
    cost = 0.0
    look_alike = _LOOK_ALIKE if len(read) >= _LEAST_FOR_LOOK_ALIKE else math.inf
    for place, (letter, (meant, marks)) in enumerate(zip(read, _split(word), strict=True)):
        if place and letter.blank:
            cost += _BLANK_INSIDE
        if letter.letter == "า" and meant == "ำ":
            cost += _LOST_CIRCLE
        elif letter.letter != meant:
            cost += look_alike
        if letter.marks != marks:
            cost += _cost_of_marks(letter.marks, marks, are_tones_lost)
    return cost


@lru_cache(maxsize=4096)
def _cost_of_marks(read: str, meant: str, are_tones_lost: bool) -> float:
    if are_tones_lost and not _ABOVE.search(read) and _HIGH.sub("", meant) == read:
        return _LOST_LIKE_ALL
    lost = [mark for mark in meant if mark not in read]
    added = [mark for mark in read if mark not in meant]
    changed = min(len(lost), len(added))
    cost: float = changed * _CHANGED + sum(_LOST.get(mark, _LOST_OTHER) for mark in lost[changed:])
    return cost + _ADDED * (len(added) - changed)


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, tuple[tuple[str, float], ...]]:
    """Words by their letters without marks, look-alikes as one; each with its cost."""
    # 0.5 s and 40 MB, only where scans are read.
    from pythainlp.corpus import thai_words, tnc  # noqa: PLC0415

    dictionary = thai_words()
    counts: dict[str, float] = dict.fromkeys(dictionary, 0.5)
    for word, times in tnc.unigram_word_freqs().items():
        if re.fullmatch("[\u0e01-\u0e4e]+", word):
            counts[word] = float(times) if word in dictionary else times * _RARE
    for word in (*_OFFICIAL.split(), *_ABBREVIATIONS.split()):
        counts[word] = max(counts.get(word, 0.0), _OFFICIAL_COUNT)
    counts.update(dict.fromkeys(_UNOFFICIAL, 0.5))
    total = math.log(sum(counts.values()))
    shapes: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for word, count in counts.items():
        if count >= 0.5 and _BASE.match(word):
            shape = _MARK.sub("", word).translate(_ALIKE)
            if len(shape) <= _LONGEST:
                shapes[shape].append((word, total - math.log(count)))
    return {shape: tuple(words) for shape, words in shapes.items()}
