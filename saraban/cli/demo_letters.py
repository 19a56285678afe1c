"""The demo's letters: numbers, dates, units and the gist are true, every sentence is our own.

A cited number or date that differs from the letter it cites differs on the real copies too.
Signatories and telephone numbers are invented.
"""

from dataclasses import dataclass, replace
from datetime import date

from saraban.desk.drafts import CitationDraft, DutyDraft, LetterDraft
from saraban.rules.letters import LetterKind, Urgency
from saraban.thai.dates import format_long

CENTRE = "ศูนย์อำนวยการจิตอาสาพระราชทานอำเภอ"
SUBJECT = "การรายงานกิจกรรมจิตอาสาพระราชทานในระบบ E-Report ของกรมการปกครอง"

_DUTIES = (
    DutyDraft(
        point="๑",
        asks=(
            "แห่งที่มีชุดปฏิบัติการจิตอาสาภัยพิบัติซึ่งผ่านการอบรมแล้ว ให้เตรียมชุดช่วยเหลือประชาชน"
            "ร่วมกับผู้นำหมู่บ้านหรือชุมชนทั้งก่อนและหลังเกิดภัย แล้วส่งผลพร้อมภาพถ่าย"
        ),
        report_to=CENTRE,
    ),
    DutyDraft(
        point="๒",
        asks=(
            "เมื่อจัดกิจกรรมจิตอาสาอื่นในพื้นที่ ให้ส่งผลพร้อมภาพถ่าย และคลิปสั้นไม่เกิน ๓๐ วินาที"
            "ถ้ามี เพื่อบันทึกในระบบ E-Report"
        ),
        report_to=CENTRE,
    ),
)
# What the ministry's meeting resolved, in four; the department keeps the two that are for local
# bodies, in its own words.
_RESOLUTIONS = (
    DutyDraft(point="๑", asks="ให้ทุกส่วนราชการใช้หัวข้อรายงานในระบบ E-Report ที่กรมการปกครองปรับปรุงใหม่"),
    DutyDraft(
        point="๒",
        asks=(
            "พื้นที่ที่มีชุดปฏิบัติการจิตอาสาภัยพิบัติซึ่งผ่านการอบรมแล้ว ให้เตรียมชุดช่วยเหลือประชาชน"
            "ก่อนและหลังเกิดภัย แล้วรายงานผลพร้อมภาพถ่าย"
        ),
        report_to=CENTRE,
    ),
    DutyDraft(
        point="๓",
        asks=("เมื่อจัดกิจกรรมจิตอาสาอื่นในพื้นที่ ให้รายงานผลพร้อมภาพถ่าย และคลิปสั้น เพื่อบันทึกในระบบ E-Report"),
        report_to=CENTRE,
    ),
    DutyDraft(point="๔", asks="ให้ผู้ตรวจราชการติดตามการรายงานของจังหวัดทุกไตรมาส"),
)
# And what the province wants to know besides.
_OWN_POINT = DutyDraft(
    point="๓", asks="แจ้งชื่อและหมายเลขโทรศัพท์ของผู้ประสานงานของแต่ละแห่ง", report_to="จังหวัดตาก"
)
_OWN_LINE = f"{_OWN_POINT.point}. {_OWN_POINT.asks} ส่งให้{_OWN_POINT.report_to}"
_POINTS = tuple(f"{duty.point}. {duty.asks} ส่งให้{CENTRE}ในพื้นที่" for duty in _DUTIES)


@dataclass(frozen=True)
class DemoLetter:
    """A draft with what else its paper shows: who issues it, below which address."""

    draft: LetterDraft
    issuer_name: str
    issuer_address: str


