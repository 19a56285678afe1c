"""What offices wrote on the letter of the demo: proposals, orders, one taken back, one for another.

Invented, as is everything that happened inside an office; the days fit the true stamps.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TypeVar

from saraban.cli.demo_cast import Stage
from saraban.desk import acting, endorsement, endorsing_habits, unit_groups
from saraban.desk.endorsement import Assignment, DeskNamed
from saraban.desk.endorsing_habits import OrderOffered
from saraban.desk.unit_groups import GroupSaid
from saraban.queries.acting import acting_page, actings_of
from saraban.queries.endorsement_stacks import note_stacks
from saraban.queries.endorsements import letter_notes
from saraban.queries.order_choices import desk_choices
from saraban.rules.permissions import Actor, Manner, Role

_Choice = TypeVar("_Choice")
Do = Callable[[str, Callable[[datetime], object]], None]

# The province's keys: words, the tag of the desk, days.
USUAL_ORDERS = (
    ("ทราบ", None, None),
    ("มอบ สถจ.ตาก ดำเนินการ", "dlatak", 7),
    ("แจ้งอำเภอทุกอำเภอ", None, None),
    ("เก็บเข้าแฟ้มเรื่อง", None, None),
)
# A group the province sends to again, by the key F2.
BORDER_GROUP = GroupSaid("อำเภอชายแดน", "นายอำเภอแม่สอด แม่ระมาด ท่าสองยาง พบพระ และอุ้มผาง", place=1)


def plan(do: Do, stage: Stage, letter_uid: Callable[[str], str]) -> None:
    """Put everything into the story's plan; letter_uid gives a letter by the tag of its issuer."""
    Notes(stage, letter_uid).plan(do)


