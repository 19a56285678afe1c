"""What the demo's people do with a letter, each through the desk's own action."""

from dataclasses import replace
from datetime import datetime, time
from itertools import cycle

from saraban.cli import demo_letters
from saraban.cli.demo_cast import Stage
from saraban.cli.demo_letters import DemoLetter
from saraban.cli.demo_pictures import picture
from saraban.clock import BANGKOK
from saraban.desk import acknowledgement, dispatch, filing, registration, reporting
from saraban.desk.dispatch import Addressees, Issued
from saraban.desk.filing import NewFile
from saraban.desk.registration import Arrival, Registered
from saraban.paper.house_style import PrintFailed
from saraban.paper.letter_form import letter_form
from saraban.paper.pdf_print import letter_pdf
from saraban.rules.answers import Answer
from saraban.rules.permissions import Role
from saraban.rules.registers import Channel, RegisterName
from saraban.thai.digits import to_thai

BE_YEAR = 2565
BOOKS_BEGUN = datetime(2022, 5, 30, 16, tzinfo=BANGKOK)

REPORTS = (
    "ชุดปฏิบัติการจิตอาสาภัยพิบัติ ๑๒ คน ร่วมกับผู้ใหญ่บ้านขุดลอกรางระบายน้ำ หมู่ที่ ๔ ก่อนฤดูฝน ๘๕ ครัวเรือนได้ประโยชน์",
    "จิตอาสา ๓๐ คน เก็บกิ่งไม้ล้มขวางทางหลังฝนหนัก ๒ จุด และตรวจป้ายเตือนน้ำหลากตลอดลำห้วย",
    "จัดกิจกรรมปลูกต้นไม้ริมตลิ่งร่วมกับโรงเรียนในพื้นที่ ๑๕๐ ต้น มีจิตอาสาเข้าร่วม ๖๔ คน",
    "ซ้อมแผนรับน้ำป่ากับชุมชน ๒ หมู่บ้าน ตรวจเครื่องสูบน้ำและเรือท้องแบนให้พร้อมใช้",
)

# Letters of 2565 that went by post: they had arrived when a registry stamped them, not before.
BY_POST = frozenset({"moi", "dla"})