def ministry_memo() -> DemoLetter:
    """The ministry's memo; the register number is ว ๓๗๙๙, the copy reads ว ๓๓๗๙๙."""
    draft = LetterDraft(
        kind=LetterKind.MEMO,
        subject=SUBJECT,
        addressee_text=("หัวหน้าส่วนราชการระดับกรม และหัวหน้าหน่วยงานรัฐวิสาหกิจในสังกัดกระทรวงมหาดไทย"),
        dated_on=date(2022, 5, 31),
        urgency=Urgency.MOST_URGENT,
        body=_body(
            "ที่ประชุมติดตามงานจิตอาสาพระราชทานทางไกล เมื่อวันที่ ๑๒ พฤษภาคม ๒๕๖๕ รับทราบว่ากรมการปกครอง"
            "ปรับหัวข้อในระบบ E-Report ให้ตรงกับชนิดของกิจกรรมมากขึ้น และเห็นควรให้ทุกหน่วยของกระทรวง"
            "รายงานทางเดียวกัน",
            "จึงขอให้หน่วยงานของท่านถือปฏิบัติตามมติในเอกสารแนบเฉพาะข้อที่เกี่ยวข้อง และแจ้งหน่วยในพื้นที่"
            "ให้รายงานครบถ้วน",
            "จึงเรียนมาเพื่อพิจารณาดำเนินการ",
        ),
        signatory_name="นายสมมุติ ตัวอย่าง",
        signatory_position="ปลัดกระทรวงมหาดไทย",
        owner_section="ศูนย์อำนวยการและขับเคลื่อนงานจิตอาสา กระทรวงมหาดไทย",
        contact="โทร. ๐ ๒๐๐๐ ๐๐๒๙",
        duties=_RESOLUTIONS,
    )
    return DemoLetter(draft, "กระทรวงมหาดไทย ศูนย์อำนวยการและขับเคลื่อนงานจิตอาสา", "")


def department_letter() -> DemoLetter:
    """The department's own letter to all governors; its copy shows no urgency."""
    draft = LetterDraft(
        kind=LetterKind.EXTERNAL,
        subject=SUBJECT,
        addressee_text="ผู้ว่าราชการจังหวัด ทุกจังหวัด",
        dated_on=date(2022, 6, 3),
        body=_body(
            "กระทรวงมหาดไทยขอให้หน่วยงานในสังกัดรายงานกิจกรรมจิตอาสาพระราชทานในระบบ E-Report"
            " ตามมติที่ประชุมเมื่อวันที่ ๑๒ พฤษภาคม ๒๕๖๕ รายละเอียดตามสิ่งที่ส่งมาด้วย",
            "ในส่วนขององค์กรปกครองส่วนท้องถิ่น ขอความอนุเคราะห์จังหวัดแจ้งให้ทราบและดำเนินการดังนี้",
            *_POINTS,
            "จึงเรียนมาเพื่อโปรดพิจารณา",
        ),
        signatory_name="นายธนา สาธิต",
        signatory_position="อธิบดีกรมส่งเสริมการปกครองท้องถิ่น",
        owner_section="สำนักงานเลขาธิการกรม\nกลุ่มงานกิจการพิเศษ",
        contact="โทร. ๐ ๒๐๐๐ ๐๘๐๑\nไปรษณีย์อิเล็กทรอนิกส์ saraban.dla@example.go.th",
        relay_phrase="องค์กรปกครองส่วนท้องถิ่น",
        citations=(
            CitationDraft(
                "enclosure",
                "สำเนาหนังสือกระทรวงมหาดไทย ด่วนที่สุด ที่ มท ๐๒๒๙/ว ๓๗๙๙ ลงวันที่ ๓๐ พฤษภาคม ๒๕๖๕ จำนวน ๑ ชุด",
            ),
        ),
        duties=_DUTIES,
    )
    return DemoLetter(draft, "กรมส่งเสริมการปกครองท้องถิ่น", "ถนนนครราชสีมา เขตดุสิต\nกรุงเทพฯ ๑๐๓๐๐")


