"""What a letter in English asks its receiver for, told in the words of the closed list."""

import re
from collections.abc import Sequence

# Without such words near it, a verb tells what the writer or somebody else does.
_REQUEST = re.compile(
    r"\b(?:please|kindly|grateful|obliged|appreciate|(?<!has )(?<!have )(?<!had )request|invit"
    r"|would like to (?:ask|seek)|seek your|hope that you|look forward to your"
    r"|for your (?:kind )?(?:\w+ )?(?:information|consideration|action)"
    r"|should be (?:sent|returned|submitted)|(?:is|are) (?:required|asked) to|R\.?S\.?V\.?P)",
    re.IGNORECASE,
)
_COURTESY = re.compile(r" ?(?:Thank you|I thank|With (?:many )?thanks)", re.IGNORECASE)
_THINGS = (
    r"(?:data|forms?|information|documents?|lists?|names?|nominations?|details|comments|views|papers?"
    r"|copy|copies|proposals?|questionnaires?|applications?|abstracts?|curriculum|CVs?)"
)
_WORDS = tuple(
    (ask, re.compile(shape, re.IGNORECASE))
    for ask, shape in (
        (
            "ทราบ",
            r"\bfor your (?:kind )?information|(?:please|kindly) (?:be informed|note|be advised)",
        ),
        ("พิจารณา", r"\b(?<!highest )(?<!distinguished )consider(?:ation)?\b(?! as\b)"),
        (
            "ดำเนินการ",
            r"\b(?:necessary|appropriate|further|your) action\b|\bproceed (?:with|accordingly)",
        ),
        (
            "แจ้งเวียน",
            r"\b(?:inform|notify) (?:your|all)\b|\bcirculat"
            r"|\bforward (?:this|it|the (?:letter|invitation)) to",
        ),
        ("ประชาสัมพันธ์", r"\bdisseminat|\bpublici[sz]e|\bannounce"),
        (
            "เข้าร่วม",
            r"\b(?:participat|attend(?!ance|ed)|join\b|invit(?:e|ing) (?:you|your|two|one|three)"
            r"|invited to (?!submit|send|apply|nominate|contribute))",
        ),
        (
            "ตอบรับ",
            r"\bconfirm[^.;]{0,40}(?:attendance|participation|availability|acceptance)"
            r"|\blet (?:us|me) know (?:if|whether|your)|\breply (?:slip|form)"
            r"|\bR\.?S\.?V\.?P|\backnowledge (?:the )?receipt",
        ),
        ("อนุมัติ", r"\bapprov(?:e|al)\b"),
        ("อนุญาต", r"\b(?:permission|permit|authori[sz]ation)\b"),
        (
            "อนุเคราะห์",
            r"\b(?:kind|your|valuable) (?:\w+ and )?(?:assistance|support|co-?operation)\b"
            r"|\bprovid(?:e|ing) (?:us with )?(?:\w+ )?(?:assistance|support)\b|\bfacilitat"
            r"|\bassist(?:ing)? (?:us|in|with)\b",
        ),
        (
            "รายงาน",
            r"\b(?:submit|send|provide) (?:an? |the |your )?(?:\w+ ){0,2}reports?\b"
            r"|(?<!will )(?<!shall )\breport (?:back|to us|the (?:outcome|results?|progress))",
        ),
        (
            "ส่งข้อมูล",
            rf"\b(?:submit|send|provide|furnish|return|complete|fill|nominat(?:e|ing)|supply)\b[^.;]{{0,70}}?\b{_THINGS}\b"
            r"|\bnominat(?:e|ing) (?:\w+ ){0,3}(?:official|officer|representative|participant"
            r"|candidate|person|delegate)"
            rf"|\b(?:advise|inform) us of [^.;]{{0,40}}?\b{_THINGS}\b"
            # What should come is told first: the list of names could be sent to us by ….
            rf"|\b{_THINGS}\b[^.;]{{0,60}}?\b(?:could|should|may|can|to) be"
            r" (?:sent|submitted|provided|returned|furnished|supplied|forwarded)\b",
        ),
    )
)
_SENTENCE = re.compile(r"[^.;]*(?:[.;](?=\S)[^.;]*)*[.;]?")


def asked_in_english(paragraphs: Sequence[str]) -> list[tuple[str, int, int, int]]:
    """Each (ask, paragraph, start, end) once a paragraph, in sentences that request."""
    found: list[tuple[str, int, int, int]] = []
    for number, paragraph in enumerate(paragraphs):
        told: set[str] = set()
        for sentence in _SENTENCE.finditer(paragraph):
            if not _REQUEST.search(sentence[0]) or _COURTESY.match(sentence[0]):
                continue
            for ask, shape in _WORDS:
                if ask not in told and (word := shape.search(sentence[0])):
                    told.add(ask)
                    at = sentence.start()
                    found.append((ask, number, at + word.start(), at + word.end()))
    return found
