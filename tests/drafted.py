"""Letters being written, for tests: what a test does not name is filled in."""

from datetime import date
from typing import Any

from saraban.desk.dispatch import Addressees, Issued
from saraban.desk.writing import begin_draft, issue_draft
from saraban.rules.drafts import DraftPoint, DraftText
from tests.cast import Troupe
from tests.make import at


def text(**named: Any) -> DraftText:
    """An ordinary letter, ready for its number."""
    filled: dict[str, Any] = {
        "subject": "ขอความร่วมมือดูแลป้ายเตือนน้ำหลาก",
        "addressee_text": "นายอำเภอ ทุกอำเภอ",
        "dated_on": date(2022, 6, 16),
        "cause": "ด้วยจังหวัดได้ติดตั้งป้ายเตือนน้ำหลากไว้ที่ท่าน้ำ",
        "purpose": "จังหวัดจึงขอให้อำเภอดำเนินการ ดังนี้",
        "points": (
            DraftPoint("ตรวจป้ายทุกท่าน้ำ"),
            DraftPoint("รายงานผล", "สำนักงานจังหวัด", date(2022, 6, 30)),
        ),
        "conclusion": "จึงเรียนมาเพื่อพิจารณาดำเนินการ",
        "signatory_name": "นายทดลอง ตัวอย่าง",
        "signatory_position": "รองผู้ว่าราชการจังหวัด",
        "acting": "on_behalf",
        "acting_post": "ผู้ว่าราชการจังหวัดตาก",
        "owner_section": "สำนักงานจังหวัด",
        "contact": "โทร. ๐ ๕๕๐๐ ๐๐๐๐",
    }
    return DraftText(**(filled | named))


def write(troupe: Troupe, **named: Any) -> str:
    """A draft of the officer's; its uid."""
    return begin_draft(actor=troupe.officer, at=at(), text=text(**named))


def issue_written(troupe: Troupe, uid: str, **named: Any) -> Issued:
    """The draft's first version numbered and sent by the clerk."""
    filled: dict[str, Any] = {
        "at": at(),
        "version": 1,
        "code_letters": "ตก",
        "owner_number": "0023.3",
        "is_circular": True,
        "addressees": Addressees("นายอำเภอ ทุกอำเภอ"),
    }
    return issue_draft(actor=troupe.clerk, draft_uid=uid, **(filled | named))
