"""flask trace: who has a matter, since when, who has not, and where the papers disagree."""

import json
from collections.abc import Iterator

import click

from saraban import clock
from saraban.desk.office import opened_database
from saraban.queries.cascade_nodes import MissedUnit, Node
from saraban.queries.cascade_rows import ReceiptRow
from saraban.queries.cascade_tree import Cascade, cascade_of
from saraban.queries.citations import CitationLine
from saraban.queries.letter_lookup import letter_by_number
from saraban.queries.trace_json import trace_json
from saraban.rules.deliveries import SHAPES, THAI_NOT_DONE, THAI_STATE, THAI_WEAK_PROOF, NotDone
from saraban.thai.dates import format_medium, format_short
from saraban.thai.digits import to_arabic, to_thai

MOST_LISTED = 100


@click.command("trace")
@click.argument("number")
@click.option("--json", "as_json", is_flag=True, help="For other programs: everything, as JSON.")
@click.option("--year", metavar="BE", help="The letter's Buddhist-era year, such as 2565.")
def command(number: str, as_json: bool, year: str | None) -> None:
    """Trace the letter NUMBER above and below: who has it, who has not, what disagrees.

    NUMBER in Thai or Arabic digits, with or without blanks, as printed, as the office knows
    it, or as another letter cites it: "มท 0229/ว 3799".
    """
    with opened_database():
        found = letter_by_number(number, be_year=_be_year(year))
        cascade = cascade_of(found.uid, actor=None, today=clock.today())
    if as_json:
        click.echo(json.dumps(trace_json(cascade), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(told(cascade)))


def _be_year(text: str | None) -> int | None:
    digits = to_arabic(text or "").strip()
    if digits and not (digits.isdecimal() and 2400 <= int(digits) <= 2700):
        raise click.BadParameter("a Buddhist-era year, such as 2565", param_hint="--year")
    return int(digits) if digits else None


def told(cascade: Cascade) -> Iterator[str]:
    """The cascade as lines for a terminal."""
    letter = cascade.root_letter
    day = "" if letter.dated_on is None else f" ลงวันที่ {format_medium(letter.dated_on)}"
    yield f"{letter.printed_number}{day}  {letter.issuer_text}"
    yield f"เรื่อง {letter.subject or '(ไม่แสดงเรื่อง)'}"
    yield ""
    conflicts = _conflicts_by_letter(cascade)
    yield from _branch(cascade.root, conflicts, lead="", below="")
    yield ""
    yield f"ข้อมูลที่อ้างไม่ตรงกับตัวจริง {_count(len(cascade.conflicts), 'แห่ง')}"
    for line in cascade.conflicts:
        yield f"  {line.citing_number}  {_conflict(line)}"
    yield from _missed("ยังไปไม่ถึง", cascade.not_reached)
    for failure in (NotDone.UNPROVEN, NotDone.SILENT, NotDone.LATE):
        yield from _not_done(THAI_NOT_DONE[failure], cascade.failing(failure))
    yield from _missed("ไม่มีใครส่งถึง", cascade.unlisted)


def _branch(
    node: Node, conflicts: dict[str, list[CitationLine]], *, lead: str, below: str
) -> Iterator[str]:
    """A node with its lines, then those under it; lead and below are the strokes before it."""
    own = "" if node.letter is None else f"  {node.letter.printed_number}"
    if node.letter is not None and node.letter.dated_on is not None:
        own += f" ({format_short(node.letter.dated_on)})"
    yield f"{lead}{node.unit_short}{own}  {_state(node)}{_clock(node)}"
    inner = below + ("│  " if node.children else "   ")
    for receipt in node.receipts:
        yield f"{inner}{_receipt(receipt)}"
    for line in conflicts.get(node.letter.uid, []) if node.letter else []:
        yield f"{inner}≠ {_conflict(line)}"
    for place, child in enumerate(node.children, start=1):
        is_last = place == len(node.children)
        yield from _branch(
            child,
            conflicts,
            lead=below + ("└─ " if is_last else "├─ "),
            below=below + ("   " if is_last else "│  "),
        )


def _clock(node: Node) -> str:
    """Days before it came, days it has held it, days it has left; what is unknown is left out."""
    parts = []
    if node.parent is not None and node.days_used_above is not None:
        parts.append(f"ก่อนถึง {_count(node.days_used_above, 'วัน')}")
    if node.days_held is not None:
        parts.append(f"อยู่ที่หน่วย {_count(node.days_held, 'วัน')}")
    if node.days_left is not None:
        word = "ช้า" if node.days_left < 0 else "เหลือ"
        parts.append(f"{word} {_count(abs(node.days_left), 'วัน')}")
    if node.delivery is not None and node.delivery.is_weak_proof:
        parts.append(THAI_WEAK_PROOF)
    if node.is_inferred:
        parts.append(f"อนุมานจากเลขรับของ {node.known_by}" if node.known_by else "อนุมาน")
    return f"  {' · '.join(parts)}" if parts else ""


def _conflicts_by_letter(cascade: Cascade) -> dict[str, list[CitationLine]]:
    found: dict[str, list[CitationLine]] = {}
    for line in cascade.conflicts:
        found.setdefault(line.citing_uid, []).append(line)
    return found


def _conflict(line: CitationLine) -> str:
    """What was written beside what is true, only the parts that differ."""
    parts = []
    if "number" in line.fields:
        parts.append(f"อ้างเลข {to_thai(line.cited_number or '')} ตัวจริง {line.resolved_printed}")
    if "dated_on" in line.fields and line.cited_on and line.resolved_on:
        parts.append(
            f"อ้างวันที่ {format_medium(line.cited_on)} ตัวจริง {format_medium(line.resolved_on)}"
        )
    if "urgency" in line.fields:
        parts.append("ชั้นความเร็วต่างกัน")
    return " · ".join(parts)


def _receipt(receipt: ReceiptRow) -> str:
    at = "" if receipt.received_time is None else f" {receipt.received_time.replace(':', '.')} น."
    day = format_short(receipt.received_on)
    return f"ลงรับ {receipt.printed_number}  {day}{to_thai(at)}  {receipt.unit_name}"


def _state(node: Node) -> str:
    return f"{SHAPES[node.state]} {THAI_STATE[node.state]}"


def _missed(words: str, units: tuple[MissedUnit, ...]) -> Iterator[str]:
    yield f"{words} {_count(len(units))}"
    for unit in units[:MOST_LISTED]:
        yield f"  {unit.unit_name}  (ควรได้จาก {unit.via})"
    yield from _rest(len(units))


def _not_done(words: str, nodes: list[Node]) -> Iterator[str]:
    yield f"{words} {_count(len(nodes))}"
    for node in nodes[:MOST_LISTED]:
        yield f"  {node.unit_name}  {_state(node)}{_clock(node)}"
    yield from _rest(len(nodes))


def _rest(count: int) -> Iterator[str]:
    if count > MOST_LISTED:
        yield f"  และอีก {_count(count - MOST_LISTED)} (ดูทั้งหมดด้วย --json)"


def _count(count: int, of: str = "หน่วย") -> str:
    return f"{to_thai(f'{count:,}')} {of}"
