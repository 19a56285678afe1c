"""Text out of files whose fonts have a second, lower glyph for a tone, and no letter for it.

Such files print ด้วย and give ดวย: marks over an upper vowel (ที่, เรื่อง) are there, all over bare
letters are gone.
"""

import re

# น้ำ has a glyph of its own in such fonts, and keeps its tone.
_BARE_TONE = re.compile("[\u0e01-\u0e2e\u0e38\u0e39][\u0e48-\u0e4b](?![\u0e33\u0e4d])")
_CONSONANT = re.compile("[\u0e01-\u0e2e]")
_FEWEST = 150  # letters; fewer may well have no tone between them
# Of letters as people type them 30 to 140 of a thousand consonants bear one.
_MOST_SHARE = 0.01


def has_lost_tones(text: str) -> bool:
    """Whether a page of text has next to no tones over bare letters, as no Thai text has."""
    letters = len(_CONSONANT.findall(text))
    return letters >= _FEWEST and len(_BARE_TONE.findall(text)) < _MOST_SHARE * letters