def province_letter() -> DemoLetter:
    """Tak's own letter to its district chiefs and two mayors, who are to tell the rest."""
    draft = LetterDraft(
        kind=LetterKind.EXTERNAL,
        subject=SUBJECT,
        addressee_text="นายอำเภอทุกอำเภอ นายกเทศมนตรีนครแม่สอด และนายกเทศมนตรีเมืองตาก",
        dated_on=date(2022, 6, 16),
        urgency=Urgency.MOST_URGENT,
        body=_body(
            "กรมส่งเสริมการปกครองท้องถิ่นแจ้งมติที่ประชุมของกระทรวงมหาดไทยเรื่องการรายงานกิจกรรมจิตอาสา"
            "พระราชทานในระบบ E-Report ตามสิ่งที่ส่งมาด้วย",
            "จังหวัดตากขอให้องค์กรปกครองส่วนท้องถิ่นดำเนินการดังนี้",
            *_POINTS,
            _OWN_LINE,
            "จึงเรียนมาเพื่อพิจารณาดำเนินการ ทั้งนี้ ขอให้อำเภอแจ้งเทศบาลตำบลและองค์การบริหารส่วนตำบลในพื้นที่"
            "ให้ทราบและดำเนินการด้วย",
        ),
        signatory_name="นายวิชัย ตัวอย่าง",
        signatory_position="รองผู้ว่าราชการจังหวัด ปฏิบัติราชการแทน\nผู้ว่าราชการจังหวัดตาก",
        owner_section="สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตาก\nกลุ่มงานส่งเสริมและพัฒนาท้องถิ่น",
        contact="โทร. ๐ ๕๕๐๐ ๐๐๒๓",
        relay_phrase="เทศบาลตำบลและองค์การบริหารส่วนตำบล",
        citations=(
            CitationDraft(
                "enclosure",
                "สำเนาหนังสือกรมส่งเสริมการปกครองท้องถิ่น ด่วนที่สุด ที่ มท ๐๘๐๑.๔/ว ๑๖๕๘"
                " ลงวันที่ ๖ มิถุนายน ๒๕๖๕ จำนวน ๑ ชุด",
            ),
        ),
        duties=(*_DUTIES, _OWN_POINT),
    )
    return DemoLetter(draft, "ศาลากลางจังหวัดตาก", "ถนนพหลโยธิน ตก ๖๓๐๐๐")


def district_letter(district: str, dated_on: date) -> DemoLetter:
    """A district's own letter to its small bodies; from here on the story is invented."""
    draft = LetterDraft(
        kind=LetterKind.EXTERNAL,
        subject=SUBJECT,
        addressee_text="นายกเทศมนตรีตำบล และนายกองค์การบริหารส่วนตำบล ทุกแห่ง",
        dated_on=dated_on,
        urgency=Urgency.MOST_URGENT,
        body=_body(
            f"จังหวัดตากขอให้{district}แจ้งเทศบาลตำบลและองค์การบริหารส่วนตำบลในพื้นที่"
            "รายงานกิจกรรมจิตอาสาพระราชทาน รายละเอียดตามหนังสือที่อ้างถึง จึงขอให้ท่านดำเนินการดังนี้",
            *_POINTS,
            _OWN_LINE,
            f"จึงเรียนมาเพื่อพิจารณาดำเนินการ และแจ้งให้{district}ทราบเมื่อได้รับหนังสือนี้",
        ),
        signatory_name="นายณรงค์ จำลอง",
        signatory_position=f"นาย{district}",
        owner_section="สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอ",
        contact="โทร. ๐ ๕๕๐๐ ๐๐๑๘",
        citations=(
            CitationDraft(
                "reference",
                f"หนังสือจังหวัดตาก ด่วนที่สุด ที่ ตก ๐๐๒๓.๓/ว ๕๗๖๕ ลงวันที่ {format_long(date(2022, 6, 16))}",
            ),
        ),
        duties=(*_DUTIES, _OWN_POINT),
    )
    return DemoLetter(draft, f"ที่ว่าการ{district}", "จังหวัดตาก")


def report_letter(unit: str, text: str, dated_on: date) -> DemoLetter:
    """The page that one body attaches to its report."""
    draft = replace(
        district_letter("อำเภอ", dated_on).draft,
        subject="ส่งผลกิจกรรมจิตอาสาพระราชทาน",
        addressee_text="นายอำเภอ",
        urgency=Urgency.NORMAL,
        body=_body(text, "จึงเรียนมาเพื่อโปรดทราบ"),
        signatory_name="นางมาลี ทดลอง",
        signatory_position=f"นายก{unit}",
        owner_section="สำนักปลัด",
        citations=(),
        duties=(),
    )
    return DemoLetter(draft, f"ที่ทำการ{unit}", "จังหวัดตาก")


def _body(*paragraphs: str) -> str:
    return "\n".join(paragraphs)
