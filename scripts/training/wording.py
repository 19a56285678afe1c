"""What official letters write with digits in it, drawn by chance: numbers, dates, stamps, lines.

Every digit is drawn evenly, also in years, so that the reader learns shapes and not habits.
"""

import random
from functools import lru_cache

from scripts.training.alphabet import (
    ARABIC_DIGITS,
    CONSONANTS,
    DIGITS,
    LATIN,
    SEPARATORS,
    THAI_DIGITS,
    VOWELS,
    clusters_of,
)

# fmt: off
MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)
SHORT_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
    "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)
UNITS = (
    "บาท", "คน", "แห่ง", "ฉบับ", "แผ่น", "ชุด", "วัน", "เดือน", "ปี", "ร้อยละ", "ราย",
    "ครั้ง", "ไร่", "หน้า", "หมู่", "ตำบล", "ข้อ", "มาตรา", "วรรค", "ชั้น",
)
# fmt: on


def line(chance: random.Random) -> str:
    """One line of text, of 1 to about 45 signs, all of them in the alphabet."""
    kinds = (
        (_letter_number, 5), (_date, 5), (_telephone, 2), (_stamp, 2), (_figures, 4), (_jumble, 4),
        (_running_text, 4), (_counted, 2), (_money, 1), (_one_sign, 5), (_latin, 1), (_paging, 1),
    )  # fmt: skip
    kind = chance.choices([k for k, _ in kinds], [weight for _, weight in kinds])[0]
    text = kind(chance)
    if chance.random() < 0.12:
        text = "".join(
            _other_script(letter) if chance.random() < 0.4 else letter for letter in text
        )
    return text


def number_line(chance: random.Random) -> str:
    """A line that is there for its number: of a letter, a day, a telephone, a stamp, a sum."""
    kinds = (_letter_number, _date, _telephone, _stamp, _figures, _money)
    return chance.choices(kinds, (5, 5, 2, 3, 2, 1))[0](chance)


def with_more(text: str, wanted: str, chance: random.Random) -> str:
    """The text with half of its Thai digits changed to one of the wanted ones."""
    return "".join(
        chance.choice(wanted) if letter in THAI_DIGITS and chance.random() < 0.5 else letter
        for letter in text
    )


def thai_digit(chance: random.Random) -> str:
    return chance.choice(THAI_DIGITS)


def _other_script(letter: str) -> str:
    """๓ for 3 and 3 for ๓: people mix both in one date."""
    if letter in DIGITS:
        return DIGITS[(DIGITS.index(letter) + 10) % 20]
    return letter


def _digits(chance: random.Random) -> str:
    return THAI_DIGITS if chance.random() < 0.62 else ARABIC_DIGITS


def _number(chance: random.Random, digits: str, fewest: int, most: int) -> str:
    return "".join(chance.choice(digits) for _ in range(chance.randint(fewest, most)))


def _letters(chance: random.Random, fewest: int = 1, most: int = 3) -> str:
    return "".join(chance.choice(CONSONANTS) for _ in range(chance.randint(fewest, most)))


def _letter_number(chance: random.Random) -> str:
    digits = _digits(chance)
    code = _letters(chance, 1, 3)
    if chance.random() < 0.15:
        code += f" ({_letters(chance, 2, 4)})"
    office = _number(chance, digits, 3, 5)
    while chance.random() < 0.5 and len(office) < 10:
        office += "." + _number(chance, digits, 1, 2)
    serial = _number(chance, digits, 1, 5)
    circular = chance.random()
    if circular < 0.45:
        serial = f"ว{chance.choice(['', ' ', ' '])}{serial}"
    if circular < 0.06:
        serial += f"/{_number(chance, digits, 4, 4)}"
    slash = chance.choice(["/", "/", "/", " / "])
    lead = chance.choice(["ที่ ", "ที่ ", "ที่", "", "", "หนังสือที่ ", "ด่วนที่สุด ที่ "])
    blank = chance.choice([" ", " ", ""])
    return f"{lead}{code}{blank}{office}{slash}{serial}"


def _date(chance: random.Random) -> str:
    digits = _digits(chance)
    year = chance.choice(
        (digits[2] + digits[5] + _number(chance, digits, 2, 2), _number(chance, digits, 4, 4),
         _number(chance, digits, 2, 2)),
    )  # fmt: skip
    day = _number(chance, digits, 1, 2)
    shape = chance.random()
    if shape < 0.5:
        text = f"{day} {chance.choice(MONTHS)} {year}"
    elif shape < 0.75:
        text = f"{day} {chance.choice(SHORT_MONTHS)} {year}"
    else:
        mark = chance.choice("/-./")
        text = f"{day}{mark}{_number(chance, digits, 1, 2)}{mark}{year}"
    if chance.random() < 0.15:
        text = " ".join(day) + text[len(day) :]  # a date stamp's wheels stand apart
    return chance.choice(["", "", "วันที่ ", "ลงวันที่ ", "ณ วันที่ ", "เมื่อวันที่ "]) + text


