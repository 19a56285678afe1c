"""Several letters in one file: where each begins, and which conveys which."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from saraban.rules.citations import LIKELY, CitedAs, closeness
from saraban.rules.letter_reading.draft import LetterDraft
from saraban.rules.letter_reading.lines.line_kinds import (
    MEMO,
    NOTICE,
    ORDER,
    SUMMARY,
    is_closing,
    is_furniture,
    is_name_line,
)
from saraban.rules.letter_reading.lines.number_line import heading_number
from saraban.rules.letter_reading.lines.page_lines import Line, Page
from saraban.thai.text import search_key

_TOP_LINES = 22
_FROM_A_PICTURE = ("ocr", "digits")
_MOSTLY = 0.85
_LONG_ENOUGH = 45  # so many letters in a row are no coincidence between letters of one file
_SALUTATION = re.compile(r"^(?:กราบเรียน|เรียน|ถึง|นมัสการ)\s?[ก-๎:0-9๐-๙]")
_SUBJECT = re.compile(r"^เรื่อง")
_PHONE = re.compile(r"^(?:โทร|Tel)[ก-๎a-z.]{0,6}[ .:/]*[0-9๐-๙(+]")
_PAGE_TWO = re.compile(r"^[-–( ]*(?:หน้า ?)?(?P<number>[0-9]{1,2})[-–) ]*$")
_CATCHWORD = re.compile(r"^/ ?[^/\s]")


def split_letters(pages: Sequence[Page]) -> list[list[Line]]:
    """The lines of each letter in the file, in the order of its pages."""
    letters: list[list[Line]] = []
    for page in pages:
        lines = list(page.lines)
        if not lines:
            continue
        starts = _starts_on(lines, letters[-1] if letters else None)
        edges = [*starts, len(lines)]
        if letters:
            letters[-1].extend(lines[: edges[0]])
        elif edges[0] > 0:
            edges[0] = 0
        for start, end in pairwise(edges):
            letters.append(lines[start:end])
        if not letters:
            letters.append(lines)
    return letters


def _starts_on(lines: list[Line], before: list[Line] | None) -> list[int]:
    """Where letters begin on this page; nothing when the page only goes on."""
    starts: list[int] = []
    last_end: int | None = None
    is_addressed = False
    is_going_on = before is not None and _goes_on(lines, before)
    if before is None or (not is_going_on and _is_heading(lines, 0, _TOP_LINES)):
        starts.append(0)
    for index, line in enumerate(lines):
        is_addressed = is_addressed or _SALUTATION.match(line.text) is not None
        if index and _is_of_an_end(line.text, is_addressed):
            last_end = index
        if last_end is not None and index > last_end and _opens_letter(lines, index):
            starts.append(_with_what_stands_over(lines, index, last_end))
            last_end, is_addressed = None, False
    return sorted(set(starts))


def _is_of_an_end(text: str, is_addressed: bool) -> bool:
    """A name, the closing words, or, of what has named whom it is for, the section's telephone."""
    is_phone = is_addressed and _PHONE.match(text) is not None
    return is_phone or is_closing(text) or is_name_line(text)


def _goes_on(lines: list[Line], before: list[Line]) -> bool:
    """A page number from two on at the top, or a catchword at the end of the page before."""
    for line in lines[:2]:
        number = _PAGE_TWO.match(line.arabic)
        if number and int(number["number"]) > 1:
            return True
    return bool(before) and bool(_CATCHWORD.match(before[-1].text)) and is_furniture(before[-1])


def _is_heading(lines: list[Line], start: int, most: int) -> bool:
    for index in range(start, min(start + most, len(lines))):
        text = lines[index].text
        if _opens_letter(lines, index) or (SUMMARY.match(text) and index < 6):
            return True
    return False


def _opens_letter(lines: list[Line], index: int) -> bool:
    text = lines[index].text
    below = [line.text for line in lines[index + 1 : index + 16]]
    if MEMO.match(text):
        return True
    if ORDER.match(text) or NOTICE.match(text):
        return len(text) < 110 and any(_SUBJECT.match(line) for line in below[:5])
    number = heading_number(text)
    if number is None or len(text) > 140:
        return False
    return any(_SALUTATION.match(line) for line in below)


def _with_what_stands_over(lines: list[Line], index: int, floor: int) -> int:
    """An urgency right over the number belongs to the letter below it."""
    while index - 1 > floor and re.fullmatch(
        r"ด่วน ?(?:ที่สุด|มาก)?|ลับ ?(?:มาก|ที่สุด)?|สำเนา.{0,12}", lines[index - 1].text
    ):
        index -= 1
    return index


def conveyed(letters: Sequence[LetterDraft]) -> list[list[int]]:
    """For each letter the indexes of those it conveys: by number and day, or by its subject.

    A number one slip away counts, as a citation and the letter it means often differ.
    """
    carried: list[list[int]] = [[] for _ in letters]
    for index, letter in enumerate(letters):
        for other, candidate in enumerate(letters):
            if other != index and (_cites(letter, candidate) or _sends_on(letter, candidate)):
                carried[index].append(other)
    has_carrier = {other for others in carried for other in others}
    for other, candidate in enumerate(letters):
        if other == 0 or other in has_carrier or candidate.number is not None:
            continue
        before = letters[other - 1]
        if _is_about_the_same(before.subject, candidate.subject):
            carried[other - 1].append(other)
    return carried


def _cites(letter: LetterDraft, candidate: LetterDraft) -> bool:
    if candidate.number is None:
        return False
    for citation in (*letter.cited, *letter.references):
        cited = CitedAs(citation.number, citation.dated_on, None, citation.issuer)
        if (
            closeness(
                cited,
                number_key=candidate.number.normalized,
                dated_on=candidate.dated_on,
                issuer_name=candidate.issuer,
            )
            >= LIKELY
        ):
            return True
    return False


def _sends_on(letter: LetterDraft, candidate: LetterDraft) -> bool:
    """The same matter from the very office whose letter is cited, when a figure is doubtful.

    Figures out of a picture may be misread on either side; the names then tell.
    """
    evidence = [*letter.evidence.values(), *candidate.evidence.values()]
    if not any(one.source in _FROM_A_PICTURE for one in evidence):
        return False
    if candidate.number is None or candidate.issuer is None:
        return False
    if not _is_about_the_same(letter.subject, candidate.subject):
        return False
    named = search_key(candidate.issuer).replace(" ", "")
    senders = [search_key(one.issuer or "").replace(" ", "") for one in letter.cited]
    return any(len(sender) > 5 and sender in named for sender in senders)


def _is_about_the_same(one: str | None, other: str | None) -> bool:
    """Whether one subject holds the other or a long part of it, but for letters misread."""
    first, second = sorted((_near(search_key(one or "")), _near(search_key(other or ""))), key=len)
    if len(first) <= 15:
        return False
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    if max(block.size for block in blocks) >= _LONG_ENOUGH:
        return True
    return sum(block.size for block in blocks if block.size >= 4) >= _MOSTLY * len(first)


def _near(key: str) -> str:
    return re.sub(r"[^ก-๎a-z0-9]", "", key)
