"""The demo's weekly and monthly reports, owed by one office alone, with a day rolled back."""

from datetime import date, datetime
from functools import partial

from saraban.cli.demo_duty_tools import E_REPORT, STORY_ENDS, Do, DutyTools
from saraban.desk import duty_answers, registration, report_duties, report_reviews
from saraban.desk.drafts import LetterDraft
from saraban.desk.filled_in_answers import DutyAnswer
from saraban.desk.registration import Arrival
from saraban.desk.report_duties import DutySaid, Owers, ReportPath
from saraban.rules.answers import Answer
from saraban.rules.letters import LetterKind
from saraban.rules.permissions import Role
from saraban.rules.report_duties import ReportTo
from saraban.rules.report_form_examples import WEEKLY_SUMMARY
from saraban.rules.whens import Every, MonthDay, Recurring, Roll

# The weekly rounds of the one office that owes them: number, moment, answer. What is not here was
# never sent; the fourth Wednesday is a holiday, so its day is the Tuesday before.
WEEKS = (
    (1, "2022-06-22 10:15", Answer.REPORT, 6, 212),
    (2, "2022-07-01 09:40", Answer.REPORT, 4, 130),
    (3, "2022-07-06 11:05", Answer.NIL, 0, 0),
    (4, "2022-07-12 14:30", Answer.REPORT, 5, 171),
    (5, "2022-07-20 10:00", Answer.REPORT, 7, 260),
    (7, "2022-08-03 09:30", Answer.REPORT, 3, 95),
)
# The eighth Wednesday: a worker that finds the demo years later makes no further rounds.
LAST_DAY = date(2022, 8, 10)
NEVER_SENT = (6, 8)
RETURNED_WEEK, CORRECTED = 7, "2022-08-04 10:45"
MONTHS = ((1, "2022-07-05 13:20", 15, 513),)


class Rounds(DutyTools):
    """The rounds: opened by the province, answered by ปก., reviewed by the province."""

    def plan(self, do: Do) -> None:
        """The form, the two duties, what came, and what was said of it."""
        do("2022-06-16 15:10", self._build_form)
        do("2022-06-16 15:30", self._open_rounds)
        for number, moment, answer, events, people in WEEKS:
            do(moment, partial(self._answer_round, "weekly", number, answer, events, people))
        for number, moment, events, people in MONTHS:
            report = Answer.REPORT
            do(moment, partial(self._answer_round, "monthly", number, report, events, people))
        do("2022-06-23 09:10", lambda at: self._accept("weekly", 1, "dopatak", 1, at))
        do("2022-07-13 09:00", lambda at: self._accept("weekly", 4, "dopatak", 1, at))
        do("2022-08-03 15:40", lambda at: self._give_back(at))
        do(CORRECTED, lambda at: self._answer_round(
            "weekly", RETURNED_WEEK, Answer.REPORT, 3, 59, at, seen=1
        ))  # fmt: skip
        do("2022-08-05 09:20", lambda at: self._accept("weekly", RETURNED_WEEK, "dopatak", 2, at))
        do(STORY_ENDS, lambda at: self._close("tak", "weekly", NEVER_SENT, at))
        do(STORY_ENDS, lambda at: self._close("tak", "monthly", (2,), at))

    def _open_rounds(self, at: datetime) -> None:
        clerk = self.stage.actor("tak", at)
        arrived = registration.register_received(
            actor=clerk,
            at=at,
            draft=LetterDraft(
                kind=LetterKind.EXTERNAL,
                subject="การรายงานผลกิจกรรมจิตอาสาพระราชทานประจำสัปดาห์และประจำเดือน",
                addressee_text="ผู้ว่าราชการจังหวัดตาก",
                dated_on=date(2022, 6, 14),
            ),
            printed_number="มท ๐๓๐๖/ว ๑๕๒๐๓",
            issuer_text="กรมการปกครอง",
            arrival=Arrival(at.date()),
        )
        path = ReportPath(ReportTo.SYSTEM, E_REPORT)
        starts_on = date(2022, 6, 17)
        for name, words, when in (
            (
                "weekly",
                "รายงานผลกิจกรรมจิตอาสาประจำสัปดาห์",
                Recurring(Every.WEEK, starts_on, LAST_DAY, weekdays=(2,)),
            ),
            (
                "monthly",
                "รายงานผลกิจกรรมจิตอาสาประจำเดือน",
                Recurring(
                    Every.MONTH, starts_on, LAST_DAY, days=(MonthDay(1, weekday=2),), after=1
                ),
            ),
        ):
            self.duties[name] = report_duties.open_duty(
                actor=clerk,
                at=at,
                letter_uid=arrived.letter_uid,
                said=DutySaid(
                    name=words,
                    asks="รวบรวมผลกิจกรรมในจังหวัดแล้วรายงาน",
                    when=when,
                    roll=Roll.BACK,
                    path=path,
                    form_version_id=self.forms["weekly"],
                    needs_review=True,
                ),
                owers=Owers(unit_ids=(self._id("dopatak"),)),
            ).uid

    def _answer_round(
        self, duty: str, number: int, answer: Answer, events: int, people: int, at: datetime,
        seen: int = 0,
    ) -> None:  # fmt: skip
        typed = {"number1": str(events), "number2": str(people), "choice1": ["option1"]}
        is_report = answer is Answer.REPORT
        duty_answers.answer_duty(
            actor=self.stage.actor("dopatak", at, Role.OFFICER),
            at=at,
            duty_uid=self.duties[duty],
            number=number,
            said=DutyAnswer(
                answer=answer,
                typed=typed if is_report else {},
                form_version_id=self.forms["weekly"] if is_report else None,
            ),
            seen_version=seen,
        )

    def _give_back(self, at: datetime) -> None:
        report_reviews.return_report(
            actor=self.stage.actor("tak", at, Role.OFFICER),
            at=at,
            duty_uid=self.duties["weekly"],
            number=RETURNED_WEEK,
            unit_uid=self.stage.units["dopatak"].uid,
            seen_version=1,
            field_words={"number2": "ผู้เข้าร่วมนับซ้ำกับสัปดาห์ก่อน"},
        )

    def _build_form(self, at: datetime) -> None:
        self.forms["weekly"] = self._form("tak", WEEKLY_SUMMARY, at)
