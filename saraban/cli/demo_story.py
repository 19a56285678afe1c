"""One circular's way from the ministry to the villages, told by the desk's own actions.

True are the units, numbers, dates and stamps until 16 June 2565 (2022); what the districts and
local bodies then do is invented. Everything happens in the order of its time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from saraban.cli import demo_duties, demo_endorsements, demo_letters
from saraban.cli.demo_acts import Acts
from saraban.cli.demo_cast import Stage
from saraban.clock import BANGKOK
from saraban.rules.registers import RegisterName

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


def tell(stage: Stage, *, has_duties: bool = True) -> None:
    """Everything, from the memo to the last report; with or without eight weeks of duties."""
    Story(stage).tell(has_duties=has_duties)


class Story:
    """Acts in the order of their time."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.acts = Acts(stage)
        self.plan: list[tuple[datetime, int, Callable[[datetime], object]]] = []

    def tell(self, *, has_duties: bool) -> None:
        """Plan all acts, then do them one after the other."""
        for tag, book, number in BOOKS:
            self.acts.open_book(tag, book, number)
        self._plan_the_chain()
        self._plan_the_two_mayors()
        for part in DISTRICTS:
            self._plan_a_district(part)
        demo_endorsements.plan(self._do, self.stage, lambda tag: self.acts.letters[tag].letter_uid)
        if has_duties:
            demo_duties.plan(self._do, self.stage, lambda tag: self.acts.letters[tag].letter_uid)
        code, moment = ONLY_OPENED
        self._do(
            moment, lambda at: self.acts.mark_opened(self.stage.district_tags[code], "tak", at)
        )
        for at, _, act in sorted(self.plan, key=lambda planned: planned[:2]):
            act(at)

    def _do(self, moment: str, act: Callable[[datetime], object]) -> None:
        self.plan.append((_at(moment), len(self.plan), act))

    def _plan_the_chain(self) -> None:
        """Ministry, department, province: the six stamps, times left blank as on the paper."""
        self._do("2022-05-31 08:45", lambda at: self.acts.issue(
            "moi", demo_letters.ministry_memo(), "มท", "0229", at, as_printed="มท ๐๒๒๙/ว ๓๓๗๙๙",
        ))  # fmt: skip
        self._do(
            "2022-05-31 09:50", lambda at: self.acts.receive("dla", "moi", at, digits="arabic")
        )
        self._do("2022-05-31 09:55", lambda at: self.acts.acknowledge("dla", "moi", at))
        self._do(
            "2022-05-31 10:10", lambda at: self.acts.pass_inside("dla", "secretariat", "moi", at)
        )
        self._do(
            "2022-05-31 13:15",
            lambda at: self.acts.receive("secretariat", "moi", at, digits="arabic"),
        )
        self._do(
            "2022-05-31 13:25",
            lambda at: self.acts.pass_inside("secretariat", "workgroup", "moi", at),
        )
        self._do("2022-05-31 15:40", lambda at: self.acts.receive(
            "workgroup", "moi", at, digits="arabic", printed_date="31/๕/๖๕",
        ))  # fmt: skip
        self._do("2022-06-03 10:30", lambda at: self.acts.issue(
            "dla", demo_letters.department_letter(), "มท", "0801.4", at, conveys="moi",
        ))  # fmt: skip
        self._do("2022-06-10 09:05", lambda at: self.acts.receive("tak", "dla", at))
        self._do("2022-06-10 09:10", lambda at: self.acts.acknowledge("tak", "dla", at))
        self._do("2022-06-10 09:30", lambda at: self.acts.pass_inside("tak", "dlatak", "dla", at))
        self._do("2022-06-10 10:40", lambda at: self.acts.receive("dlatak", "dla", at))
        self._do(
            "2022-06-10 15:50", lambda at: self.acts.pass_inside("dlatak", "section", "dla", at)
        )
        self._do("2022-06-13 09:00", lambda at: self.acts.receive("section", "dla", at))
        self._do("2022-06-16 14:20", lambda at: self.acts.issue(
            "tak", demo_letters.province_letter(), "ตก", "0023.3", at, conveys="dla",
        ))  # fmt: skip

    def _plan_the_two_mayors(self) -> None:
        """The city reports; the town gets the letter a second time, on paper, and voids a line."""
        self._plan_a_mayor("maesotcity", "2022-06-17 08:55", "2022-06-17 11:15")
        self._plan_a_mayor("taktown", "2022-06-17 09:10", "2022-06-20 08:40")
        self._do("2022-06-20 10:20", self.acts.town_registers_twice)
        self._do(
            "2022-07-05 15:30", lambda at: self.acts.report("maesotcity", "tak", at, on_paper=True)
        )

    def _plan_a_mayor(self, tag: str, received: str, acknowledged: str) -> None:
        self._do(received, lambda at: self.acts.mark_opened(tag, "tak", at))
        self._do(received, lambda at: self.acts.receive(tag, "tak", at, timed=True))
        self._do(acknowledged, lambda at: self.acts.acknowledge(tag, "tak", at))

    def _plan_a_district(self, part: DistrictPart) -> None:
        tag = self.stage.district_tags[part.code]
        self.acts.open_book(tag, RegisterName.RECEIVE, part.receipt_number)
        self._do(part.received, lambda at: self.acts.mark_opened(tag, "tak", at))
        self._do(part.received, lambda at: self.acts.receive(tag, "tak", at, timed=True))
        if part.acknowledged:
            self._do(part.acknowledged, lambda at: self.acts.acknowledge(tag, "tak", at))
        if part.passed_on is None:
            return
        self.acts.open_book(tag, RegisterName.CIRCULAR, part.circular_number)
        letter = demo_letters.district_letter(
            self.stage.units[tag].name_th, _at(part.passed_on).date()
        )
        number = f"{part.code[2:]}18"
        self._do(
            part.passed_on, lambda at: self.acts.issue(tag, letter, "ตก", number, at, conveys="tak")
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
            self._do(f"{day} {clock}", lambda at: self.acts.mark_opened(body, district, at))
        if does in "RANg":
            self.acts.open_book(body, RegisterName.RECEIVE, 312 + place * 37)
            self._do(f"{day} {clock}", lambda at: self.acts.receive(body, district, at, timed=True))
        if does in "RAN":
            self._do(f"{day} 15:45", lambda at: self.acts.acknowledge(body, district, at))
        if does == "R":
            self._do(f"{later} {clock}", lambda at: self.acts.report(body, district, at))
        if does == "N":
            self._do(f"{later} {clock}", lambda at: self.acts.report_nil(body, district, at))


def _at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=BANGKOK)
