"""The dossier of a chain: the line above a letter, everything below it, and how it is known."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from saraban.errors import DossierTooLarge, LetterNotFound
from saraban.queries import (
    dossier_beside as beside,
    dossier_proofs as proofs,
    dossier_tables as tables,
)
from saraban.queries.cascade_nodes import Node
from saraban.queries.cascade_tree import Cascade, cascade_of
from saraban.queries.dossier_papers import papers_of
from saraban.queries.dossier_seen import Seen
from saraban.records import Letter, Unit
from saraban.rules.days import day_of
from saraban.rules.deliveries import ENDS, THAI_NOT_DONE, NotDone, State
from saraban.rules.dossier import MOST_UNITS, Dossier
from saraban.rules.permissions import Actor, Role
from saraban.thai.digits import to_thai

USUAL_QUESTION = "หน่วยใดได้รับเรื่องนี้แล้ว หน่วยใดยังไม่ได้รับ ใครถือไว้ นานเท่าใด และรู้ได้อย่างไร"
SYSTEM_NAME = "ผู้ดูแลเครื่อง"


def dossier_of(
    letter_uid: str, *, actor: Actor, made_at: datetime, question: str = "", asked_by: str = ""
) -> Dossier:
    """Everything of a letter's chain that the actor may see, as it stands on made_at's day.

    Of the letter at the top it is the whole cascade, else the line above the letter and the branch
    below it. Raises LetterNotFound, DossierTooLarge.
    """
    cascade = cascade_of(letter_uid, actor=actor, today=day_of(made_at))
    nodes = _chain(cascade, letter_uid)
    if len(nodes) > MOST_UNITS:
        raise DossierTooLarge(count=len(nodes), most=MOST_UNITS)
    letter: Any = Letter.get(Letter.uid == letter_uid)
    letters = _letters(cascade, nodes)
    seen = Seen(
        actor=actor,
        nodes=nodes,
        letters=letters,
        root_id=cascade.root_letter.id,
        is_part=cascade.own_ids is not None,
    )
    missed = _missed(cascade, nodes)
    return Dossier(
        letter_uid=letter_uid,
        number=letter.printed_number or "",
        dated_on=letter.dated_on,
        issuer=letter.issuer_text,
        subject=letter.subject,
        question=question or USUAL_QUESTION,
        asked_by=asked_by or actor.name,
        made_at=made_at,
        told=_told(nodes, len(missed[0]), len(missed[1])),
        is_part=cascade.own_ids is not None,
        tables=(
            tables.tree(seen),
            tables.missed(*missed),
            tables.hops(seen),
            tables.letters(seen),
            tables.receipts(seen),
            tables.deliveries(seen),
            beside.answers(seen),
            beside.notes(seen),
            beside.citations(seen),
            beside.arrivals(seen),
            beside.chases(seen),
            proofs.readings(seen),
            proofs.events(seen),
            proofs.proofs(seen),
        ),
        papers=papers_of(actor, [row.id for row in letters]),
    )


def auditor_over(letter_uid: str) -> Actor:
    """Whoever has the machine, as the auditor of all units under which the letter lies.

    For the command line. Raises LetterNotFound.
    """
    letter: Any = Letter.get_or_none(Letter.uid == letter_uid)
    if letter is None:
        raise LetterNotFound(uid=letter_uid)
    unit: Any = Unit.get_by_id(letter.registered_by_id)
    top = Unit.get_by_id(int(unit.path.strip("/").split("/")[0]))
    return Actor(None, SYSTEM_NAME, top.id, top.path, frozenset({Role.AUDITOR}))


def _chain(cascade: Cascade, letter_uid: str) -> list[Node]:
    """The nodes above the asked letter and all below it, parents first."""
    every = list(cascade.nodes)
    if cascade.root_letter.uid == letter_uid:
        return every
    starts = [node for node in every if node.letter and node.letter.uid == letter_uid]
    starts = starts or [node for node in every if node.received and node.received.uid == letter_uid]
    if not starts:
        return every
    kept = {below.id for start in starts for below in start.walk()}
    for start in starts:
        above = start.parent
        while above is not None:
            kept.add(above.id)
            above = above.parent
    return [node for node in every if node.id in kept]


def _letters(cascade: Cascade, nodes: Iterable[Node]) -> list[Any]:
    ids = {row.id for node in nodes for row in (node.letter, node.received) if row is not None}
    return [row for row in cascade.letters if row.id in ids]


def _missed(cascade: Cascade, nodes: list[Node]) -> tuple[list[Any], list[Any]]:
    """(not reached, unlisted): those that a unit of this chain should have told."""
    names = {node.unit_name for node in nodes} | {node.unit_short for node in nodes}
    return (
        [unit for unit in cascade.not_reached if unit.via in names],
        [unit for unit in cascade.unlisted if unit.via in names],
    )


def _told(nodes: list[Node], not_reached: int, unlisted: int) -> tuple[str, ...]:
    """The cover's sentences: counts that are never added up to one."""
    sent = [node for node in nodes if node.parent is not None]
    by = {state: sum(node.state is state for node in sent) for state in State}
    lacking = {kind: sum(node.not_done is kind for node in sent) for kind in NotDone}
    ended = sum(by[state] for state in ENDS)
    inferred = sum(node.is_inferred for node in sent)
    holding = [node for node in sent if node.days_held is not None and node.left_on is None]
    longest = max(holding, key=lambda node: node.days_held or 0, default=None)
    lines = [
        f"ส่งถึง {_n(len(sent))} หน่วย",
        f"รับทราบ {_n(by[State.ACKNOWLEDGED])} · แจ้งต่อ {_n(by[State.PASSED_ON])} "
        f"· รายงาน {_n(by[State.REPORTED])}",
        " · ".join(
            f"{THAI_NOT_DONE[kind]} {_n(lacking[kind])}"
            for kind in (NotDone.SILENT, NotDone.LATE, NotDone.UNPROVEN)
        ),
        f"ยังไปไม่ถึงเพราะหน่วยเหนือยังไม่แจ้งต่อ {_n(not_reached)} · ไม่มีใครส่งถึง {_n(unlisted)}",
    ]
    if ended:
        lines.append(f"ไม่รับ ส่งคืน หรือถูกดึงกลับ {_n(ended)}")
    if inferred:
        lines.append(f"อนุมานจากหน่วยใต้ลงไป {_n(inferred)} หน่วย")
    if longest is not None and longest.days_held:
        lines.append(f"ถือไว้นานที่สุดขณะนี้ {longest.unit_name} {_n(longest.days_held)} วัน")
    return tuple(lines)


def _n(count: int) -> str:
    return to_thai(f"{count:,}")
