"""What a letter asks for: its closing sentence, and the duties in its text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from saraban.rules.letter_reading.duties import ask_words as said
from saraban.rules.letter_reading.duties.ask_found import AskFound
from saraban.rules.letter_reading.duties.asks_together import taken_together
from saraban.rules.letter_reading.duties.english_asks import asked_in_english
from saraban.rules.letter_reading.duties.onward import onward_in
from saraban.rules.letter_reading.lines.narration import narrated_until
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
    printed, paragraphs = paragraphs, [toneless(paragraph) for paragraph in paragraphs]
    found: list[AskFound] = []
    closing = _closing_at(paragraphs)
    if closing is not None:
        found += _in_closing(paragraphs[closing[0]], printed[closing[0]], *closing)
        found += _in_list_of_closing(paragraphs, closing[0])
    else:
        found += _in_last_request(paragraphs, printed, kind)
    found += _in_ticks(paragraphs) or _in_list_without_ticks(paragraphs)
    stated = _points_behind(said.REPORTS, paragraphs)
    if kind == "หนังสือภายใน":  # whose writer proposes points to its head, who may order them or not
        stated |= _points_behind(said.PROPOSES, paragraphs)
    for number, paragraph in enumerate(paragraphs):
        is_closing = closing is not None and number == closing[0]
        start = closing[1] if closing and is_closing else len(paragraph)
        if number not in stated:
            # In minutes nothing below takes back what was resolved.
            later = () if kind == "สรุปมติที่ประชุม" else printed[number + 1 :]
            told = without_told(printed[number], "\n".join(later))
            found += _in_body(told[:start], number, kind)
        if is_closing:
            found += _duties_beside_closing(paragraph, number, start)
    for number, note in enumerate(notes, start=len(printed)):
        text = toneless(note)
        found += [
            one
            for one in _in_body(text, number, kind)
            if not said.ONLY_SOME.search(text[: one.start])
        ]
    printed, paragraphs = [*printed, *notes], [*paragraphs, *map(toneless, notes)]
    if closing is not None or paragraphs:
        found += _in_subject(subject, found)
    kept = taken_together(found, paragraphs)
    return [_with_tones(one, printed) for one in kept]


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


def _closing_at(paragraphs: Sequence[str]) -> tuple[int, int] | None:
    """The paragraph and place where จึงเรียนมาเพื่อ… starts; the last one counts."""
    for number in range(len(paragraphs) - 1, -1, -1):
        starts = list(said.STARTS.finditer(paragraphs[number]))
        if starts:
            return number, starts[-1].start()
    for number, paragraph in enumerate(paragraphs):
        if sent := said.SENT_TO.search(paragraph, narrated_until(paragraph)):
            return number, sent.start()
    if paragraphs and said.FOR_ALONE.match(paragraphs[-1]):
        return len(paragraphs) - 1, 0
    return None


def _in_last_request(
    paragraphs: Sequence[str], printed: Sequence[str], kind: str
) -> list[AskFound]:
    """What a letter asks that ends without a closing sentence, as sealed ones often do."""
    if kind in ("คำสั่ง", "ประกาศ", "สรุปมติที่ประชุม"):
        return []
    for number in range(len(paragraphs) - 1, -1, -1):
        told_until = len(toneless(printed[number][: narrated_until(printed[number])]))
        requests = [
            one for one in said.REQUEST.finditer(paragraphs[number]) if one.start() >= told_until
        ]
        if requests:
            start = requests[0].start()
            found = _in_closing(paragraphs[number], printed[number], number, start, told_from=0)
            is_told = requests[0]["told"] is not None
            return [
                replace(one, is_from_closing=False) for one in found if is_told or one.ask != "ทราบ"
            ]
    return []


def _in_closing(
    paragraph: str, printed: str, number: int, start: int, told_from: int = 9
) -> list[AskFound]:
    """The verbs after เพื่อ up to the end of the sentence, without what others are told.

    A clause for others that opens before told_from is the sentence itself.
    """
    closing = paragraph[start:]
    limit = len(closing)
    with_tones = printed[place_with_tones(printed, start) :]
    for clause in onward_in(with_tones):
        if clause.start >= told_from:
            limit = min(limit, len(toneless(with_tones[: clause.start])))
    head = closing[:limit]
    sentence = said.SENTENCE_END.search(head)
    if sentence:
        head = head[: sentence.start()]
    asks = []
    for ask, shape in said.WORDS:
        words = (one for one in shape.finditer(head) if _is_asked(ask, head[: one.start()]))
        if word := next(words, None):
            asks.append(AskFound(ask, number, start + word.start(), start + word.end(), True))
    told = closing[limit:]
    if said.ORDERED.match(told):
        asks.append(AskFound("สั่งการ", number, start + limit, len(paragraph), True))
    # A letter that closes with nothing but whom to tell asks to tell them.
    if said.CIRCULATE.match(told) or (not asks and told_from and said.TOLD_ON.match(told)):
        asks.append(AskFound("แจ้งเวียน", number, start + limit, len(paragraph), True))
    return sorted(asks, key=lambda one: one.start)


def _is_asked(ask: str, before: str) -> bool:
    """Whether the word of an ask asks, by what the closing sentence says before it."""
    if ask == "ทราบ":
        return not said.OTHERS_KNOW.search(before)
    if ask in ("ดำเนินการ", "เข้าร่วม") and said.GRANTED_TO.search(before):
        return False
    if ask in ("ดำเนินการ", "เข้าร่วม", "อนุมัติ") and said.NOT_ASKED.search(before):
        return False
    if ask == "รายงาน" and said.OWN_REPORT.search(before):
        return False
    return not said.NAMED.search(before)


def _in_list_of_closing(paragraphs: Sequence[str], closing: int) -> list[AskFound]:
    """The points under a closing sentence, each of which opens with what is asked."""
    found = []
    for number, point in enumerate(paragraphs[closing + 1 :], start=closing + 1):
        opens = said.POINT.match(point)
        if not opens:
            break
        for ask, shape in said.WORDS:
            if word := shape.match(point, opens.end() + (point[opens.end() :].startswith(" "))):
                found.append(AskFound(ask, number, word.start(), word.end(), True))
    return found


def _duties_beside_closing(paragraph: str, number: int, start: int) -> list[AskFound]:
    rest = paragraph[start:]
    found = []
    for ask, shape in said.BESIDE:
        if word := shape.search(rest):
            found.append(AskFound(ask, number, start + word.start(), start + word.end(), False))
    return found


def _in_ticks(paragraphs: Sequence[str]) -> list[AskFound]:
    """A tick list in place of a closing sentence: only what is ticked."""
    found = []
    for number, paragraph in enumerate(paragraphs):
        ticked = said.TICKED.match(paragraph)
        if not ticked or said.IF.match(paragraph[ticked.end() :]):
            continue
        for ask, shape in said.WORDS:
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
            if not any(shape.match(row) for _, shape in said.WORDS):
                break
            clause = said.IF.split(row)[0]
            for ask, shape in said.WORDS:
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
    for ask, shape in (*said.IN_BODY, *said.IN_KIND.get(kind, ())):
        if word := shape.search(told):
            found.append(AskFound(ask, number, word.start(), word.end(), False))
    return found


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
