"""From what is known of a letter to what is printed of it."""

import base64
from collections.abc import Sequence
from datetime import date
from typing import Literal, cast

from saraban.paper.printed_letter import PrintedLetter
from saraban.rules.drafts import DraftText, lines_of, on_paper
from saraban.rules.letters import THAI_SECRECY, THAI_URGENCY, LetterKind, Secrecy, Urgency
from saraban.thai.digits import to_thai, written_thai

# Forms 1 to 3. Every other kind is printed on the form of an external letter for now.
_FORMS = {LetterKind.EXTERNAL: "external", LetterKind.MEMO: "memo", LetterKind.SEALED: "sealed"}


def letter_form(
    *,
    uid: str,
    kind: str,
    urgency: str,
    secrecy: str,
    printed_number: str,
    issuer_name: str,
    issuer_address: str,
    dated_on: date,
    subject: str,
    addressee_text: str,
    citations: Sequence[tuple[str, str]],
    body: str,
    points: Sequence[tuple[str, str]] = (),
    signatory_name: str,
    signatory_position: str,
    owner_section: str,
    contact: str,
    emblem: bytes | None = None,
    check_address: str = "",
) -> PrintedLetter:
    """The printed letter; citations are (place, text) pairs in their order.

    Lines of a text (address, position, section, contact) are lines on the page, and each line
    of the body is a paragraph. points are (number, text) pairs, printed before the closing
    sentence (จึงเรียนมา…); a body that holds its points already is given none. A citation in
    the body stands there already. A sealed letter bears no name.
    Source: Rule of 2526, clauses 11 to 14 and 28.
    """
    return PrintedLetter(
        kind=cast(Literal["external", "memo", "sealed"], _FORMS.get(LetterKind(kind), "external")),
        uid=uid,
        urgency_words=None if urgency == Urgency.NORMAL else THAI_URGENCY[urgency],
        secrecy_words=None if secrecy == Secrecy.NORMAL else THAI_SECRECY[secrecy],
        printed_number=printed_number,
        issuer_lines=(issuer_name, *_lines(issuer_address)),
        dated_on=dated_on,
        subject=subject,
        addressee_text=addressee_text,
        references=tuple(text for place, text in citations if place == "reference"),
        enclosures=tuple(text for place, text in citations if place == "enclosure"),
        paragraphs=_paragraphs(body, points),
        closing="ขอแสดงความนับถือ",
        signatory_name="" if kind == LetterKind.SEALED else signatory_name,
        signatory_position_lines=_lines(signatory_position),
        owner_section_lines=_lines(owner_section),
        contact_lines=_lines(contact),
        emblem=_as_base64(emblem),
        check_address=check_address,
    )


def written_form(
    text: DraftText,
    *,
    uid: str,
    printed_number: str,
    issuer_name: str,
    issuer_address: str,
    addressee_text: str = "",
    emblem: bytes | None = None,
    check_address: str = "",
    is_draft: bool = False,
) -> PrintedLetter:
    """The printed letter of a draft, numbered or not; issuer and addressee where it is blank.

    A memo and a sealed letter have no closing words, a sealed letter no name.
    Source: Rule of 2526, clauses 11 to 14.
    """
    text = on_paper(text)
    if text.has_thai_digits:
        issuer_address = written_thai(issuer_address)
    points = (
        f"{to_thai(str(place))}. {point.asks}" for place, point in enumerate(text.points, start=1)
    )
    return PrintedLetter(
        kind=cast(Literal["external", "memo", "sealed"], _FORMS[LetterKind(text.kind)]),
        uid=uid,
        urgency_words=None if text.urgency == Urgency.NORMAL else THAI_URGENCY[text.urgency],
        printed_number=printed_number,
        issuer_lines=lines_of(text.issuer) or (issuer_name, *_lines(issuer_address)),
        dated_on=text.dated_on,
        subject=text.subject,
        salutation=text.salutation,
        addressee_text=text.addressee_text or addressee_text,
        references=lines_of(text.references),
        enclosures=lines_of(text.enclosures),
        paragraphs=(
            *_lines(text.cause),
            *_lines(text.purpose),
            *points,
            *_lines(text.conclusion),
        ),
        closing=text.closing,
        signatory_name="" if text.kind == LetterKind.SEALED else text.signatory_name,
        signatory_position_lines=text.signatory_lines,
        owner_section_lines=lines_of(text.owner_section),
        contact_lines=lines_of(text.contact),
        copy_to=lines_of(text.copy_to),
        emblem=_as_base64(emblem),
        check_address=check_address,
        is_draft=is_draft,
    )


def _as_base64(picture: bytes | None) -> str:
    return base64.b64encode(picture).decode() if picture else ""


def _paragraphs(body: str, points: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    text = list(_lines(body))
    closing = [text.pop()] if points and text and text[-1].startswith("จึง") else []
    numbered = [f"{to_thai(number)}. {asks}" if number else asks for number, asks in points]
    return (*text, *numbered, *closing)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
