"""Reminding units: one act for a whole branch, by mail where there is an address, else on paper."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk.mailing import NewMail, put_in_outbox
from saraban.desk.writing import begin_draft
from saraban.errors import MissingField, NobodyToChase, TextTooLong, UnitsChangedMeanwhile
from saraban.queries.chase_targets import Branch, Outstanding, branch_to_chase
from saraban.queries.chasing import chase_card, chase_words_of
from saraban.records import Chase, ChaseLine, ChaseText, Letter, Unit, rows
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.chasing import (
    MOST_TEXT,
    ChasedLetter,
    ChasedUnit,
    ChaseKind,
    kinds_text,
    mail_body,
    mail_subject,
    sealed_letter_words,
)
from saraban.rules.days import day_of
from saraban.rules.drafts import DraftText
from saraban.rules.letters import LetterKind
from saraban.rules.permissions import Act, Actor, require


@dataclass(frozen=True, kw_only=True)
class ChaseAsk:
    """Whom to remind: the kinds below a letter, or below one unit (via_uid) of its branch.

    with_chased_today: also those that were reminded today already; with_unconfirmed: by mail
    also where nobody has said yet that the address is right.
    """

    letter_uid: str
    kinds: frozenset[ChaseKind]
    via_uid: str = ""
    with_chased_today: bool = False
    with_unconfirmed: bool = False


@dataclass(frozen=True)
class Chased:
    """A reminder that was given: how many units, how many of them by mail."""

    uid: str
    unit_count: int
    mail_count: int


def chase(
    *,
    actor: Actor,
    at: datetime,
    ask: ChaseAsk,
    text: str,
    seen_count: int | None = None,
    keeps_text: bool = False,
    links: str = "",
) -> Chased:
    """Remind every unit of the branch that has not done what was chosen.

    seen_count is how many the clerk was shown; where it has become another number they look
    again. keeps_text makes the words the unit's own from now on. links is the address that a
    letter's uid is put behind, to open it. Raises Refused, LetterNotFound, NothingToChase,
    NobodyToChase, MissingField, TextTooLong, UnitsChangedMeanwhile.
    Source: Electronic Transactions Act 2544, section 20 (setting a time for the answer).
    """
    require(actor, Act.CHASE)
    text = _checked(text)
    if not ask.kinds:
        raise MissingField(field="kinds")
    today = day_of(at)
    with write_transaction():
        # The letter's row is the queue: of two who press at once the second sees the first's.
        locked(Letter.select(Letter.id).where(Letter.uid == ask.letter_uid)).first()
        branch = branch_to_chase(
            actor, ask.letter_uid, today=today, via_uid=ask.via_uid, links=links
        )
        chosen = branch.chosen(ask.kinds, today=today, with_chased_today=ask.with_chased_today)
        if not chosen:
            raise NobodyToChase()
        if seen_count is not None and seen_count != len(chosen):
            raise UnitsChangedMeanwhile(count=len(chosen), seen=seen_count)
        ledger = Ledger(actor=actor, at=at)
        done = _write(ledger, branch, chosen, ask, text)
        if keeps_text:
            _keep_text(ledger, text)
        ledger.record(
            "chase",
            subject=done.uid,
            letter=ask.letter_uid,
            kinds=kinds_text(ask.kinds),
            unit_count=done.unit_count,
            mail_count=done.mail_count,
        )
    return done


def draft_sealed_letter(*, actor: Actor, at: datetime, chase_uid: str) -> str:
    """Begin the sealed letter (Form 3) for the units that a reminder reaches on paper; its uid.

    It is numbered, printed and sent as any other draft. Raises Refused, ChaseNotFound.
    Source: Rule of 2526, clauses 13 and 14.
    """
    card = chase_card(actor, chase_uid)
    letter = ChasedLetter(
        card.letter_uid, card.letter_number, card.letter_dated_on, card.letter_subject, ""
    )
    subject, reference, enclosure = sealed_letter_words(letter, unit_count=card.paper_count)
    paragraphs = [line.strip() for line in card.text.splitlines() if line.strip()]
    return begin_draft(
        actor=actor,
        at=at,
        text=DraftText(
            kind=LetterKind.SEALED,
            subject=subject,
            salutation="",
            addressee_text="หัวหน้าหน่วยงานตามบัญชีแนบท้าย",
            references=reference,
            enclosures=enclosure,
            cause=paragraphs[0],
            purpose="\n".join(paragraphs[1:]),
            has_thai_digits=True,
        ),
    )


def _write(
    ledger: Ledger,
    branch: Branch,
    chosen: tuple[Outstanding, ...],
    ask: ChaseAsk,
    text: str,
) -> Chased:
    uid = new_uid()
    addresses = {
        unit.delivery_id: unit.mail_address(with_unconfirmed=ask.with_unconfirmed)
        for unit in chosen
    }
    mail_count = sum(1 for address in addresses.values() if address)
    chase_id = ledger.insert(
        Chase,
        uid=uid,
        letter=branch.letter_id,
        root=branch.root_id,
        unit=ledger.unit_id,
        kinds=kinds_text(ask.kinds),
        text=text,
        unit_count=len(chosen),
        mail_count=mail_count,
        chased_at=ledger.at,
        chased_by=ledger.actor.name,
    )
    common = {"chase": chase_id, "root": branch.root_id, "chased_at": ledger.at}
    told = ("id", "delivery_id", "unit_id", "kinds", "address")
    lines = rows.insert_all(
        ChaseLine,
        [
            {
                **common,
                "delivery": unit.delivery_id,
                "unit": unit.unit_id,
                "kinds": kinds_text(unit.kinds),
                "address": addresses[unit.delivery_id],
            }
            for unit in chosen
        ],
        told=told,
    )
    ledger.note(
        ChaseLine,
        None,
        {"chase_id": chase_id, "root_id": branch.root_id, "chased_at": ledger.at_text},
        for_each=told,
        values=lines,
    )
    line_of = {line[1]: line[0] for line in lines}
    sender = Unit.get_by_id(ledger.unit_id).name_th
    put_in_outbox(
        unit_id=ledger.unit_id,
        at=ledger.at,
        mails=[
            NewMail(
                address=addresses[unit.delivery_id],
                subject=mail_subject(unit.letter, uid),
                body=_body(unit, text, sender, uid),
                to_unit_id=unit.unit_id,
                letter_id=unit.letter_id,
                chase_line_id=line_of[unit.delivery_id],
            )
            for unit in chosen
            if addresses[unit.delivery_id]
        ],
    )
    return Chased(uid, len(chosen), mail_count)


def _body(unit: Outstanding, text: str, sender: str, uid: str) -> str:
    reminded = ChasedUnit(unit.unit_name, unit.kinds, unit.since_on, unit.due_on)
    return mail_body(text, unit.letter, reminded, sender=sender, chase_uid=uid)


def _keep_text(ledger: Ledger, text: str) -> None:
    kept: Any = locked(ChaseText.select().where(ChaseText.unit == ledger.unit_id)).first()
    said = {"body": text, "changed_at": ledger.at, "changed_by": ledger.actor.name}
    if kept is not None:
        ledger.update(ChaseText, kept.id, **said)
    elif text != chase_words_of(ledger.actor):
        ledger.insert(ChaseText, unit=ledger.unit_id, **said)


def _checked(text: str) -> str:
    text = "\n".join(line.rstrip() for line in text.splitlines()).strip()
    if not text:
        raise MissingField(field="text")
    if len(text) > MOST_TEXT:
        raise TextTooLong(field="text", most=MOST_TEXT)
    return text