def _telephone(chance: random.Random) -> str:
    digits = _digits(chance)
    mark = chance.choice(" - ")
    first = digits[0] + (mark if chance.random() < 0.6 else "")
    text = first + _number(chance, digits, 4, 4) + mark + _number(chance, digits, 4, 4)
    if chance.random() < 0.3:
        text += f" ต่อ {_number(chance, digits, 1, 4)}"
    if chance.random() < 0.2:
        text += f"-{_number(chance, digits, 1, 2)}"
    return chance.choice(["โทร. ", "โทร ", "โทรศัพท์ ", "โทรสาร ", "โทร./โทรสาร ", ""]) + text


def _stamp(chance: random.Random) -> str:
    digits = _digits(chance)
    number = _number(chance, digits, 1, 6)
    hour = f"{_number(chance, digits, 1, 2)}{chance.choice('.:')}{_number(chance, digits, 2, 2)}"
    dots = "." * chance.choice([0, 0, 0, 3, 8])
    return chance.choice(
        (f"เลขรับ {dots}{number}", f"เลขที่รับ {number}", f"รับที่ {dots}{number}{dots}",
         f"เวลา {dots}{hour}{dots} น.", f"เวลา {hour} น.", f"วันที่ {dots}{_date(chance)}", hour,
         f"ลำดับที่ {number}/{_number(chance, digits, 2, 4)}"),
    )  # fmt: skip


def _figures(chance: random.Random) -> str:
    """Digits alone, in one script."""
    return _number(chance, _digits(chance), 1, 12)


def _one_sign(chance: random.Random) -> str:
    return chance.choice(_digits(chance))


def _jumble(chance: random.Random) -> str:
    """Signs without sense: nothing but its shape tells what each is."""
    pools = chance.choices(
        (THAI_DIGITS, ARABIC_DIGITS, DIGITS + SEPARATORS, CONSONANTS + THAI_DIGITS, "./-(),:",
         CONSONANTS + VOWELS, LATIN),
        (5, 3, 3, 4, 3, 2, 1), k=2,
    )  # fmt: skip
    text = "".join(chance.choice(chance.choice(pools)) for _ in range(chance.randint(3, 18)))
    while chance.random() < 0.4:
        at = chance.randrange(len(text) + 1)
        text = f"{text[:at]} {text[at:]}"
    return text


def _running_text(chance: random.Random) -> str:
    """Words run together as Thai is written, a number here and there."""
    parts = []
    for _ in range(chance.randint(2, 7)):
        parts.append(chance.choice(_words()))
        if chance.random() < 0.3:
            parts.append(" ")
        if chance.random() < 0.3:
            number = _number(chance, _digits(chance), 1, 4)
            parts.append(
                chance.choice([f" {number} ", f"{number}", f" ({number}) ", f" {number}. "])
            )
    return "".join(parts).strip()


def _counted(chance: random.Random) -> str:
    number = _number(chance, _digits(chance), 1, 4)
    unit = chance.choice(UNITS)
    return chance.choice(
        (f"จำนวน {number} {unit}", f"{unit} {number}", f"{unit}ที่ {number}", f"{number} {unit}",
         f"{number}. {chance.choice(_words())}", f"{number}) {chance.choice(_words())}",
         f"({number}) {chance.choice(_words())}"),
    )  # fmt: skip


def _money(chance: random.Random) -> str:
    digits = _digits(chance)
    groups = [
        _number(chance, digits, 1, 3),
        *(_number(chance, digits, 3, 3) for _ in range(chance.randint(0, 2))),
    ]
    text = ",".join(groups)
    if chance.random() < 0.5:
        text += f".{_number(chance, digits, 2, 2)}"
    return chance.choice([text, f"{text} บาท", f"{text} บาท (", f"{text}.- บาท", f"{text} %"])


def _latin(chance: random.Random) -> str:
    words = ["".join(chance.choice(LATIN) for _ in range(chance.randint(2, 8))) for _ in range(2)]
    words = [word.lower() if chance.random() < 0.6 else word.upper() for word in words]
    number = _number(chance, ARABIC_DIGITS, 1, 4)
    return chance.choice(
        (
            f"{words[0]}{number}@{words[1]}.go.th",
            f"E-mail: {words[0]}_{number}@moi.go.th",
            f"{words[0]} {number}",
            f"www.{words[0]}.go.th/{words[1]}",
            f"{words[0]}-{number} {words[1]}",
        )
    )


def _paging(chance: random.Random) -> str:
    number = _number(chance, _digits(chance), 1, 3)
    word = chance.choice(_words())
    return chance.choice((f"- {number} -", f"-{number}-", f"/{number}. {word}...", f"/{word}..."))


@lru_cache(maxsize=1)
def _words() -> list[str]:
    """Common Thai words that the alphabet can write, sorted."""
    from pythainlp.corpus import thai_words  # noqa: PLC0415 - 87 ms, and 60,000 words

    words = []
    for word in sorted(thai_words()):
        try:
            clusters_of(word)
        except ValueError:
            continue
        if len(word) < 12 and " " not in word:
            words.append(word)
    return words
