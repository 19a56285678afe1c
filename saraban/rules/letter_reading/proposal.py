"""A letter as it was read, in the words of the register: what a clerk only has to accept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.rules.citations import read_citation
from saraban.rules.letters import LetterKind, Secrecy, Urgency
from saraban.thai.dates import format_long
from saraban.thai.digits import to_thai

_KINDS = {
    "หนังสือภายนอก": LetterKind.EXTERNAL,
    "หนังสือภายใน": LetterKind.MEMO,
    "หนังสือประทับตรา": LetterKind.SEALED,
    "คำสั่ง": LetterKind.ORDER,
    "ประกาศ": LetterKind.NOTICE,
    "สรุปมติที่ประชุม": LetterKind.MINUTES,
    "โทรสารในราชการ": LetterKind.OTHER,
    "หนังสือภาษาต่างประเทศ": LetterKind.OTHER,
    "อีเมล/ประกาศแจ้ง": LetterKind.OTHER,
}
_URGENCIES = {
    "ด่วน": Urgency.URGENT,
    "ด่วนมาก": Urgency.VERY_URGENT,
    "ด่วนที่สุด": Urgency.MOST_URGENT,
}
_SECRECIES = {
    "ลับ": Secrecy.SECRET,
    "ลับมาก": Secrecy.VERY_SECRET,
    "ลับที่สุด": Secrecy.TOP_SECRET,
}
# What somebody answers by a day; a letter to take note of has none.
_ANSWERING = frozenset({"รายงาน", "ส่งข้อมูล", "ตอบรับ", "เข้าร่วม", "ดำเนินการ", "พิจารณาดำเนินการ"})
_MOST_ASKED = 1000


@dataclass(frozen=True)
class SuggestedCitation:
    """A letter that is named. place is reference, enclosure or body."""

    place: str
    text: str


@dataclass(frozen=True)
class SuggestedDuty:
    """One thing asked. ask is the word of the closed list, text the paragraph it stands in."""

    point: str
    ask: str
    text: str
    due_on: date | None

    @property
    def asks(self) -> str:
        """The duty as it is filed."""
        return f"{self.ask}: {self.text}"[:_MOST_ASKED] if self.text else self.ask


@dataclass(frozen=True)
class Proposal:
    """What the register would say if everything that was read is right; "" for what is not there.

    deadline_texts are all deadlines as written, also those without a day that can be told.
    """

    printed_number: str
    dated_on: date | None
    issuer_text: str
    addressee_text: str
    subject: str
    urgency: str
    secrecy: str
    kind: str
    signatory_name: str
    signatory_position: str
    owner_section: str
    contact: str
    citations: tuple[SuggestedCitation, ...]
    duties: tuple[SuggestedDuty, ...]
    deadline_texts: tuple[str, ...]
    relay_phrase: str


def proposal_of(letter: Mapping[str, Any]) -> Proposal:
    """The proposal that a letter of a reading (rules.letter_reading.as_json) makes."""
    number = letter.get("number") or {}
    signatory, contact = letter.get("signatory") or {}, letter.get("contact") or {}
    reached = (contact.get("phone"), contact.get("email"))
    position = (signatory.get("position"), signatory.get("acting_for"))
    return Proposal(
        printed_number=number.get("normalized_th") or number.get("raw") or "",
        dated_on=_day(letter.get("date_iso")),
        issuer_text=letter.get("issuer") or "",
        addressee_text=" ".join(letter.get("addressees") or ()),
        subject=letter.get("subject") or "",
        urgency=_URGENCIES.get(letter.get("urgency") or "", Urgency.NORMAL).value,
        secrecy=_SECRECIES.get(letter.get("secrecy") or "", Secrecy.NORMAL).value,
        kind=_KINDS.get(letter.get("kind") or "หนังสือภายนอก", LetterKind.OTHER).value,
        signatory_name=signatory.get("name") or "",
        signatory_position=" ".join(one for one in position if one),
        owner_section=contact.get("section") or "",
        contact=" ".join(one for one in reached if one),
        citations=_citations(letter),
        duties=_duties(letter),
        deadline_texts=tuple(one["text"] for one in letter.get("deadlines") or ()),
        relay_phrase=" ".join(letter.get("onward") or ()),
    )


def texts_of(proposal: Proposal) -> dict[str, str]:
    """Each filed field (rules.intake.FILED_FIELDS) as one text, lists one item a line."""
    days = [duty.due_on.isoformat() for duty in proposal.duties if duty.due_on is not None]
    signatory = f"{proposal.signatory_name} {proposal.signatory_position}"
    return {
        "number": proposal.printed_number,
        "date_iso": "" if proposal.dated_on is None else proposal.dated_on.isoformat(),
        "issuer": proposal.issuer_text,
        "addressees": proposal.addressee_text,
        "subject": proposal.subject,
        "urgency": proposal.urgency,
        "secrecy": proposal.secrecy,
        "kind": proposal.kind,
        "signatory": signatory.strip(),
        "contact": "\n".join(one for one in (proposal.owner_section, proposal.contact) if one),
        "references": _cited_at(proposal, "reference"),
        "cited": _cited_at(proposal, "enclosure", "body"),
        "asks": "\n".join(duty.asks for duty in proposal.duties),
        "deadlines": "\n".join(days),
        "onward": proposal.relay_phrase,
    }


def _cited_at(proposal: Proposal, *places: str) -> str:
    return "\n".join(one.text for one in proposal.citations if one.place in places)


def _citations(letter: Mapping[str, Any]) -> tuple[SuggestedCitation, ...]:
    enclosed = {read_citation(text).number_key for text in letter.get("enclosures") or ()}
    found = [SuggestedCitation("reference", _cited(one)) for one in letter.get("references") or ()]
    for one in letter.get("cited") or ():
        text = _cited(one)
        key = read_citation(text).number_key
        place = "enclosure" if key is not None and key in enclosed else "body"
        found.append(SuggestedCitation(place, text))
    return tuple(one for one in found if one.text)


def _cited(citation: Mapping[str, Any]) -> str:
    """As an office would write it: "หนังสือกรม… ที่ มท ๐๘๐๑.๔/ว ๑๖๕๘ ลงวันที่ ๓ มิถุนายน ๒๕๖๕"."""
    day = _day(citation.get("date_iso"))
    parts = (
        citation.get("issuer"),
        f"ที่ {to_thai(citation['number'])}" if citation.get("number") else None,
        f"ลงวันที่ {format_long(day)}" if day else None,
    )
    return " ".join(part for part in parts if part)


def _duties(letter: Mapping[str, Any]) -> tuple[SuggestedDuty, ...]:
    told = {one["ask"]: one for one in reversed(letter.get("duties") or ())}
    asks = list(letter.get("asks") or ())
    days = [
        (one["text"], day)
        for one in letter.get("deadlines") or ()
        if (day := _day(one.get("due_iso"))) is not None
    ]
    return tuple(
        SuggestedDuty(
            point=to_thai(str(place)) if len(asks) > 1 else "",
            ask=ask,
            text=told[ask]["text"] if ask in told else "",
            due_on=_due_on(ask, told[ask]["text"] if ask in told else "", days),
        )
        for place, ask in enumerate(asks, start=1)
    )


def _due_on(ask: str, text: str, days: list[tuple[str, date]]) -> date | None:
    """The deadline that stands in the same paragraph, or the only one there is for an answer."""
    if ask not in _ANSWERING:
        return None
    within = [day for words, day in days if words in text]
    if within:
        return within[0]
    return days[0][1] if len(days) == 1 else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
