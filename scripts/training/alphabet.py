"""What the reader can tell apart: signs on the line, and the marks above and below them.

A Thai mark stands over its consonant, in the same columns, so it is no place of its own on the
line: three small questions beside the large one answer for it (vowel above, tone, vowel below).
"""

from dataclasses import dataclass

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
ARABIC_DIGITS = "0123456789"
DIGITS = THAI_DIGITS + ARABIC_DIGITS
SEPARATORS = "/.-():,+%@&*=_\"'"
CONSONANTS = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลวศษสหฬอฮ"
VOWELS = "เแโใไะาำๆฯ"
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

# The first answer of each question is "nothing here".
SIGNS = ("", *DIGITS, *SEPARATORS, *CONSONANTS, *VOWELS, *LATIN)
ABOVE = ("", *"ัิีึื็")
TONES = ("", *"่้๊๋์")
BELOW = ("", *"ุู")

_FOLDED = {"–": "-", "—": "-", "‐": "-"}
SIGN_NUMBER = {sign: number for number, sign in enumerate(SIGNS)} | {
    other: SIGNS.index(sign) for other, sign in _FOLDED.items()
}


@dataclass(frozen=True)
class Cluster:
    """A sign with its marks: `text` as it is drawn, then the four answers as numbers."""

    text: str
    sign: int
    above: int = 0
    tone: int = 0
    below: int = 0

    @property
    def takes_marks(self) -> bool:
        return SIGNS[self.sign] in CONSONANTS


def clusters_of(text: str) -> list[Cluster]:
    """The text cut into clusters; a space is a cluster with sign 0.

    Raises ValueError for a mark without a consonant or a sign that the alphabet lacks.
    """
    clusters: list[Cluster] = []
    for letter in text:
        if letter == " ":
            clusters.append(Cluster(" ", 0))
        elif letter in SIGN_NUMBER:
            clusters.append(Cluster(letter, SIGN_NUMBER[letter]))
        else:
            if not clusters or not clusters[-1].takes_marks:
                raise ValueError(f"no consonant under {letter!r} in {text!r}")
            clusters[-1] = _with_mark(clusters[-1], letter)
    return clusters


def _with_mark(cluster: Cluster, mark: str) -> Cluster:
    above, tone, below = cluster.above, cluster.tone, cluster.below
    if mark in ABOVE:
        above = ABOVE.index(mark)
    elif mark in TONES:
        tone = TONES.index(mark)
    elif mark in BELOW:
        below = BELOW.index(mark)
    else:
        raise ValueError(f"no such sign in the alphabet: {mark!r}")
    return Cluster(cluster.text + mark, cluster.sign, above, tone, below)
