"""One circular's way from the ministry to the villages, told by the desk's own actions.

True are the units, numbers, dates and stamps until 16 June 2565 (2022); what the districts and
local bodies then do is invented. Everything happens in the order of its time.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import cycle

from saraban.cli import demo_duties, demo_endorsements, demo_letters
from saraban.cli.demo_cast import Stage
from saraban.cli.demo_letters import DemoLetter
from saraban.cli.demo_pictures import picture
from saraban.clock import BANGKOK
from saraban.desk import acknowledgement, dispatch, filing, registration, reporting
from saraban.desk.dispatch import Addressees, Issued
from saraban.desk.filing import NewFile
from saraban.desk.registration import Arrival, Registered
from saraban.paper.letter_form import letter_form
from saraban.paper.pdf_print import PrintFailed, letter_pdf
from saraban.rules.answers import Answer
from saraban.rules.permissions import Role
from saraban.rules.registers import Channel, RegisterName
from saraban.thai.digits import to_thai

BE_YEAR = 2565

# Books that were begun on paper: (whose, which, the next number).
BOOKS = (
    ("moi", RegisterName.CIRCULAR, 3799),
    ("dla", RegisterName.RECEIVE, 30400),
    ("secretariat", RegisterName.RECEIVE, 1436),
    ("workgroup", RegisterName.RECEIVE, 536),
    ("dla", RegisterName.CIRCULAR, 1658),
    ("tak", RegisterName.RECEIVE, 1149),
    ("dlatak", RegisterName.RECEIVE, 1037),
    ("section", RegisterName.RECEIVE, 116),
    ("tak", RegisterName.CIRCULAR, 5765),
    ("maesotcity", RegisterName.RECEIVE, 4182),
    ("taktown", RegisterName.RECEIVE, 2960),
)


@dataclass(frozen=True)
class DistrictPart:
    """What one district does: each a moment, or null where it never does it.

    bodies are the parts of the bodies it tells, in their order.
    """

    code: str
    received: str
    receipt_number: int
    passed_on: str | None = None
    circular_number: int = 0
    acknowledged: str | None = None
    bodies: str = ""


# R reports, A acknowledges, N has nothing to report, g registers, o opens, - stays silent.
DISTRICTS = (
    DistrictPart(
        "6301", "2022-06-17 09:20", 2207, "2022-06-20 10:00", 418, "2022-06-17 15:10",
        bodies="RAgRoAg-NA",
    ),
    DistrictPart(
        "6306", "2022-06-17 10:45", 3115, "2022-06-21 14:30", 655, "2022-06-20 08:50",
        bodies="RgAoR-gAog-",
    ),
    DistrictPart(
        "6302", "2022-06-17 13:40", 1386, "2022-06-22 09:40", 290, bodies="AgRog--A"
    ),
    DistrictPart(
        "6307", "2022-06-20 09:15", 1024, "2022-06-24 11:00", 233, "2022-06-24 11:20",
        bodies="go--gA",
    ),
    DistrictPart("6304", "2022-06-20 11:30", 1198),
    DistrictPart("6309", "2022-06-21 09:05", 877, acknowledged="2022-06-21 09:30"),
)  # fmt: skip
ONLY_OPENED = ("6305", "2022-06-20 16:05")

REPORTS = (
    "ชุดปฏิบัติการจิตอาสาภัยพิบัติ ๑๒ คน ร่วมกับผู้ใหญ่บ้านขุดลอกรางระบายน้ำ หมู่ที่ ๔ ก่อนฤดูฝน ๘๕ ครัวเรือนได้ประโยชน์",
    "จิตอาสา ๓๐ คน เก็บกิ่งไม้ล้มขวางทางหลังฝนหนัก ๒ จุด และตรวจป้ายเตือนน้ำหลากตลอดลำห้วย",
    "จัดกิจกรรมปลูกต้นไม้ริมตลิ่งร่วมกับโรงเรียนในพื้นที่ ๑๕๐ ต้น มีจิตอาสาเข้าร่วม ๖๔ คน",
    "ซ้อมแผนรับน้ำป่ากับชุมชน ๒ หมู่บ้าน ตรวจเครื่องสูบน้ำและเรือท้องแบนให้พร้อมใช้",
)


def tell(stage: Stage, *, has_duties: bool = True) -> None:
    """Everything, from the memo to the last report; with or without eight weeks of duties."""
    Story(stage).tell(has_duties=has_duties)


# Letters of 2565 that went by post: they had arrived when a registry stamped them, not before.
BY_POST = frozenset({"moi", "dla"})


class Story:
    """Acts in order of their time; letters by the tag of who wrote them."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.letters: dict[str, Issued] = {}
        self.plan: list[tuple[datetime, int, Callable[[datetime], object]]] = []
        self.reports = cycle(REPORTS)
        self.report_count = 0

    def tell(self, *, has_duties: bool) -> None:
        """Plan all acts, then do them one after the other."""
        for tag, book, number in BOOKS:
            self._open_book(tag, book, number)
        self._plan_the_chain()
        self._plan_the_two_mayors()
        for part in DISTRICTS:
            self._plan_a_district(part)
        demo_endorsements.plan(self._do, self.stage, lambda tag: self.letters[tag].letter_uid)
        if has_duties:
            demo_duties.plan(self._do, self.stage, lambda tag: self.letters[tag].letter_uid)
        code, moment = ONLY_OPENED
        self._do(moment, lambda at: self._open(self.stage.district_tags[code], "tak", at))
        for at, _, act in sorted(self.plan, key=lambda planned: planned[:2]):
            act(at)

    def _do(self, moment: str, act: Callable[[datetime], object]) -> None:
        self.plan.append((_at(moment), len(self.plan), act))

    def _plan_the_chain(self) -> None:
        """Ministry, department, province: the six stamps, times left blank as on the paper."""
        self._do("2022-05-31 08:45", lambda at: self._issue(
            "moi", demo_letters.ministry_memo(), "มท", "0229", at, as_printed="มท ๐๒๒๙/ว ๓๓๗๙๙",
        ))  # fmt: skip
        self._do("2022-05-31 09:50", lambda at: self._receive("dla", "moi", at, digits="arabic"))
        self._do("2022-05-31 09:55", lambda at: self._acknowledge("dla", "moi", at))
        self._do("2022-05-31 10:10", lambda at: self._pass("dla", "secretariat", "moi", at))
        self._do(
            "2022-05-31 13:15", lambda at: self._receive("secretariat", "moi", at, digits="arabic")
        )
        self._do("2022-05-31 13:25", lambda at: self._pass("secretariat", "workgroup", "moi", at))
        self._do("2022-05-31 15:40", lambda at: self._receive(
            "workgroup", "moi", at, digits="arabic", printed_date="31/๕/๖๕",
        ))  # fmt: skip
        self._do("2022-06-03 10:30", lambda at: self._issue(
            "dla", demo_letters.department_letter(), "มท", "0801.4", at, conveys="moi",
        ))  # fmt: skip
        self._do("2022-06-10 09:05", lambda at: self._receive("tak", "dla", at))
        self._do("2022-06-10 09:10", lambda at: self._acknowledge("tak", "dla", at))
        self._do("2022-06-10 09:30", lambda at: self._pass("tak", "dlatak", "dla", at))
        self._do("2022-06-10 10:40", lambda at: self._receive("dlatak", "dla", at))
        self._do("2022-06-10 15:50", lambda at: self._pass("dlatak", "section", "dla", at))
        self._do("2022-06-13 09:00", lambda at: self._receive("section", "dla", at))
        self._do("2022-06-16 14:20", lambda at: self._issue(
            "tak", demo_letters.province_letter(), "ตก", "0023.3", at, conveys="dla",
        ))  # fmt: skip

    def _plan_the_two_mayors(self) -> None:
        """The city reports; the town gets the letter a second time, on paper, and voids a line."""
        self._plan_a_mayor("maesotcity", "2022-06-17 08:55", "2022-06-17 11:15")
        self._plan_a_mayor("taktown", "2022-06-17 09:10", "2022-06-20 08:40")
        self._do("2022-06-20 10:20", self._town_registers_twice)
        self._do(
            "2022-07-05 15:30", lambda at: self._report("maesotcity", "tak", at, on_paper=True)
        )

    def _plan_a_mayor(self, tag: str, received: str, acknowledged: str) -> None:
        self._do(received, lambda at: self._open(tag, "tak", at))
        self._do(received, lambda at: self._receive(tag, "tak", at, timed=True))
        self._do(acknowledged, lambda at: self._acknowledge(tag, "tak", at))

    def _plan_a_district(self, part: DistrictPart) -> None:
        tag = self.stage.district_tags[part.code]
        self._open_book(tag, RegisterName.RECEIVE, part.receipt_number)
        self._do(part.received, lambda at: self._open(tag, "tak", at))
        self._do(part.received, lambda at: self._receive(tag, "tak", at, timed=True))
        if part.acknowledged:
            self._do(part.acknowledged, lambda at: self._acknowledge(tag, "tak", at))
        if part.passed_on is None:
            return
        self._open_book(tag, RegisterName.CIRCULAR, part.circular_number)
        letter = demo_letters.district_letter(
            self.stage.units[tag].name_th, _at(part.passed_on).date()
        )
        number = f"{part.code[2:]}18"
        self._do(
            part.passed_on, lambda at: self._issue(tag, letter, "ตก", number, at, conveys="tak")
        )
        bodies = self.stage.bodies_of[part.code]
        for place, (body, does) in enumerate(zip(bodies, part.bodies, strict=True)):
            self._plan_a_body(body, tag, does, place, _at(part.passed_on).date())

    def _plan_a_body(self, body: str, district: str, does: str, place: int, sent_on: date) -> None:
        """One small body: a letter from its part says how far it goes."""
        first = sent_on.toordinal() + (3 if sent_on.weekday() == 4 else 1)  # not on a Saturday
        day, later = (date.fromordinal(first + shift).isoformat() for shift in (0, 7 + place % 5))
        hour = (9, 10, 11, 13, 14, 15)[place % 6]
        clock = f"{hour:02}:{(place * 7) % 45:02}"
        if does in "oRANg":
            self._do(f"{day} {clock}", lambda at: self._open(body, district, at))
        if does in "RANg":
            self._open_book(body, RegisterName.RECEIVE, 312 + place * 37)
            self._do(f"{day} {clock}", lambda at: self._receive(body, district, at, timed=True))
        if does in "RAN":
            self._do(f"{day} 15:45", lambda at: self._acknowledge(body, district, at))
        if does == "R":
            self._do(f"{later} {clock}", lambda at: self._report(body, district, at))
        if does == "N":
            self._do(f"{later} {clock}", lambda at: self._report_nil(body, district, at))

    def _open_book(self, tag: str, book: RegisterName, number: int) -> None:
        at = _at("2022-05-30 16:00")
        registration.open_book(
            actor=self.stage.actor(tag, at),
            at=at,
            register=book,
            be_year=BE_YEAR,
            first_number=number,
        )

    def _issue(
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

    def _open(self, tag: str, letter: str, at: datetime) -> None:
        acknowledgement.mark_opened(
            actor=self.stage.actor(tag, at), at=at, letter_uid=self.letters[letter].letter_uid
        )

    def _receive(
        self,
        tag: str,
        letter: str,
        at: datetime,
        *,
        digits: str = "thai",
        printed_date: str = "",
        timed: bool = False,
    ) -> Registered:
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

    def _pass(self, tag: str, desk: str, letter: str, at: datetime) -> None:
        registration.pass_inside(
            actor=self.stage.actor(tag, at),
            at=at,
            letter_uid=self.letters[letter].letter_uid,
            to_unit_uid=self.stage.units[desk].uid,
        )

    def _acknowledge(self, tag: str, letter: str, at: datetime) -> None:
        acknowledgement.acknowledge(
            actor=self.stage.actor(tag, at, Role.OFFICER),
            at=at,
            letter_uid=self.letters[letter].letter_uid,
        )

    def _report(self, tag: str, letter: str, at: datetime, *, on_paper: bool = False) -> None:
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

    def _city_reports(self, at: datetime) -> None:
        self._report("maesotcity", "tak", at, on_paper=True)

    def _report_nil(self, tag: str, letter: str, at: datetime) -> None:
        reporting.submit(
            actor=self.stage.actor(tag, at),
            at=at,
            letter_uid=self.letters[letter].letter_uid,
            answer=Answer.NIL,
            text="",
        )

    def _town_registers_twice(self, at: datetime) -> None:
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


def _at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=BANGKOK)


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
