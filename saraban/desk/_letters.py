"""The rows of a letter: checked, written once, its citations resolved where they are exact."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk._citation_links import meant_letter, tie, tie_waiting
from saraban.desk.drafts import CitationDraft, LetterDraft
from saraban.errors import (
    FutureDate,
    MissingField,
    SecretContentRefused,
    TextTooLong,
    TopSecretRefused,
)
from saraban.records import Citation, Duty, Letter
from saraban.records.fields import new_uid
from saraban.rules.citations import read_citation
from saraban.rules.letters import Secrecy
from saraban.thai.dates import be_year, format_medium
from saraban.thai.text import clean_line, search_key

MOST_SUBJECT = 1000  # as long as the columns of subject and addressee are
MOST_BODY = 60_000
# One line each on the letter, kept as long as their columns are.
_LINES = (
    "addressee_text", "signatory_name", "signatory_position", "owner_section", "contact",
    "relay_phrase",
)  # fmt: skip


def checked(draft: LetterDraft, *, today: date, has_files: bool) -> LetterDraft:
    """The draft with clean lines, or the first refusal, naming its field.

    Secrecy: a letter above normal keeps a line without subject, body or file, and one that is
    top secret never enters. Source: secrecy rule of 2544; Rule of 2526 clauses 35, 41.
    """
    if draft.secrecy == Secrecy.TOP_SECRET:
        raise TopSecretRefused(field="secrecy")
    if draft.secrecy != Secrecy.NORMAL:
        if has_files or draft.subject.strip() or draft.body.strip():
            raise SecretContentRefused(field="files" if has_files else "subject")
    elif not draft.subject.strip():
        raise MissingField(field="subject")
    if draft.dated_on is not None and draft.dated_on > today:
        raise FutureDate(field="dated_on", date_text=format_medium(draft.dated_on))
    subject = clean_line(draft.subject)
    refuse_longer(Letter.subject, subject)
    for name in _LINES:
        refuse_longer(getattr(Letter, name), getattr(draft, name))
    if len(draft.body) > MOST_BODY:
        raise TextTooLong(field="body", most=MOST_BODY)
    for citation in draft.citations:
        refuse_longer(Citation.cited_text, citation.text, field="citations")
    for duty in draft.duties:
        for name in ("point", "asks", "report_to", "late_reason"):
            refuse_longer(getattr(Duty, name), getattr(duty, name), field="duties")
    return replace(draft, subject=subject, addressee_text=clean_line(draft.addressee_text))


def refuse_longer(column: Any, text: str, *, field: str | None = None) -> None:
    """TextTooLong for what the column cannot hold, beside the field of its name or the one named.

    PostgreSQL would refuse it in words of its own; SQLite would not, and keep it.
    """
    if len(text) > column.max_length:
        raise TextTooLong(field=field or column.name, most=column.max_length)


def add_letter(
    ledger: Ledger,
    draft: LetterDraft,
    *,
    letter_number: str | None,
    printed_number: str | None,
    printed_key: str | None,
    is_circular: bool,
    issuer_id: int | None,
    issuer_text: str,
    registered_by: int,
    is_issued_here: bool,
    conveys: Any = None,
) -> tuple[int, str]:
    """Insert the letter, its citations and its duties; (id, uid). Inside a write transaction.

    root is copied from the conveyed letter, or is the letter itself.
    """
    uid = new_uid()
    letter_id = ledger.insert(
        Letter,
        uid=uid,
        kind=draft.kind,
        is_circular=is_circular,
        letter_number=letter_number,
        printed_number=printed_number,
        printed_key=printed_key,
        dated_on=draft.dated_on,
        be_year=None if draft.dated_on is None else be_year(draft.dated_on),
        issuer=issuer_id,
        issuer_text=issuer_text,
        subject=draft.subject,
        addressee_text=draft.addressee_text,
        urgency=draft.urgency,
        deliver_by=draft.deliver_by,
        secrecy=draft.secrecy,
        body=draft.body,
        signatory_name=draft.signatory_name,
        signatory_position=draft.signatory_position,
        owner_section=draft.owner_section,
        contact=draft.contact,
        conveys=None if conveys is None else conveys.id,
        root=None if conveys is None else (conveys.root_id or conveys.id),
        relay_phrase=draft.relay_phrase,
        registered_by=registered_by,
        is_issued_here=is_issued_here,
        created_at=ledger.at,
        search_text=_search_text(draft, letter_number, printed_number, issuer_text),
    )
    add_citations(
        ledger,
        letter_id,
        draft.citations,
        conveys,
        written_on=draft.dated_on,
        is_open=draft.secrecy == Secrecy.NORMAL,
    )
    for duty in draft.duties:
        ledger.insert(
            Duty,
            letter=letter_id,
            point=duty.point,
            asks=duty.asks,
            report_to=duty.report_to,
            due_on=duty.due_on,
            late_reason=duty.late_reason,
        )
    tie_waiting(ledger, int(letter_id))
    return int(letter_id), uid


def add_citations(
    ledger: Ledger,
    letter_id: int,
    drafts: Sequence[CitationDraft],
    conveys: Any,
    *,
    written_on: date | None,
    is_open: bool,
) -> None:
    """Insert citations as written. One of a re-issue's is its parent, whatever it wrote.

    Any other is tied to a letter only where that cannot well be otherwise
    (`rules.citation_matching`); rows that were declared one letter are one. written_on is the
    citing letter's date; one that is secret (is_open false) is tied to nothing by itself.
    """
    parent_line = None if conveys is None else _parent_citation(drafts, conveys)
    for draft in drafts:
        text = clean_line(draft.text)
        cited = read_citation(text)
        resolved, by = None, None
        if conveys is not None and draft is parent_line:
            resolved, by = conveys.id, ledger.actor.name
        elif cited.number_key and cited.dated_on and is_open:
            resolved = meant_letter(cited, subject="", written_on=written_on, letter_id=letter_id)
        citation_id = ledger.insert(
            Citation,
            letter=letter_id,
            place=draft.place,
            cited_text=text,
            cited_number=cited.number_key,
            cited_key=cited.number_key,
            cited_on=cited.dated_on,
            cited_urgency=cited.urgency,
            cited_issuer_text=_short_enough(cited.issuer_text),
            resolved=resolved,
            confirmed_by=by,
            confirmed_at=None if by is None else ledger.at,
        )
        if resolved is not None:
            tie(ledger, citation_id, resolved, by=by or "")


def _short_enough(issuer_text: str | None) -> str | None:
    """The issuer read out of a citation; no office has a name longer than its column."""
    longest: int = Citation.cited_issuer_text.max_length
    return None if issuer_text is None or len(issuer_text) > longest else issuer_text


def _parent_citation(drafts: Sequence[CitationDraft], conveys: Any) -> CitationDraft | None:
    """The citation that names the letter conveyed: that of its number, else the first numbered.

    Enclosures come before references: a letter that is passed on goes along.
    """
    numbered = [
        (draft, cited.number_key)
        for draft in sorted(drafts, key=lambda one: one.place != "enclosure")
        if (cited := read_citation(draft.text)).number_key
    ]
    keys = {conveys.letter_number, conveys.printed_key} - {None}
    exact = (draft for draft, key in numbered if key in keys)
    return next(exact, numbered[0][0] if numbered else None)


def _search_text(
    draft: LetterDraft, letter_number: str | None, printed_number: str | None, issuer: str
) -> str:
    words = (letter_number or "", printed_number or "", draft.subject, issuer, draft.addressee_text)
    return "|".join(search_key(word) for word in words)
