"""The subject that a citation gives, and whether it is another than the letter's."""

import re

from saraban.thai.text import clean_line, search_key

# The subject runs to the end, or to a number of copies: เรื่อง … จำนวน ๑ ฉบับ.
_SUBJECT = re.compile(r"(?:^|[ ,])เรื่อง[ :]*(?P<subject>[^ ].*?)(?: *จำนวน *[0-9๐-๙]+ .*)?$")
_SHORTEST_SUBJECT = 6


def cited_subject(text: str) -> str:
    """The subject that a citation gives after เรื่อง; "" when it gives none."""
    found = _SUBJECT.search(clean_line(text))
    subject = found["subject"].strip(" ()“”\"'") if found else ""
    return subject if len(subject) >= _SHORTEST_SUBJECT else ""


def differs_in_subject(text: str, subject: str) -> bool:
    """Whether the citation gives another subject; a shortened one is the same."""
    cited, true = search_key(cited_subject(text)), search_key(subject)
    return bool(cited and true) and cited not in true and true not in cited