class Acts:
    """Acts of the stage's units, by their tags; letters by the tag of who wrote them."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.letters: dict[str, Issued] = {}
        self.reports = cycle(REPORTS)
        self.report_count = 0

    def open_book(self, tag: str, book: RegisterName, number: int) -> None:
        """Begin a unit's book at the number that its paper book had come to."""
        at = BOOKS_BEGUN
        registration.open_book(
            actor=self.stage.actor(tag, at),
            at=at,
            register=book,
            be_year=BE_YEAR,
            first_number=number,
        )

    def issue(
        self,
        tag: str,
        letter: DemoLetter,
        code_letters: str,
        owner_number: str,
        at: datetime,
        *,
        conveys: str | None = None,
        as_printed: str = "",
    ) -> None:
        """Number and send it to whom its own address line names, then attach its PDF."""
        clerk = self.stage.actor(tag, at)
        issued = dispatch.issue(
            actor=clerk,
            at=at,
            draft=letter.draft,
            code_letters=code_letters,
            owner_number=owner_number,
            is_circular=True,
            addressees=Addressees(
                phrase=letter.draft.addressee_text,
                channel=Channel.PAPER if tag in BY_POST else Channel.SYSTEM,
            ),
            conveys_uid=self.letters[conveys].letter_uid if conveys else None,
            as_printed=as_printed,
        )
        self.letters[tag] = issued
        name = f"{issued.printed_number.replace('/', '-')}.pdf"
        content = _pdf(letter, issued.printed_number, issued.letter_uid)
        filing.attach(
            actor=clerk,
            at=at,
            letter_uid=issued.letter_uid,
            files=[NewFile(name, content, "application/pdf", "letter")],
        )

    def mark_opened(self, tag: str, letter: str, at: datetime) -> None:
        """Open a letter for the first time."""
        acknowledgement.mark_opened(
            actor=self.stage.actor(tag, at), at=at, letter_uid=self.letters[letter].letter_uid
        )

    def receive(
        self,
        tag: str,
        letter: str,
        at: datetime,
        *,
        digits: str = "thai",
        printed_date: str = "",
        timed: bool = False,
    ) -> Registered:
        """Register what came; timed where the stamp has a time of day."""
        return registration.receive_delivery(
            actor=self.stage.actor(tag, at),
            at=at,
            letter_uid=self.letters[letter].letter_uid,
            arrival=Arrival(
                received_on=at.date(),
                received_time=at.time() if timed else None,
                channel=Channel.PAPER if letter in BY_POST else Channel.SYSTEM,
                digits=digits,
                printed_date=printed_date,
            ),
        )

    def pass_inside(self, tag: str, desk: str, letter: str, at: datetime) -> None:
        """Pass a letter on to a desk inside the unit."""
        registration.pass_inside(
            actor=self.stage.actor(tag, at),
            at=at,
            letter_uid=self.letters[letter].letter_uid,
            to_unit_uid=self.stage.units[desk].uid,
        )

    def acknowledge(self, tag: str, letter: str, at: datetime) -> None:
        """Say that it was received, as the officer."""
        acknowledgement.acknowledge(
            actor=self.stage.actor(tag, at, Role.OFFICER),
            at=at,
            letter_uid=self.letters[letter].letter_uid,
        )

    def report(self, tag: str, letter: str, at: datetime, *, on_paper: bool = False) -> None:
        """A report with a picture, or with a printed page."""
        text = next(self.reports)
        self.report_count += 1
        if on_paper:
            page = demo_letters.report_letter(self.stage.units[tag].name_th, text, at.date())
            content = _pdf(page, "ตก ๕๒๐๐๑/๔๓๑", f"report-{self.report_count}")
            evidence = NewFile("ผลกิจกรรมจิตอาสา.pdf", content, "application/pdf", "evidence")
        else:
            name = f"ภาพกิจกรรม-{to_thai(str(self.report_count))}.jpg"
            evidence = NewFile(name, picture(self.report_count), "image/jpeg", "evidence")
        reporting.submit(
            actor=self.stage.actor(tag, at, Role.OFFICER),
            at=at,
            letter_uid=self.letters[letter].letter_uid,
            answer=Answer.REPORT,
            text=text,
            files=[evidence],
        )

    def report_nil(self, tag: str, letter: str, at: datetime) -> None:
        """Say that there is nothing to report."""
        reporting.submit(
            actor=self.stage.actor(tag, at),
            at=at,
            letter_uid=self.letters[letter].letter_uid,
            answer=Answer.NIL,
            text="",
        )

    def town_registers_twice(self, at: datetime) -> None:
        """The paper copy comes after the delivery; the clerk sees it too late."""
        clerk = self.stage.actor("taktown", at)
        draft = demo_letters.province_letter().draft
        again = registration.register_received(
            actor=clerk,
            at=at,
            draft=replace(draft, citations=(), duties=(), relay_phrase=""),
            printed_number=self.letters["tak"].printed_number,
            issuer_text="จังหวัดตาก",
            arrival=Arrival(at.date(), time(10, 15), Channel.PAPER),
            is_another_arrival=True,
        )
        registration.void_entry(
            actor=clerk,
            at=at.replace(minute=at.minute + 12),
            entry_uid=again.entry_uid,
            reason="ลงรับซ้ำ เป็นฉบับเดียวกับที่ได้รับทางระบบเมื่อ ๑๗ มิ.ย. ๒๕๖๕",
        )


def _pdf(letter: DemoLetter, printed_number: str, uid: str) -> bytes:
    """The letter on paper, printed in this process: the demo prints several."""
    draft = letter.draft
    if draft.dated_on is None:
        raise ValueError("a letter of the demo has a date")
    try:
        return letter_pdf(
            letter_form(
                uid=uid,
                kind=draft.kind,
                urgency=draft.urgency,
                secrecy=draft.secrecy,
                printed_number=printed_number,
                issuer_name=letter.issuer_name,
                issuer_address=letter.issuer_address,
                dated_on=draft.dated_on,
                subject=draft.subject,
                addressee_text=draft.addressee_text,
                citations=[(cited.place, cited.text) for cited in draft.citations],
                body=draft.body,
                signatory_name=draft.signatory_name,
                signatory_position=draft.signatory_position,
                owner_section=draft.owner_section,
                contact=draft.contact,
            )
        )
    except OSError as error:  # a system library that WeasyPrint loads is not there
        raise PrintFailed(reason="libraries") from error
