"""What a duty's keeper decides of its reminders: their days, and a letter where no mail goes."""

from datetime import date, datetime

from saraban.desk._audit import Ledger
from saraban.desk.writing import begin_draft
from saraban.errors import NobodyToChase, Refused
from saraban.queries.duties_in_sight import SeenDuty, duty_in_sight
from saraban.queries.reminders_to_come import late_on_paper
from saraban.records import Letter, ReportDuty
from saraban.records.database import write_transaction
from saraban.rules.days import day_of
from saraban.rules.drafts import DraftText
from saraban.rules.letters import LetterKind, Secrecy
from saraban.rules.permissions import Act, Actor, require, who_may
from saraban.rules.reminders import AlarmPlan, checked, plan_text
from saraban.thai.dates import format_long
from saraban.thai.digits import to_thai


def choose_alarms(*, actor: Actor, at: datetime, duty_uid: str, plan: AlarmPlan) -> None:
    """Set when those who owe a duty are reminded. What was told already stays told.

    Raises DutyNotFound, Refused (another unit keeps it), AlarmsUnreadable.
    """
    seen = _kept(actor, Act.KEEP_DUTY, duty_uid)
    kept = checked(plan.offsets, plan.escalate_after, plan.is_weekly)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        ledger.update(ReportDuty, seen.id, alarms=plan_text(kept))
        ledger.record("choose_alarms", subject=duty_uid)


def draft_outstanding_letter(*, actor: Actor, at: datetime, duty_uid: str) -> str:
    """Begin the sealed letter (Form 3) to units that are past their day and get no mail; its uid.

    It is numbered, printed with the list of them, and sent as any other draft. Raises
    DutyNotFound, Refused, NobodyToChase. Source: Rule of 2526, clauses 13 and 14.
    """
    seen = _kept(actor, Act.WRITE_DRAFT, duty_uid)
    today = day_of(at)
    count = len({one.unit_uid for one in late_on_paper(seen.id, today=today)})
    if not count:
        raise NobodyToChase()
    return begin_draft(actor=actor, at=at, text=_letter(seen, today, count))


def _letter(seen: SeenDuty, today: date, count: int) -> DraftText:
    dated = "" if seen.letter_on is None else f" ลงวันที่ {format_long(seen.letter_on)}"
    letter = Letter.get_by_id(seen.letter_id)
    is_open = letter.secrecy == Secrecy.NORMAL
    return DraftText(
        kind=LetterKind.SEALED,
        subject=f"ขอให้เร่งรัด{seen.name}" if is_open else "ขอให้เร่งรัดการรายงานตามหนังสือที่อ้างถึง",
        salutation="",
        addressee_text="หัวหน้าหน่วยงานตามบัญชีแนบท้าย",
        references=f"หนังสือ ที่ {seen.letter_number or ''}{dated}",
        # The title of the list: web.paper_list.
        enclosures=f"บัญชีรายชื่อหน่วยงานที่ขอให้เร่งรัดการรายงาน {to_thai(str(count))} หน่วยงาน",
        cause=(
            f"ตามที่ได้ขอให้รายงานตามหนังสือที่อ้างถึง บัดนี้เลยกำหนดแล้ว ณ วันที่ {format_long(today)} "
            "ยังไม่ได้รับรายงานจากหน่วยงานของท่าน"
        ),
        purpose="จึงขอให้รายงานโดยด่วน หากได้รายงานแล้ว ขอได้โปรดแจ้งให้ทราบด้วย",
        has_thai_digits=True,
    )


def _kept(actor: Actor, act: Act, uid: str) -> SeenDuty:
    seen = duty_in_sight(actor, uid)
    require(actor, act)
    if not seen.is_keeper:
        raise Refused(act=act.value, who_may=f"{who_may(act)} {seen.keeper_name}")
    return seen
