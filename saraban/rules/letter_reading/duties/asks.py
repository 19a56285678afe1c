"""What a letter asks for: its closing sentence, and the duties in its text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from saraban.rules.letter_reading.duties import (
    ask_words as said,
    charge_words as charges,
    closing_words as closes,
)
from saraban.rules.letter_reading.duties.ask_found import AskFound
from saraban.rules.letter_reading.duties.asked_points import (
    LET,
    heads_to_act_on,
    place_in_print,
    points_asked,
)
from saraban.rules.letter_reading.duties.asks_together import taken_together
from saraban.rules.letter_reading.duties.closing_asks import (
    asked_beside_closing,
    asked_in_closing,
    asked_last,
    closing_at,
)
from saraban.rules.letter_reading.duties.english_asks import asked_in_english
from saraban.rules.letter_reading.duties.made_ready import made_ready
from saraban.rules.letter_reading.lines.told_by_others import without_told
from saraban.rules.letter_reading.lines.toneless import place_with_tones, toneless


def asks_of(paragraphs: Sequence[str], subject: str, kind: str) -> list[AskFound]:
    """What the letter asks, the closing sentence first, each ask once."""
    first: dict[str, AskFound] = {}
    for one in asked_in(paragraphs, subject, kind):
        first.setdefault(one.ask, one)
    return list(first.values())


def asked_in(
    paragraphs: Sequence[str], subject: str, kind: str, notes: Sequence[str] = ()
) -> list[AskFound]:
    """Every place where the letter asks, an ask once a paragraph; the closing sentence first.

    In a numbered list or a table each row is a duty of its own, although the ask is the same.
    notes are the remarks under the signature, counted as paragraphs behind the others.
    """
    if kind == "หนังสือภาษาต่างประเทศ" and (english := asked_in_english(paragraphs)):
        return [AskFound(*one, is_from_closing=False) for one in english]
    printed, paragraphs = paragraphs, [_plain(paragraph) for paragraph in paragraphs]
    found: list[AskFound] = []
    closing = closing_at(paragraphs)
    if closing is not None:
        found += asked_in_closing(paragraphs, printed, *closing)
    else:
        found += asked_last(paragraphs, printed, kind)
    found += _in_ticks(paragraphs) or _in_list_without_ticks(paragraphs)
    stated = _points_behind(said.REPORTS, paragraphs) | _points_behind(said.FOR_OTHERS, paragraphs)
    stated |= _names_behind_topics(paragraphs)
    if kind == "หนังสือภายใน":  # whose writer proposes points to its head, who may order them or not
        stated |= _points_behind(said.PROPOSES, paragraphs)
    asked = points_asked(printed)
    own_words = list(paragraphs)
    for number, paragraph in enumerate(paragraphs):
        is_closing = closing is not None and number == closing[0]
        start = closing[1] if closing and is_closing else len(paragraph)
        if number not in stated:
            # In minutes nothing below takes back what was resolved.
            later = () if kind == "สรุปมติที่ประชุม" else printed[number + 1 :]
            told = without_told(printed[number], "\n".join(later))
            own_words[number] = told
            found += _in_point(told[:start], number, kind, asked.get(number))
        if is_closing:
            found += asked_beside_closing(paragraph, number, start)
    for number, note in enumerate(notes, start=len(printed)):
        text = _plain(note)
        found += [
            one
            for one in _in_body(text, number, kind)
            if not said.ONLY_SOME.search(text[: one.start])
        ]
    if not any(one.ask in said.DONE for one in found):
        is_warning = closing is None and kind == "โทรสารในราชการ"
        found += _left_to_do(own_words, printed, found, is_warning)
    printed, paragraphs = [*printed, *notes], [*paragraphs, *map(toneless, notes)]
    if closing is not None or paragraphs:
        found += _in_subject(subject, found)
    kept = taken_together(found, paragraphs)
    return [_with_tones(one, printed) for one in kept]


def _plain(paragraph: str) -> str:
    """Without tones, and ปฏิบัติ with the letter that is often typed for its second."""
    return toneless(paragraph).replace("ปฎิบัติ", "ปฏิบัติ")


def without_unticked(paragraphs: Sequence[str]) -> list[int]:
    """The paragraphs that count: of a tick list only the ticked, when one is ticked."""
    has_tick = any(said.TICKED.match(toneless(one)) for one in paragraphs)
    return [
        place
        for place, one in enumerate(paragraphs)
        if not (has_tick and said.UNTICKED.match(toneless(one)))
    ]


def _with_tones(one: AskFound, printed: Sequence[str]) -> AskFound:
    """The ask with its places counted in the printed paragraph."""
    if one.paragraph < 0:
        return one
    text = printed[one.paragraph]
    start, end = place_with_tones(text, one.start), place_with_tones(text, one.end)
    return replace(one, start=start, end=end)


def _in_ticks(paragraphs: Sequence[str]) -> list[AskFound]:
    """A tick list in place of a closing sentence: only what is ticked."""
    found = []
    for number, paragraph in enumerate(paragraphs):
        ticked = said.TICKED.match(paragraph)
        if not ticked or said.IF.match(paragraph[ticked.end() :]):
            continue
        for ask, shape in closes.WORDS:
            word = shape.search(paragraph)
            if not word and (in_text := said.IN_TICKED.get(ask)):
                word = in_text.search(paragraph)
            if word:
                found.append(AskFound(ask, number, word.start(), word.end(), True))
    return found


def _in_list_without_ticks(paragraphs: Sequence[str]) -> list[AskFound]:
    """Lines under a lone เพื่อโปรด whose ticks a scan lost; each opens with what is asked."""
    for head, paragraph in enumerate(paragraphs):
        if not said.LIST_HEAD.fullmatch(paragraph):
            continue
        found = []
        for number, row in enumerate(paragraphs[head + 1 : head + 5], start=head + 1):
            if not any(shape.match(row) for _, shape in closes.WORDS):
                break
            clause = said.IF.split(row)[0]
            for ask, shape in closes.WORDS:
                if word := shape.search(clause):
                    found.append(AskFound(ask, number, word.start(), word.end(), False))
        return sorted(found, key=lambda one: (one.paragraph, one.start))
    return []


def _points_behind(shape: re.Pattern[str], paragraphs: Sequence[str]) -> set[int]:
    """The points of the lists that follow such a sentence."""
    found: set[int] = set()
    is_open = False
    for number, paragraph in enumerate(paragraphs):
        if is_open and said.POINT.match(paragraph):
            found.add(number)
        else:
            is_open = shape.search(paragraph) is not None
    return found


def _names_behind_topics(paragraphs: Sequence[str]) -> set[int]:
    """The points that name what is to be explained or handed in, and ask nothing by themselves."""
    points = _points_behind(said.TOPICS, paragraphs)
    return {number for number in points if not said.MORE_THAN_NAME.search(paragraphs[number])}


def _in_point(told: str, number: int, kind: str, asked_from: int | None) -> list[AskFound]:
    """As _in_body; a point that the head of its list asks is read with the head's ให้."""
    if asked_from is None:
        return _in_body(told, number, kind)
    let, at = toneless(LET), asked_from
    return [
        replace(
            one,
            start=place_in_print(one.start, at, let),
            end=place_in_print(one.end, at, let),
        )
        for one in _in_body(f"{told[:at]}{let}{told[at:]}", number, kind)
    ]


