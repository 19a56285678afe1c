"""The demo's first point: two districts ask their bodies, sum up what came and send one up."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from saraban.cli.demo_cast import Stage
from saraban.cli.demo_duty_tools import STORY_ENDS, Do, DutyTools
from saraban.desk import duty_answers, report_duties
from saraban.desk.filled_in_answers import DutyAnswer
from saraban.desk.report_duties import DutySaid, Owers
from saraban.queries.report_sums import reports_below
from saraban.rules.answers import Answer
from saraban.rules.permissions import Role
from saraban.rules.report_form_examples import WEEKLY_SUMMARY
from saraban.rules.whens import FixedDay
from saraban.thai.digits import to_thai

# By district its bodies' answers in their order, and when it sums up: w answers, n has nothing to
# tell, . is silent. The day set for the bodies leaves the district a week.
DISTRICTS = {
    "6301": ("ww.w.wn.nw", "2022-07-25 10:30"),
    "6306": ("www.w.ww...", "2022-07-27 15:10"),
}
DUE, DUE_BELOW = date(2022, 7, 27), date(2022, 7, 20)
NAME = "สรุปการเตรียมชุดช่วยเหลือประชาชนก่อนและหลังเกิดภัย"


class Summaries(DutyTools):
    """The province asks those it wrote to; a district asks in its own letter, by an earlier day."""

    def __init__(self, stage: Stage, letter_uid: Callable[[str], str]) -> None:
        super().__init__(stage, letter_uid)
        self.people: dict[str, list[tuple[int, int]]] = {}

    def plan(self, do: Do) -> None:
        """The duty, the same again below, what came, and the two summaries."""
        do("2022-06-16 15:55", self._open_above)
        do("2022-06-21 15:30", partial(self._open_below, "6301"))
        do("2022-06-21 15:40", partial(self._open_below, "6306"))
        for code, (answers, summed_at) in DISTRICTS.items():
            bodies = self.stage.bodies_of[code]
            for place, (tag, does) in enumerate(zip(bodies, answers, strict=True)):
                moment = f"2022-07-{13 + place % 4 + 5:02} 11:{10 + place * 3:02}"
                if does != ".":
                    do(moment, partial(self._answer, code, tag, does, place))
            do(summed_at, partial(self._sum_up, code))
            do(STORY_ENDS, partial(self._close, self.stage.district_tags[code], code, (1,)))
        do(STORY_ENDS, partial(self._close, "tak", "above", (1,)))

    def _open_above(self, at: datetime) -> None:
        self.forms["summary"] = self._form("tak", WEEKLY_SUMMARY, at)
        self.duties["above"] = report_duties.open_duty(
            actor=self.stage.actor("tak", at),
            at=at,
            letter_uid=self.letter_uid("tak"),
            said=self._said(DUE),
            owers=Owers(everyone_sent=True),
            place=1,
        ).uid

    def _open_below(self, code: str, at: datetime) -> None:
        tag = self.stage.district_tags[code]
        self.duties[code] = report_duties.open_duty(
            actor=self.stage.actor(tag, at),
            at=at,
            letter_uid=self.letter_uid(tag),
            said=self._said(DUE_BELOW),
            owers=Owers(everyone_sent=True),
            place=1,
            above_uid=self.duties["above"],
        ).uid

    def _said(self, due_on: date) -> DutySaid:
        return DutySaid(
            name=NAME,
            asks="เตรียมชุดช่วยเหลือประชาชนร่วมกับผู้นำหมู่บ้านหรือชุมชน แล้วส่งผล",
            when=FixedDay(due_on),
            form_version_id=self.forms["summary"],
        )

    def _answer(self, code: str, tag: str, does: str, place: int, at: datetime) -> None:
        teams, people = 1 + place % 3, 12 + place * 5
        is_report = does == "w"
        duty_answers.answer_duty(
            actor=self.stage.actor(tag, at, Role.OFFICER),
            at=at,
            duty_uid=self.duties[code],
            number=1,
            said=DutyAnswer(
                answer=Answer.REPORT if is_report else Answer.NIL,
                typed=_typed(teams, people) if is_report else {},
                form_version_id=self.forms["summary"] if is_report else None,
            ),
        )
        if is_report:
            self.people.setdefault(code, []).append((teams, people))

    def _sum_up(self, code: str, at: datetime) -> None:
        """With what is in: the report says for ever how many were lacking."""
        actor = self.stage.actor(self.stage.district_tags[code], at, Role.OFFICER)
        below = reports_below(actor, self.duties["above"], 1, today=at.date())
        teams, people = (sum(column) for column in zip(*self.people[code], strict=True))
        duty_answers.answer_duty(
            actor=actor,
            at=at,
            duty_uid=self.duties["above"],
            number=1,
            said=DutyAnswer(
                answer=Answer.REPORT,
                text=f"รวมจาก {to_thai(str(len(below.takeable)))} แห่ง ส่วนที่เหลือติดตามอยู่",
                typed=_typed(teams, people),
                form_version_id=self.forms["summary"],
                parts=[line.report_uid for line in below.takeable],
            ),
        )


def _typed(teams: int, people: int) -> dict[str, str | list[str]]:
    return {"number1": str(teams), "number2": str(people), "choice1": ["option1"]}
