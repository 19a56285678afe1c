"""The demo's third point: a province asks all 69 local bodies, and each answers in its own way."""

from collections.abc import Callable
from datetime import date, datetime

from saraban.cli.demo_cast import Stage
from saraban.cli.demo_duty_tools import Do, DutyTools
from saraban.desk import duty_answers, extensions, report_duties, report_reviews
from saraban.desk.filled_in_answers import DutyAnswer
from saraban.desk.report_duties import DutySaid, Owers
from saraban.rules.answers import Answer
from saraban.rules.permissions import Role
from saraban.rules.whens import FixedDay

# What each body of the four districts that passed the letter on answers to the third point: in the
# order of its district's bodies. a in time, l late, n nil, x not concerned, r returned and sent
# again, e with an extension, . not at all.
CONTACTS = {
    "6301": "aarlana.xn",
    "6306": "arael.an.x.",
    "6302": "aal.a..n",
    "6307": "al...n",
}
CONTACTS_DUE = date(2022, 7, 8)


class Contacts(DutyTools):
    """Late, nil, not concerned, returned, accepted, with an extension, or never."""

    def __init__(self, stage: Stage, letter_uid: Callable[[str], str]) -> None:
        super().__init__(stage, letter_uid)
        self.asks: dict[str, str] = {}

    def plan(self, do: Do) -> None:
        """The duty, then what came and what was decided on it."""
        do("2022-06-16 15:50", self._open_contacts)
        for code, answers in CONTACTS.items():
            bodies = self.stage.bodies_of[code]
            for place, (tag, does) in enumerate(zip(bodies, answers, strict=True)):
                self._plan_contact(do, tag, does, place)
        self._plan_contact(do, "maesotcity", "a", 2)
        self._plan_contact(do, "taktown", "l", 3)

    def _plan_contact(self, do: Do, tag: str, does: str, place: int) -> None:
        minute = f"{10 + place * 4:02}"
        if does in "aer":
            do(
                f"2022-07-0{5 + place % 3} 10:{minute}",
                lambda at: self._ask(tag, at) if does == "e" else self._tell_contact(tag, at),
            )
        if does == "e":
            do("2022-07-08 11:20", lambda at: self._grant(tag, at))
            do(f"2022-07-18 09:{minute}", lambda at: self._tell_contact(tag, at))
        if does == "r":
            do("2022-07-11 14:" + minute, lambda at: self._return_contact(tag, at))
            do(f"2022-07-12 09:{minute}", lambda at: self._tell_contact(tag, at, seen=1))
        if does == "l":
            do(f"2022-07-1{1 + place % 2} 13:{minute}", lambda at: self._tell_contact(tag, at))
        if does == "n":
            do(f"2022-07-07 14:{minute}", lambda at: self._tell_contact(tag, at, Answer.NIL))
        if does == "x":
            do(
                f"2022-07-07 15:{minute}",
                lambda at: self._tell_contact(tag, at, Answer.NOT_CONCERNED),
            )
        if does in "ar":
            seen = 2 if does == "r" else 1
            do(f"2022-07-19 10:{minute}", lambda at: self._accept("contacts", 1, tag, seen, at))

    def _open_contacts(self, at: datetime) -> None:
        clerk = self.stage.actor("tak", at)
        bodies = [tag for tags in self.stage.bodies_of.values() for tag in tags]
        tags = [*bodies, "paotak", "taktown", "maesotcity"]
        self.duties["contacts"] = report_duties.open_duty(
            actor=clerk,
            at=at,
            letter_uid=self.letter_uid("tak"),
            said=DutySaid(
                name="แจ้งชื่อและหมายเลขโทรศัพท์ของผู้ประสานงาน",
                asks="แจ้งชื่อและหมายเลขโทรศัพท์ของผู้ประสานงานของแต่ละแห่ง",
                when=FixedDay(CONTACTS_DUE),
                needs_review=True,
                closes_after=60,
            ),
            owers=Owers(unit_ids=tuple(self._id(tag) for tag in tags)),
            place=3,
        ).uid

    def _tell_contact(
        self, tag: str, at: datetime, answer: Answer = Answer.REPORT, seen: int = 0
    ) -> None:
        words = {
            Answer.REPORT: "ผู้ประสานงาน: ปลัด โทร. ๐ ๕๕๐๐ ๐๐๐๐ (แต่งขึ้น)",
            Answer.NOT_CONCERNED: "ใช้ผู้ประสานงานร่วมกับแห่งข้างเคียง ตามบันทึกข้อตกลง",
        }
        duty_answers.answer_duty(
            actor=self.stage.actor(tag, at, Role.OFFICER),
            at=at,
            duty_uid=self.duties["contacts"],
            number=1,
            said=DutyAnswer(answer=answer, text=words.get(answer, "")),
            seen_version=seen,
        )

    def _return_contact(self, tag: str, at: datetime) -> None:
        report_reviews.return_report(
            actor=self.stage.actor("tak", at, Role.OFFICER),
            at=at,
            duty_uid=self.duties["contacts"],
            number=1,
            unit_uid=self.stage.units[tag].uid,
            seen_version=1,
            words="หมายเลขโทรศัพท์ไม่ครบ",
        )

    def _ask(self, tag: str, at: datetime) -> None:
        self.asks[tag] = extensions.ask_extension(
            actor=self.stage.actor(tag, at, Role.OFFICER),
            at=at,
            duty_uid=self.duties["contacts"],
            number=1,
            asked_for=date(2022, 7, 18),
            reason="ผู้ประสานงานเดิมย้าย อยู่ระหว่างแต่งตั้งใหม่",
        )

    def _grant(self, tag: str, at: datetime) -> None:
        extensions.decide_extension(
            actor=self.stage.actor("tak", at, Role.EXECUTIVE),
            at=at,
            duty_uid=self.duties["contacts"],
            ask_uid=self.asks[tag],
            granted_until=date(2022, 7, 18),
        )
