"""The demo's events: told by local bodies, reported with photos and clips, keyed in elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from saraban.cli.demo_cast import Stage
from saraban.cli.demo_clips import clip
from saraban.cli.demo_duty_tools import E_REPORT, Do, DutyTools
from saraban.cli.demo_pictures import picture
from saraban.desk import duty_answers, duty_events, report_duties
from saraban.desk.evidence import Chosen
from saraban.desk.filled_in_answers import Declared, DutyAnswer
from saraban.desk.report_duties import DutySaid, Owers, ReportPath
from saraban.rules.answers import Answer
from saraban.rules.evidence import EvidenceKind, EvidenceRule
from saraban.rules.permissions import Role
from saraban.rules.report_duties import ReportTo
from saraban.rules.report_form_examples import EVENT_REPORT
from saraban.rules.whens import OnEvent
from saraban.thai.dates import format_medium
from saraban.thai.digits import to_thai

PHOTOS = EvidenceRule(kinds=frozenset({EvidenceKind.PHOTO}))
CLIPS = EvidenceRule(kinds=frozenset({EvidenceKind.CLIP}), most_seconds=30)
# More than these different ones would only take longer to measure.
PHOTO_SEEDS = (101, 102, 103)


@dataclass(frozen=True)
class Event:
    """Something that a body held, told and reported. code is the district whose body it is.

    place is the body's place in its district. days is how many days later the report came,
    keyed the number under which the district entered it in the other system, blank for never.
    """

    code: str
    place: int
    name: str
    told: str
    reported: str
    people: int
    keyed: str = ""
    has_clip: bool = False


EVENTS = (
    Event("6306", 0, "ขุดลอกลำห้วยก่อนฤดูฝน", "2022-06-24 08:40", "2022-06-24 15:20", 46,
          keyed="ER-๖๕-๐๑๑๒", has_clip=True),
    Event("6306", 3, "ปลูกต้นไม้ริมตลิ่ง", "2022-06-29 09:05", "2022-06-30 10:30", 82,
          keyed="ER-๖๕-๐๑๓๐"),
    Event("6301", 0, "เก็บกวาดวัดและโรงเรียน", "2022-07-01 08:30", "2022-07-01 16:05", 35,
          has_clip=True),
    Event("6306", 4, "ช่วยผู้ประสบลมพายุ", "2022-07-11 07:50", "2022-07-12 09:10", 28,
          keyed="ER-๖๕-๐๑๗๑"),
    Event("6301", 3, "ซ้อมแผนรับน้ำป่า", "2022-07-20 09:00", "", 0),
)  # fmt: skip


class Events(DutyTools):
    """Two districts keep a duty for their bodies; one keys what comes into the other system."""

    def __init__(self, stage: Stage, letter_uid: Callable[[str], str]) -> None:
        super().__init__(stage, letter_uid)
        self.periods: dict[Event, int] = {}
        self.photo_count = 0

    def plan(self, do: Do) -> None:
        """The forms, the duties once their letters are out, then each event."""
        do("2022-06-16 15:10", self._build_forms)
        do("2022-06-20 10:40", lambda at: self._open_events("6301", at))
        do("2022-06-21 15:10", lambda at: self._open_events("6306", at))
        for event in EVENTS:
            do(event.told, partial(self._tell, event))
            if event.reported:
                do(event.reported, partial(self._report, event))
            if event.keyed:
                moment = event.reported[:11] + "16:20"
                do(moment, partial(self._key_in, event))

    def _open_events(self, code: str, at: datetime) -> None:
        tag = self.stage.district_tags[code]
        district = self.stage.units[tag].name_th
        self.duties[code] = report_duties.open_duty(
            actor=self.stage.actor(tag, at),
            at=at,
            letter_uid=self.letter_uid(tag),
            said=DutySaid(
                name="รายงานการจัดกิจกรรมจิตอาสาพร้อมภาพและคลิป",
                asks="ส่งผลพร้อมภาพถ่าย และคลิปสั้นไม่เกิน ๓๐ วินาที เพื่อบันทึกในระบบ E-Report",
                when=OnEvent(),
                path=ReportPath(ReportTo.OFFICE, f"ศูนย์อำนวยการจิตอาสาพระราชทาน{district}"),
                form_version_id=self.forms[code],
            ),
            owers=Owers(everyone_sent=True),
        ).uid

    def _tell(self, event: Event, at: datetime) -> None:
        told = duty_events.tell_event(
            actor=self.stage.actor(self._body(event), at),
            at=at,
            duty_uid=self.duties[event.code],
            event=event.name,
        )
        self.periods[event] = told.number

    def _report(self, event: Event, at: datetime) -> None:
        actor = self.stage.actor(self._body(event), at, Role.OFFICER)
        marks = [("photos1", PHOTOS, f"ภาพกิจกรรม-{n}.jpg", self._photo()) for n in ("๑", "๒")]
        if event.has_clip:
            marks.append(("clips1", CLIPS, "คลิปกิจกรรม.mp4", clip()))
        evidence = [
            Chosen(self._sent_up(actor, at, name, content), field, rule)
            for field, rule, name, content in marks
        ]
        duty_answers.answer_duty(
            actor=actor,
            at=at,
            duty_uid=self.duties[event.code],
            number=self.periods[event],
            said=DutyAnswer(
                answer=Answer.REPORT,
                typed={
                    "text1": event.name,
                    "date1": format_medium(at.date()),
                    "text2": f"พื้นที่{self.stage.units[self._body(event)].name_th}",
                    "number1": to_thai(str(event.people)),
                },
                form_version_id=self.forms[event.code],
                evidence=evidence,
            ),
        )

    def _key_in(self, event: Event, at: datetime) -> None:
        """The district centre enters it in the other system, and says under which number."""
        tag = self.stage.district_tags[event.code]
        officer = self.stage.actor(tag, at, Role.OFFICER)
        duty_answers.answer_duty(
            actor=officer,
            at=at,
            duty_uid=self.duties[event.code],
            number=self.periods[event],
            said=DutyAnswer(
                answer=Answer.ELSEWHERE,
                declared=Declared(E_REPORT, event.keyed, at.date(), officer.name),
            ),
            seen_version=1,
            for_unit_uid=self.stage.units[self._body(event)].uid,
        )

    def _build_forms(self, at: datetime) -> None:
        for code in ("6301", "6306"):
            self.forms[code] = self._form(self.stage.district_tags[code], EVENT_REPORT, at)

    def _photo(self) -> bytes:
        self.photo_count += 1
        return picture(PHOTO_SEEDS[self.photo_count % len(PHOTO_SEEDS)])

    def _body(self, event: Event) -> str:
        return self.stage.bodies_of[event.code][event.place]
