"""What a letter's closing sentence asks (จึงเรียนมาเพื่อโปรดทราบ), or the request in its place."""

from collections.abc import Sequence
from dataclasses import replace

from saraban.rules.letter_reading.duties import ask_words as said, closing_words as closes
from saraban.rules.letter_reading.duties.ask_found import AskFound
from saraban.rules.letter_reading.duties.onward_grammar import clauses_by_grammar
from saraban.rules.letter_reading.lines.narration import narrated_until
from saraban.rules.letter_reading.lines.toneless import place_with_tones, place_without_tones


def closing_at(paragraphs: Sequence[str]) -> tuple[int, int] | None:
    """The paragraph and place where จึงเรียนมาเพื่อ… starts; the last one counts."""
    for number in range(len(paragraphs) - 1, -1, -1):
        starts = list(closes.STARTS.finditer(paragraphs[number]))
        if starts:
            return number, starts[-1].start()
    for number, paragraph in enumerate(paragraphs):
        if sent := closes.SENT_TO.search(paragraph, narrated_until(paragraph)):
            return number, sent.start()
    if paragraphs and closes.FOR_ALONE.match(paragraphs[-1]):
        return len(paragraphs) - 1, 0
    return None


def asked_in_closing(
    paragraphs: Sequence[str], printed: Sequence[str], number: int, start: int
) -> list[AskFound]:
    """What the closing sentence that starts there asks, and the points listed below it."""
    asks = _in_sentence(paragraphs[number], printed[number], number, start)
    return asks + _in_points(paragraphs, number)


def asked_last(paragraphs: Sequence[str], printed: Sequence[str], kind: str) -> list[AskFound]:
    """What a letter asks that ends without a closing sentence, as sealed ones often do."""
    if kind in ("คำสั่ง", "ประกาศ", "สรุปมติที่ประชุม"):
        return []
    for number in range(len(paragraphs) - 1, -1, -1):
        told_until = place_without_tones(printed[number], narrated_until(printed[number]))
        requests = [
            one for one in closes.REQUEST.finditer(paragraphs[number]) if one.start() >= told_until
        ]
        if requests:
            start = requests[0].start()
            found = _in_sentence(paragraphs[number], printed[number], number, start, told_from=0)
            is_told = requests[0]["told"] is not None
            return [
                replace(one, is_from_closing=False) for one in found if is_told or one.ask != "ทราบ"
            ]
    return []


def _in_sentence(
    paragraph: str, printed: str, number: int, start: int, told_from: int = 9
) -> list[AskFound]:
    """The verbs after เพื่อ up to the end of the sentence, without what others are told.

    A clause for others that opens before told_from is the sentence itself.
    """
    sentence = paragraph[start:]
    limit = len(sentence)
    with_tones = printed[place_with_tones(printed, start) :]
    for clause in clauses_by_grammar(with_tones):
        if clause.start >= told_from:
            limit = min(limit, place_without_tones(with_tones, clause.start))
    head = sentence[:limit]
    if ends := closes.SENTENCE_END.search(head):
        head = head[: ends.start()]
    asks = []
    for ask, shape in closes.WORDS:
        words = (one for one in shape.finditer(head) if _is_asked(ask, head[: one.start()]))
        if word := next(words, None):
            asks.append(AskFound(ask, number, start + word.start(), start + word.end(), True))
    told = sentence[limit:]
    if closes.ORDERED.match(told):
        asks.append(AskFound("สั่งการ", number, start + limit, len(paragraph), True))
    if come := closes.COME_TOO.match(told):
        place = start + limit
        asks.append(
            AskFound("เข้าร่วม", number, place + come.start("come"), place + come.end("come"), True)
        )
    # A letter that closes with nothing but whom to tell asks to tell them.
    if closes.CIRCULATE.match(told) or (not asks and told_from and closes.TOLD_ON.match(told)):
        asks.append(AskFound("แจ้งเวียน", number, start + limit, len(paragraph), True))
    return sorted(asks, key=lambda one: one.start)


def _is_asked(ask: str, before: str) -> bool:
    """Whether the word of an ask asks, by what the closing sentence says before it."""
    if ask == "ทราบ":
        return not closes.OTHERS_KNOW.search(before)
    if ask in ("ดำเนินการ", "เข้าร่วม") and closes.GRANTED_TO.search(before):
        return False
    if ask in ("ดำเนินการ", "เข้าร่วม", "อนุมัติ") and closes.NOT_ASKED.search(before):
        return False
    if ask == "รายงาน" and closes.OWN_REPORT.search(before):
        return False
    return not closes.NAMED.search(before)


def _in_points(paragraphs: Sequence[str], closing: int) -> list[AskFound]:
    """The points under a closing sentence, each of which opens with what is asked."""
    found = []
    for number, point in enumerate(paragraphs[closing + 1 :], start=closing + 1):
        opens = said.POINT.match(point)
        if not opens:
            break
        for ask, shape in closes.WORDS:
            if word := shape.match(point, opens.end() + (point[opens.end() :].startswith(" "))):
                found.append(AskFound(ask, number, word.start(), word.end(), True))
    return found


def asked_beside_closing(paragraph: str, number: int, start: int) -> list[AskFound]:
    """The duties in the rest of the closing's paragraph: … พร้อมทั้งส่งแบบตอบรับ."""
    rest = paragraph[start:]
    found = []
    for ask, shape in closes.BESIDE:
        if word := shape.search(rest):
            found.append(AskFound(ask, number, start + word.start(), start + word.end(), False))
    return found
