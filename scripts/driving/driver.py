"""Drives one circular down, act after act in the order of time, and counts what it did."""

import heapq
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

from saraban.desk import acknowledgement, dispatch, registration, reporting
from saraban.desk.dispatch import Addressees, Issued
from saraban.desk.drafts import CitationDraft, DutyDraft, LetterDraft
from saraban.desk.registration import Arrival
from saraban.rules.answers import Answer
from saraban.rules.deliveries import State
from saraban.rules.letters import LetterKind
from saraban.rules.registers import Channel
from saraban.rules.units import LOCAL_KINDS, UnitKind
from saraban.thai.dates import format_long
from scripts.driving.behaviour import HABITS, after
from scripts.driving.country import Agency, Country
from scripts.driving.told import Told, add_up

SUBJECTS = (
    "การเตรียมความพร้อมรับสถานการณ์อุทกภัยของหน่วยงานในพื้นที่",
    "การสำรวจทางข้ามและจุดเสี่ยงหน้าสถานศึกษา",
    "การรายงานจุดรวบรวมของเสียอันตรายจากชุมชน",
    "การปรับปรุงทะเบียนผู้สูงอายุที่อยู่ลำพัง",
)
TO_LOCALS = "องค์กรปกครองส่วนท้องถิ่น"
TO_SMALL = "เทศบาลตำบลและองค์การบริหารส่วนตำบล"
SMALL_HEADS = "นายกเทศมนตรีตำบล และนายกองค์การบริหารส่วนตำบล ทุกแห่ง"
EVERY_DISTRICT = "นายอำเภอ ทุกอำเภอ"
DUE_AFTER = timedelta(days=60)
PROVINCES = 76
FORGOTTEN_SHARE = 0.08  # of provinces that leave their own organisation out of their list


