"""Who signed for the sender, in which post and for whom; never the receiver's endorsements."""

import re

from saraban.rules.letter_reading.draft import Found, Signatory
from saraban.rules.letter_reading.foot.posts import posts_of
from saraban.rules.letter_reading.foot.title_lines import title_behind_name, title_lines
from saraban.rules.letter_reading.lines.anatomy import Anatomy
from saraban.rules.letter_reading.lines.line_kinds import ISSUED_ON
from saraban.rules.letter_reading.lines.office_words import (
    BLANK_NAME,
    NAME_ALONE,
    RANK_LINE,
    SIGNED_NAME,
    is_post,
    is_titled,
)
from saraban.rules.letter_reading.lines.page_lines import Span

_SUMMED_UP = re.compile(
    r"ผู้(?:สรุป|จด|บันทึก)[ก-๎]{0,30} ?[:：] ?(?P<name>[ก-๎.]{3,25} [ก-๎]{2,25})"
    r"(?:[ ,]+(?P<post>.{3,80}))?$"
)
_SIGNED_MARK = re.compile(r"^\(?(?:ลงนาม|ลงชื่อ)\)? ?")
_NICKNAME = re.compile(r" ?\([^()]{1,15}\)$")
_TWO_WORDS = re.compile(r"^[ก-๎.]{2,20} [ก-๎]{2,20}(?: ณ [ก-๎]{2,20})?$")


def signatory_of(anatomy: Anatomy) -> Found[Signatory] | None:
    """The printed name with the post under it.

    With somebody acting, position is the first title line and acting_for starts at the words
    for acting; other titles of theirs are left out. Without, position is all title lines, but of
    a post told by its grade that line alone.
    """
    if anatomy.name_at is None:
        has_end = anatomy.closed_at is not None or _is_issued(anatomy) or _is_named(anatomy)
        return _without_brackets(anatomy) if has_end else _who_summed_up(anatomy)
    lines = anatomy.lines
    place = anatomy.foot.index(anatomy.name_at)
    name, spans = _name(anatomy, place)
    titles: list[tuple[int, str]] = []
    first = title_behind_name(lines[anatomy.name_at].text)
    if first:
        titles.append((anatomy.name_at, first))
    titles += title_lines(anatomy, place + 1, first)
    position, acting_for = posts_of([text for _, text in titles])
    if name is None and position is None:
        return None
    spans += [Span(index, 0, len(lines[index].text)) for index, _ in titles]
    return Found(Signatory(name, position, acting_for), tuple(spans), 0.95)


def _name(anatomy: Anatomy, place: int) -> tuple[str | None, list[Span]]:
    lines = anatomy.lines
    index = anatomy.foot[place]
    text = lines[index].text
    spans = [Span(index, 0, len(text))]
    found = SIGNED_NAME.match(text)
    if BLANK_NAME.match(text) or not found:
        return None, spans
    name = re.sub(r"\s+", " ", found["name"]).strip(" .")
    rank = re.sub(r"^[ .…_]+|[ …_]+$|\.{2,}$", "", found["rank"])
    if not rank and place > 0:
        above = anatomy.foot[place - 1]
        if printed := RANK_LINE.match(lines[above].text):
            rank = printed[1].replace(name, "").strip()
            spans.insert(0, Span(above, 0, len(lines[above].text)))
    if rank and not is_titled(rank):
        rank = ""
    return (f"{rank} {name}".strip() if rank else name), spans


def _is_issued(anatomy: Anatomy) -> bool:
    """Whether the foot begins with the day that an order or a notice was given on."""
    return bool(anatomy.foot) and bool(ISSUED_ON.match(anatomy.lines[anatomy.foot[0]].text))


def _is_named(anatomy: Anatomy) -> bool:
    """Whether the foot begins with a name, as that of a mail or a radio form does."""
    return bool(anatomy.foot) and bool(NAME_ALONE.fullmatch(anatomy.lines[anatomy.foot[0]].text))


def _without_brackets(anatomy: Anatomy) -> Found[Signatory] | None:
    """A name without brackets right under the closing words or the day of an order."""
    lines = anatomy.lines
    start = 1 if _is_issued(anatomy) else 0
    for place, index in enumerate(anatomy.foot[start : start + 3], start=start):
        text = _SIGNED_MARK.sub("", lines[index].text)
        rank = RANK_LINE.match(text)
        below = anatomy.foot[place + 1] if rank and place + 1 < len(anatomy.foot) else None
        if rank and below is not None and _TWO_WORDS.match(lines[below].text):
            return _signed(anatomy, f"{rank[1].strip()} {lines[below].text}", place, place + 2)
        below = anatomy.foot[place + 1] if place + 1 < len(anatomy.foot) else None
        is_over_post = below is not None and is_post(lines[below].text)
        is_first = place == start and anatomy.closed_at is not None
        if is_over_post and (start or is_first) and _TWO_WORDS.match(text) and not is_post(text):
            return _signed(anatomy, text, place, place + 1)
        if is_titled(text) and " " in text and len(text) < 60 and not is_post(text):
            return _signed(anatomy, text, place, place + 1)
        if is_post(text):
            return _signed(anatomy, None, place, place)
    return None


def _who_summed_up(anatomy: Anatomy) -> Found[Signatory] | None:
    """Who wrote minutes down, told on one line with the post: ผู้สรุป : นางดี ใจงาม  นักวิชาการ."""
    for index in anatomy.own[-6:]:
        text = anatomy.lines[index].text
        found = _SUMMED_UP.match(text)
        if found and is_titled(found["name"]) and (not found["post"] or is_post(found["post"])):
            signatory = Signatory(found["name"], found["post"] or None, None)
            return Found(signatory, (Span(index, found.start("name"), len(text)),), 0.8)
    return None


def _signed(anatomy: Anatomy, name: str | None, place: int, titles_at: int) -> Found[Signatory]:
    """The signatory whose name stands at `place` of the foot and whose titles from titles_at."""
    lines = anatomy.lines
    titles = title_lines(anatomy, titles_at)
    position, acting_for = posts_of([title for _, title in titles])
    name = _NICKNAME.sub("", name) if name else None
    read = [*anatomy.foot[place:titles_at], *(index for index, _ in titles)]
    spans = tuple(Span(index, 0, len(lines[index].text)) for index in read)
    return Found(Signatory(name, position, acting_for), spans, 0.8 if name else 0.7)
