"""What a warning has made ready: รวมทั้งเตรียมเจ้าหน้าที่ เรือ ให้พร้อมช่วยเหลือ.

A fax that warns of a storm often has no closing sentence, and never says ดำเนินการ: what is to be
done is told by its own word.
"""

from collections.abc import Iterator, Sequence

from saraban.rules.letter_reading.duties import ask_words as said
from saraban.rules.letter_reading.duties.onward_grammar import clauses_by_grammar
from saraban.rules.letter_reading.lines.toneless import place_without_tones, toneless_shape

_READY = toneless_shape(
    # Not what the writer told earlier, nor what the writer does it for.
    r"(?:(?<!เพื่อ)(?<!ทำ)(?<!แจ้ง)(?<!สั่งการ)(?<!ได้)ให้|และ|รวมทั้ง|ตลอดจน|พร้อมทั้ง|โปรด"
    r"|^\(?[0-9๐-๙]{1,2}[.)] ?)"
    r"(?!ได้)[ก-๎]{0,40}?(?<!ได้)(?<!จะ)(?<!ผู้)"
    r"(?:(?<!การ)|(?<=ราชการ)|(?<=กรรมการ)|(?<=อำนวยการ))(?P<ready>(?:จัด)?เตรียม)"
    r"(?!ตัว|การประชุม)[ก-๎ ]{2,100}?พร้อม(?!แล้ว)"
)


def made_ready(own_words: Sequence[str], printed: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The paragraphs that have something made ready, with from where to where in toneless text.

    own_words are the printed paragraphs, toneless, without what others are told to have said.
    What the writer made ready is left out, and what the receiver is only to tell somebody of.
    """
    for number, text in enumerate(own_words):
        told = [
            (
                place_without_tones(printed[number], one.start),
                place_without_tones(printed[number], one.end),
            )
            for one in clauses_by_grammar(printed[number])
        ]
        for hit in _READY.finditer(text):
            is_asked = said.POINT.match(text) or said.DUTY.search(text[: hit.start("ready")])
            if is_asked and not any(start <= hit.start() < end for start, end in told):
                yield number, *hit.span()
                break