class Driver:
    """A queue of acts by their moment; each act may plan later ones."""

    def __init__(
        self, country: Country, lot: Random, *, start: datetime, until: datetime, order: int
    ) -> None:
        self.country, self.lot, self.until = country, lot, until
        self.subject = SUBJECTS[order % len(SUBJECTS)]
        self.start = start
        self.due_on: date = (start + DUE_AFTER).date()
        self.queue: list[tuple[datetime, int, Callable[[datetime], None]]] = []
        self.planned = 0
        self.told = Told(due_on=self.due_on)
        self.state: dict[int, tuple[Agency, State]] = {}
        self.dated: dict[str, date] = {}
        self.on_paper: set[int] = set()

    def drive(self, progress: Callable[[int, datetime], None]) -> Told:
        """Everything that happens until the last day."""
        self._plan(self.start, self._begin)
        while self.queue:
            at, _, act = heapq.heappop(self.queue)
            if at > self.until:
                break
            act(at)
            self.told.acts += 1
            if self.told.acts % 500 == 0:
                progress(self.told.acts, at)
        add_up(self.told, self.country, self.state, self.on_paper)
        return self.told

    def _plan(self, at: datetime, act: Callable[[datetime], None]) -> None:
        self.planned += 1
        heapq.heappush(self.queue, (at, self.planned, act))

    def _later(self, at: datetime, days: float, act: Callable[[datetime], None]) -> datetime:
        moment = after(at, days, self.lot)
        self._plan(moment, act)
        return moment

    def _begin(self, at: datetime) -> None:
        department, provinces = self.country.department, self.country.provinces
        everybody = len(provinces) == PROVINCES  # else only some take part, by a list
        issued = self._issue(
            self.country.ministry,
            at,
            "อธิบดีกรมส่งเสริมการปกครองท้องถิ่น",
            TO_LOCALS if everybody else "",
            [department],
        )
        self.told.root_uid = issued.letter_uid
        words = "ผู้ว่าราชการจังหวัด ทุกจังหวัด" if everybody else "ผู้ว่าราชการจังหวัด (ตามบัญชีแนบ)"

        def tell(moment: datetime, parent: Issued) -> None:
            sent = self._issue(department, moment, words, TO_LOCALS, provinces, conveys=parent)
            for province in provinces:
                self._arrive(province, sent, moment, "province", self._province_tells)

        self._arrive(department, issued, at, "department", tell)

    def _province_tells(self, province: Agency) -> Callable[[datetime, Issued], None]:
        def tell(at: datetime, parent: Issued) -> None:
            direct = [unit for unit in province.below if unit.kind in LOCAL_KINDS]
            listed = list(direct)
            if self.lot.random() < FORGOTTEN_SHARE:
                listed = [unit for unit in direct if unit.kind != UnitKind.PAO]
                self.told.forgotten[province.name] += len(direct) - len(listed)
            districts = [unit for unit in province.below if unit.kind == UnitKind.DISTRICT]
            words = EVERY_DISTRICT
            if listed:
                words += " และนายกองค์กรปกครองส่วนท้องถิ่น (ตามบัญชีแนบ)"
            sent = self._issue(province, at, words, TO_SMALL, [*districts, *listed], conveys=parent)
            for unit in districts:
                self._district(unit, sent, at)
            for unit in listed:
                self._arrive(unit, sent, at, "body", None)

        return tell

    def _district(self, district: Agency, sent: Issued, at: datetime) -> None:
        if district.is_here:
            self._arrive(district, sent, at, "district", self._district_tells)
            return
        self._set(district, State.SENT)
        if self.lot.random() >= HABITS["district"].never_tells:
            written = after(at, HABITS["district"].tells.days(self.lot), self.lot)
            number = f"{district.letters} {district.code[2:]}18/ว {self.lot.randrange(100, 900)}"
            self._by_paper(district, sent, number, written)

    def _district_tells(self, district: Agency) -> Callable[[datetime, Issued], None]:
        def tell(at: datetime, parent: Issued) -> None:
            if not district.below:
                return
            sent = self._issue(district, at, SMALL_HEADS, "", district.below, conveys=parent)
            for body in district.below:
                self._arrive(body, sent, at, "body", None)

        return tell

    def _by_paper(self, district: Agency, cited: Issued, number: str, written: datetime) -> None:
        """Its bodies register a letter that was written by hand: it shows what the office did."""
        draft = replace(
            self._draft(SMALL_HEADS, written, ""),
            citations=(
                CitationDraft(
                    "reference",
                    f"หนังสือ{district.province} ที่ {cited.printed_number} "
                    f"ลงวันที่ {format_long(self.dated[cited.letter_uid])}",
                ),
            ),
        )
        for body in district.below:
            habits = HABITS["body"]
            if not body.is_here or self.lot.random() < habits.silent:
                continue

            def take(at: datetime, body: Agency = body) -> None:
                registration.register_received(
                    actor=body.clerk,
                    at=at,
                    draft=draft,
                    printed_number=number,
                    issuer_text=district.name,
                    issuer_id=district.id,
                    arrival=Arrival(at.date(), at.time(), Channel.PAPER),
                )
                self.told.paper[district.province] += 1
                self.on_paper.add(body.id)
                self._set(district, State.PASSED_ON)  # known by what its body shows
                self._set(body, State.RECEIVED)

            self._later(written, habits.receives.days(self.lot), take)

    def _arrive(
        self,
        agency: Agency,
        letter: Issued,
        sent_at: datetime,
        level: str,
        tells: Callable[..., Callable[[datetime, Issued], None]] | Callable[..., None] | None,
    ) -> None:
        """Plan what an agency does with what came: numbers it, acknowledges, passes on, answers."""
        habits, lot = HABITS[level], self.lot
        if not agency.is_here:
            self._set(agency, State.SENT)
            return
        self._set(agency, State.DELIVERED)
        if lot.random() < habits.silent:
            if lot.random() < 0.5:
                self._later(sent_at, habits.receives.days(lot), self._opening(agency, letter))
            return
        received = after(sent_at, habits.receives.days(lot), lot)
        self._plan(received, self._receiving(agency, letter))
        done = received
        if lot.random() >= habits.numbers_only:
            done = after(received, habits.acknowledges.days(lot), lot)
            self._plan(done, self._acknowledging(agency, letter))
            drawn = lot.random()
            if drawn < habits.reports + habits.nil:
                answer = Answer.REPORT if drawn < habits.reports else Answer.NIL
                self._later(done, habits.answers.days(lot), self._answering(agency, letter, answer))
        if tells is not None and lot.random() >= habits.never_tells:
            act = tells if level == "department" else tells(agency)
            self._later(
                received,
                habits.tells.days(lot),
                lambda at: self._tell(agency, letter, at, act),
            )

    def _tell(
        self, agency: Agency, letter: Issued, at: datetime, act: Callable[..., object]
    ) -> None:
        act(at, letter)
        if agency.below or agency is self.country.department:
            self._set(agency, State.PASSED_ON)

    def _opening(self, agency: Agency, letter: Issued) -> Callable[[datetime], None]:
        def act(at: datetime) -> None:
            acknowledgement.mark_opened(actor=agency.clerk, at=at, letter_uid=letter.letter_uid)
            self._set(agency, State.OPENED)

        return act

    def _receiving(self, agency: Agency, letter: Issued) -> Callable[[datetime], None]:
        def act(at: datetime) -> None:
            arrival = Arrival(at.date(), time(at.hour, at.minute))
            registration.receive_delivery(
                actor=agency.clerk, at=at, letter_uid=letter.letter_uid, arrival=arrival
            )
            self._set(agency, State.RECEIVED)

        return act

    def _acknowledging(self, agency: Agency, letter: Issued) -> Callable[[datetime], None]:
        def act(at: datetime) -> None:
            acknowledgement.acknowledge(actor=agency.clerk, at=at, letter_uid=letter.letter_uid)
            if self.state[agency.id][1] is not State.PASSED_ON:
                self._set(agency, State.ACKNOWLEDGED)

        return act

    def _answering(
        self, agency: Agency, letter: Issued, answer: Answer
    ) -> Callable[[datetime], None]:
        def act(at: datetime) -> None:
            words = "ดำเนินการแล้วตามที่แจ้ง" if answer is Answer.REPORT else ""
            reporting.submit(
                actor=agency.clerk, at=at, letter_uid=letter.letter_uid, answer=answer, text=words
            )
            self._set(agency, State.REPORTED)

        return act

    def _set(self, agency: Agency, state: State) -> None:
        self.state[agency.id] = (agency, state)

    def _draft(self, addressee: str, at: datetime, relay: str) -> LetterDraft:
        return LetterDraft(
            kind=LetterKind.EXTERNAL,
            subject=self.subject,
            addressee_text=addressee,
            dated_on=at.date(),
            body=f"ด้วยขอให้หน่วยงานดำเนินการเรื่อง{self.subject} และแจ้งผลภายในกำหนด",
            signatory_name="นายสมมุติ ตัวอย่าง",
            signatory_position="ผู้บริหาร",
            relay_phrase=relay,
            duties=(DutyDraft("๑", "ดำเนินการและแจ้งผล", due_on=self.due_on),),
        )

    def _issue(
        self,
        sender: Agency,
        at: datetime,
        words: str,
        relay: str,
        to: list[Agency],
        *,
        conveys: Issued | None = None,
    ) -> Issued:
        issued = dispatch.issue(
            actor=sender.clerk,
            at=at,
            draft=self._draft(words, at, relay),
            code_letters=sender.letters,
            owner_number=_owner_number(sender),
            is_circular=True,
            addressees=Addressees(unit_ids=tuple(unit.id for unit in to)),
            conveys_uid=conveys.letter_uid if conveys else None,
        )
        if issued.unit_count != len(to):
            raise AssertionError(f"{sender.name}: {issued.unit_count} of {len(to)} addressees")
        self.dated[issued.letter_uid] = at.date()
        return issued


def _owner_number(sender: Agency) -> str:
    if sender.kind == UnitKind.DISTRICT:
        return f"{sender.code[2:]}18"
    return {"moi": "0211", "dla": "0808.2"}.get(sender.code, "0023.3")