class Notes:
    """Who writes what on which letter, at which moment."""

    def __init__(self, stage: Stage, letter_uid: Callable[[str], str]) -> None:
        self.stage = stage
        self.letter_uid = letter_uid

    def plan(self, do: Do) -> None:
        """The province with its office and group, the city, the town, and two districts."""
        self._plan_the_province(do)
        self._plan_the_city(do)
        self._plan_the_town(do)
        for tag, moment in (("6304", "2022-06-20 13:30"), ("6309", "2022-06-21 10:15")):
            self._plan_a_proposal_that_waits(do, tag, moment)

    def _plan_the_province(self, do: Do) -> None:
        do("2022-05-30 16:10", self._keep_usual_orders)
        do("2022-06-10 09:12", lambda at: self._write(
            "tak", "dla", at, "propose",
            "สถ. ขอให้จังหวัดแจ้งอำเภอและ อปท. รายงานกิจกรรมจิตอาสา\nเห็นควรมอบ สถจ.ตาก ดำเนินการ",
            self._to("dlatak", date(2022, 6, 17)),
        ))  # fmt: skip
        do("2022-06-10 09:32", lambda at: self._write(
            "tak", "dla", at, "order", "มอบ สถจ.ตาก ดำเนินการ",
            self._to("dlatak", date(2022, 6, 17)), role=Role.EXECUTIVE,
        ))  # fmt: skip
        do("2022-06-10 15:55", lambda at: self._write(
            "dlatak", "dla", at, "order", "มอบ กง.สส. ยกร่างหนังสือจังหวัดถึงอำเภอ",
            self._to("section", date(2022, 6, 16)), role=Role.EXECUTIVE,
        ))  # fmt: skip
        do("2022-06-16 15:05", lambda at: self._finish("section", at, "ยกร่างเสนอแล้ว ออกเป็น ว ๕๗๖๕"))
        do("2022-06-16 15:20", lambda at: self._finish("dlatak", at, "จังหวัดแจ้งอำเภอแล้ว"))

    def _plan_the_city(self, do: Do) -> None:
        """A proposal is taken back, a right one made, and the mayor orders a person."""
        city = "maesotcity"
        do("2022-06-17 09:20", lambda at: self._write(city, "tak", at, "propose", "เห็นควรทราบ"))
        do("2022-06-17 09:25", self._take_back)
        do("2022-06-17 09:40", lambda at: self._write(
            city, "tak", at, "propose",
            "จังหวัดขอรายงานผลพร้อมภาพถ่าย เห็นควรมอบเจ้าของเรื่องดำเนินการ",
            self._to_officer(city, at, date(2022, 6, 30)),
        ))  # fmt: skip
        do("2022-06-17 10:10", lambda at: self._write(
            city, "tak", at, "comment", "ชุดจิตอาสาภัยพิบัติมีแผนขุดลอกรางระบายน้ำอยู่แล้ว รายงานได้ทันกำหนด",
            role=Role.OFFICER,
        ))  # fmt: skip
        do("2022-06-17 11:05", lambda at: self._write(
            city, "tak", at, "order", "เห็นชอบตามเสนอ",
            self._to_officer(city, at, date(2022, 6, 30)), role=Role.EXECUTIVE,
        ))  # fmt: skip

        do("2022-07-05 15:40", lambda at: self._finish(
            city, at, "รายงานจังหวัดพร้อมภาพถ่ายแล้ว", role=Role.OFFICER
        ))  # fmt: skip

    def _plan_the_town(self, do: Do) -> None:
        """The mayor is away for three days; the officer stands in and orders in both names."""
        do("2022-06-15 16:20", self._stand_in)
        do("2022-06-17 09:30", lambda at: self._write(
            "taktown", "tak", at, "propose", "เห็นควรแจ้งชุมชนและรายงานผลภายในกำหนด"
        ))  # fmt: skip
        do("2022-06-17 13:10", self._order_standing_in)

    def _plan_a_proposal_that_waits(self, do: Do, code: str, moment: str) -> None:
        tag = self.stage.district_tags[code]
        do(moment, lambda at: self._write(
            tag, "tak", at, "propose", "จังหวัดขอให้แจ้ง อปท. ในพื้นที่ เห็นควรเวียนต่อและกำชับให้รายงาน"
        ))  # fmt: skip

    def _write(
        self,
        tag: str,
        letter: str,
        at: datetime,
        kind: str,
        text: str,
        assignment: Assignment | None = None,
        *,
        role: Role = Role.CLERK,
    ) -> str:
        return endorsement.endorse(
            actor=self.stage.actor(tag, at, role),
            at=at,
            letter_uid=self.letter_uid(letter),
            kind=kind,
            text=text,
            assignment=assignment,
        )

    def _to(self, tag: str, due_on: date) -> Assignment:
        return Assignment(DeskNamed(unit_uid=self.stage.units[tag].uid), due_on=due_on)

    def _to_officer(self, tag: str, at: datetime, due_on: date) -> Assignment:
        officer = self.stage.actor(tag, at, Role.OFFICER)
        person = _named(desk_choices(officer, on=at.date()), officer, lambda one: one.name)
        return Assignment(DeskNamed(person_uid=person.key.removeprefix("person:")), due_on=due_on)

    def _finish(self, tag: str, at: datetime, words: str, *, role: Role = Role.CLERK) -> None:
        doer = self.stage.actor(tag, at, role)
        ordered = note_stacks(doer, today=at.date()).ordered[0]
        endorsement.finish_order(actor=doer, at=at, ordered_id=ordered.ordered_id, words=words)

    def _take_back(self, at: datetime) -> None:
        clerk = self.stage.actor("maesotcity", at)
        note = letter_notes(clerk, self.letter_uid("tak")).lines[-1]
        endorsement.withdraw(
            actor=clerk, at=at, endorsement_uid=note.uid, reason="เสนอผิด หนังสือขอให้รายงานผลด้วย"
        )

    def _stand_in(self, at: datetime) -> None:
        mayor = self.stage.actor("taktown", at, Role.EXECUTIVE)
        officer = self.stage.actor("taktown", at, Role.OFFICER)
        page = acting_page(mayor, on=at.date())
        acting.let_act(
            actor=mayor,
            at=at,
            post_id=int(page.posts[0].key),
            person_uid=_named(page.people, officer, lambda one: one.words).key,
            manner=Manner.ACTING_FOR,
            valid_from=date(2022, 6, 16),
            valid_to=date(2022, 6, 19),
            by_order="คำสั่งเทศบาลเมืองตาก ที่ ๔๑๒/๒๕๖๕",
        )

    def _order_standing_in(self, at: datetime) -> None:
        officer = self.stage.actor("taktown", at, Role.OFFICER)
        assert officer.person_id is not None  # people of the demo are persons
        endorsement.endorse(
            actor=actings_of(officer.person_id, at.date())[0].actor(officer.person_id),
            at=at,
            letter_uid=self.letter_uid("tak"),
            kind="order",
            text="เห็นชอบตามเสนอ",
        )

    def _keep_usual_orders(self, at: datetime) -> None:
        clerk = self.stage.actor("tak", at)
        for text, tag, days in USUAL_ORDERS:
            desk = self.stage.units[tag].uid if tag else ""
            endorsing_habits.add_usual_order(
                actor=clerk, at=at, offered=OrderOffered(text, desk, days)
            )
        endorsing_habits.choose_habits(
            actor=clerk, at=at, awaits_proposals=False, prints_order_stamp=True
        )
        unit_groups.keep_group(actor=clerk, at=at, said=BORDER_GROUP)


def _named(choices: Sequence[_Choice], who: Actor, words: Callable[[_Choice], str]) -> _Choice:
    """The choice whose words begin with the person's name."""
    return next(one for one in choices if words(one).startswith(who.name))