def _in_body(told: str, number: int, kind: str) -> list[AskFound]:
    found: list[AskFound] = []
    is_item = said.POINT.match(told) is not None
    is_table = kind == "สรุปมติที่ประชุม"
    for ask, shape in (("รายงาน", said.REPORT), ("ส่งข้อมูล", said.SEND), ("ตอบรับ", said.REPLY)):
        for hit in shape.finditer(told):
            before = told[: hit.start()]
            first = said.VERB.search(hit[0])
            lead = before + (hit[0][: first.start()] if first else "")
            if said.NARRATED.search(lead.strip()) and not said.SCANNED.search(lead):
                continue
            if said.THEIRS.search(before):
                continue
            if said.SENT_WITH.search(until := before + hit[0]) or said.NIL_CONFIRMED.search(until):
                continue
            if not (
                is_item
                or is_table
                or ask == "ตอบรับ"
                or said.DUTY.search(before[-220:] + hit[0][:6])
                or said.DUTY.search(lead[len(before) :])
                or (kind == "คำสั่ง" and said.DUTY_BY_ORDER.search(before[-220:]))
            ):
                continue
            is_sent = ask != "รายงาน" and said.SENT_ON.search(hit[0])
            if is_sent and _is_about_report(told):
                continue
            found.append(AskFound(ask, number, hit.start(), hit.end(), False))
            break
    for ask, shape in (*said.IN_BODY, *charges.IN_KIND.get(kind, ())):
        if word := shape.search(told):
            found.append(AskFound(ask, number, word.start(), word.end(), False))
    return found


def _left_to_do(
    own_words: Sequence[str], printed: Sequence[str], found: Sequence[AskFound], is_warning: bool
) -> list[AskFound]:
    """What the head of a list has done, or a warning, where nothing else says that it is to be."""
    asking = {one.paragraph for one in found}
    places = [*heads_to_act_on(own_words, asking)]
    if is_warning:
        places += made_ready(own_words, printed)
    return [AskFound("ดำเนินการ", *place, is_from_closing=False) for place in places]


def _is_about_report(told: str) -> bool:
    return any(not said.NIL.search(told[: one.start()]) for one in said.REPORTING.finditer(told))


def _in_subject(subject: str, found: list[AskFound]) -> list[AskFound]:
    """A request in the subject says what the closing's พิจารณา is about."""
    asked = {one.ask for one in found}
    if asked & said.GRANTED:  # the closing says itself what it wants granted
        asked |= said.GRANTED
    return [
        AskFound(ask, -1, 0, len(subject), False)
        for ask, shape in said.SUBJECTS
        if ask not in asked and shape.search(toneless(subject))
    ]
