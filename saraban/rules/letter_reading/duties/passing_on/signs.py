"""What the tagger goes by at each word: the words around it, what stands before and behind it, and
what the grammar of the usual words says.

Which of them matter, and how much, is what the tagger learnt.
"""

from collections.abc import Sequence
from itertools import pairwise

from saraban.rules.letter_reading.duties.onward_audience import WHOM
from saraban.rules.letter_reading.duties.passing_on.words import BLANK, CutText
from saraban.rules.letter_reading.lines.toneless import toneless, toneless_shape

_REACH = 3  # words to each side that are told one by one
_CLOSE = 2
_FAR = 20  # words to each side in which a turning word is looked for
# Words that a clause starts with, turns at or ends on, by what they do there.
_TURNS = {
    "lets": "ให้",
    "asks": "ขอ ขอให้ ขอความ โปรด กรุณา ฝาก รบกวน ช่วย",
    "concludes": "จึง",
    "outcome": "ทราบ รับทราบ รู้ เข้าใจ ถือปฏิบัติ ปฏิบัติ ดำเนินการ",
    "closes": "ด้วย ต่อไป ทั่วกัน",
    "joins": "และ พร้อมทั้ง ตลอดจน รวมทั้ง กับ",
}
_TURN_OF = {toneless(word): turn for turn, words in _TURNS.items() for word in words.split()}
_AUDIENCE = toneless_shape(WHOM)
# Where the writer comes to what itself asks, further down.
_CONCLUDES = toneless_shape(r"จึง(?:ใคร่)?(?:ให้|ขอ)|ในการนี้|พิจารณาแล้ว")


def signs_of(
    text: CutText,
    *,
    by_grammar: Sequence[tuple[int, int]] = (),
    told: str = "",
    later: str = "",
    is_asked: bool = False,
) -> list[list[str]]:
    """The signs at each word of a paragraph.

    by_grammar are the clauses that the grammar found, from where to where in the toneless
    paragraph. told is that with blanks for what it only tells of others (without_told). later is
    what the letter says below. is_asked says that the head of its list asks this paragraph.
    """
    words = text.words
    whole = ["asked"] if is_asked else []
    if _CONCLUDES.search(toneless(later)):
        whole.append("concludes below")
    turns = _turns_at(text)
    before = _nearest(turns, range(len(words)))
    behind = _nearest(turns, range(len(words) - 1, -1, -1))
    opens = _openings(words)
    following = _following(words)
    plain = toneless(text.paragraph)
    signs = []
    for at in range(len(words)):
        here = [*whole, *_around(words, at), *_in_grammar(text, at, by_grammar)]
        here += [f"<{turn}{_far(at - place)}" for turn, place in before[at].items()]
        here += [f">{turn}{_far(place - at)}" for turn, place in behind[at].items()]
        here += [f"turn{by}={turn}" for by in _steps(at, turns) for turn in turns[at + by]]
        here += [
            f"since={_far(at - opens[at])}",
            f"next={following[at]}",
            f"here+next={words[at]}|{following[at]}",
        ]
        place = text.starts[at]
        if told[place : place + 1] == " " != plain[place]:
            here.append("told")
        signs.append(here)
    return signs


def _around(words: Sequence[str], at: int) -> list[str]:
    near = [
        words[place] if 0 <= place < len(words) else "^$"[place > 0]
        for place in range(at - _REACH, at + _REACH + 1)
    ]
    alone = [f"{by - _REACH}={word}" for by, word in enumerate(near)]
    pairs = [f"{by - _REACH}={one}|{two}" for by, (one, two) in enumerate(pairwise(near))]
    return alone + pairs[1:-1]


def _steps(at: int, turns: Sequence[object]) -> range:
    """How far to go from here to the turns that are told with where they stand."""
    return range(max(-_CLOSE, -at), min(_CLOSE, len(turns) - 1 - at) + 1)


def _in_grammar(text: CutText, at: int, clauses: Sequence[tuple[int, int]]) -> list[str]:
    """Where the word stands to a clause that the grammar found."""
    start, end = text.starts[at], text.starts[at + 1]
    found = []
    for first, last in clauses:
        if first <= start < last:
            found += ["grammar", "grammar starts" if _is_first(text, at, first) else "grammar in"]
            if end >= last:
                found.append("grammar ends")
        elif end <= first and (at + 2 >= len(text.starts) or first <= text.starts[at + 2]):
            found.append("grammar next")
        elif at and text.starts[at - 1] < last <= start:
            found.append("grammar past")
    return found


def _is_first(text: CutText, at: int, first: int) -> bool:
    return at == 0 or text.starts[at - 1] < first


def _turns_at(text: CutText) -> list[list[str]]:
    """Which turns each word is; who may be told starts at "whom"."""
    found = [[turn] if (turn := _TURN_OF.get(word)) else [] for word in text.words]
    starts = {place: word for word, place in enumerate(text.starts[:-1])}
    for whom in _AUDIENCE.finditer(toneless(text.paragraph)):
        word = starts.get(whom.start())
        if word is not None:
            found[word].append("whom")
    return found


def _nearest(turns: Sequence[Sequence[str]], order: Sequence[int]) -> list[dict[str, int]]:
    """For each word the nearest place of each turn that comes before it in this order."""
    found: list[dict[str, int]] = [{} for _ in turns]
    seen: dict[str, int] = {}
    for at in order:
        found[at] = {turn: place for turn, place in seen.items() if abs(at - place) < _FAR}
        seen |= dict.fromkeys(turns[at], at)
    return found


def _far(steps: int) -> int:
    return next(far for far in (12, 7, 4, steps) if steps >= far)


def _openings(words: Sequence[str]) -> list[int]:
    """For each word the first one of its run between blanks."""
    found: list[int] = []
    for at in range(len(words)):
        found.append(at if at == 0 or words[at - 1] == BLANK else found[-1])
    return found


def _following(words: Sequence[str]) -> list[str]:
    """For each word the one that opens the next run; "$" in the last run."""
    found: list[str] = []
    ahead = "$"
    for at in range(len(words) - 1, -1, -1):
        found.append(ahead)
        if at and words[at - 1] == BLANK:
            ahead = words[at]
    return found[::-1]
