"""A letter's point becomes a duty: who owes it, what they owe, and what is refused."""

from dataclasses import replace
from datetime import date

import pytest

from saraban.desk.drafts import DutyDraft
from saraban.desk.registration import void_entry
from saraban.desk.report_duties import DutySaid, Owers, ReportPath, open_duty
from saraban.errors import (
    DutyNotOwed,
    DutyOwedByNobody,
    FormNotOurs,
    InvalidInput,
    LaterThanDutyAbove,
    LetterNotFound,
    LetterNotSentByUs,
    MissingField,
    NumberAlreadyVoid,
    PointHasDuty,
    Refused,
    SecretContentRefused,
    TooManyPastPeriods,
    UnitsChangedMeanwhile,
    UnitsNotSentTo,
)
from saraban.queries.ledger_check import check_ledger
from saraban.records import (
    DutyUnit,
    ExpectedReport,
    Letter,
    RegisterEntry,
    ReportDuty,
    ReportFormVersion,
    ReportPeriod,
)
from saraban.rules.report_duties import ReportTo
from saraban.rules.whens import Every, FixedDay, OnEvent, Recurring, Soon, Standing
from tests.ledgers import tell_cast
from tests.make import at, register, send
from tests.owed import owe_everything

DUE = FixedDay(date(2022, 6, 30))
WEEKLY = Recurring(Every.WEEK, date(2022, 6, 16), weekdays=(2,))


@pytest.fixture
def circular(cast):
    """The province's own, to its two districts, with one point."""
    duties = (DutyDraft("๑", "รายงานผล", "จังหวัด", date(2022, 6, 30)),)
    return send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", duties=duties).letter_uid


def open_it(officer, letter_uid, **named):
    said = {key: named.pop(key) for key in list(named) if key in DutySaid.__annotations__}
    filled = {"name": "รายงานผล", "when": DUE}
    return open_duty(
        actor=officer,
        at=named.pop("when_made", at()),
        letter_uid=letter_uid,
        said=DutySaid(**(filled | said)),
        owers=named.pop("owers", Owers(everyone_sent=True)),
        **named,
    )


def test_the_whole_set_of_a_letters_deliveries_owes_it_each_with_the_day_of_the_letter(
    cast, circular
):
    opened = open_it(cast.province.officer, circular, place=1)

    duty = ReportDuty.get()
    assert (opened.uid, opened.unit_count, opened.period_count) == (duty.uid, 2, 1)
    assert duty.point.asks == "รายงานผล"
    assert duty.unit_count == 2
    owing = {row.to_unit_id for row in DutyUnit.select()}
    assert owing == {cast.district_a.unit.id, cast.district_b.unit.id}
    expected = list(ExpectedReport.select())
    assert {row.to_unit_id for row in expected} == owing
    assert {row.due_on for row in expected} == {DUE.on}


def test_it_is_told_in_the_ledger_to_the_last_row(cast, circular):
    tell_cast(cast)
    open_it(cast.province.officer, circular, when=WEEKLY)

    assert ExpectedReport.select().count() == 18
    assert check_ledger().findings == ()


@pytest.mark.parametrize(
    ("owers", "who"),
    [
        (lambda c: Owers(sent_ids=(c.district_b.unit.id,)), {"district_b"}),
        (lambda c: Owers(phrase="นายกเทศมนตรีนครแม่สอด"), {"city"}),
        (lambda c: Owers(unit_ids=(c.department.unit.id,)), {"department"}),
        (lambda c: Owers(ourselves=True), {"province"}),
        (
            lambda c: Owers(everyone_sent=True, unit_ids=(c.city.unit.id,)),
            {"district_a", "district_b", "city"},
        ),
    ],
    ids=["a choice", "a phrase", "one unit alone", "ourselves", "several ways"],
)
def test_who_owes_it_is_said_in_several_ways(cast, circular, owers, who):
    open_it(cast.province.officer, circular, owers=owers(cast))

    assert {row.to_unit_id for row in DutyUnit.select()} == {
        getattr(cast, name).unit.id for name in who
    }


def test_a_round_may_have_a_year_behind_it_and_no_more(cast, circular):
    # Wednesdays: 53 of them from 16 June 2564 to 15 June 2565.
    begun = Recurring(Every.WEEK, date(2021, 6, 16), weekdays=(2,))
    long_ago = replace(begun, starts_on=date(2018, 1, 1))

    with pytest.raises(TooManyPastPeriods, match=r"233 งวด.*53 งวด.*๑๖ มิ\.ย\. ๒๕๖๔") as refused:
        open_it(cast.province.officer, circular, when=long_ago)
    assert refused.value.field == "starts_on"
    assert ReportDuty.select().count() == 0
    opened = open_it(cast.province.officer, circular, when=begun)

    assert opened.period_count == 53 + 9


def test_a_letter_that_is_secret_or_void_becomes_no_duty(cast, circular):
    secret = register(cast.province.clerk, secrecy="secret", subject="").letter_uid
    entry = RegisterEntry.get(RegisterEntry.letter == Letter.get(Letter.uid == circular).id)
    void_entry(actor=cast.province.clerk, at=at(6, 17), entry_uid=entry.uid, reason="พิมพ์ผิด")

    with pytest.raises(SecretContentRefused):
        open_it(cast.province.officer, secret, owers=Owers(ourselves=True))
    with pytest.raises(NumberAlreadyVoid):
        open_it(cast.province.officer, circular)

    assert ReportDuty.select().count() == 0


def test_a_second_duty_of_a_point_is_refused_to_who_asks_for_the_first(cast, circular):
    open_it(cast.province.officer, circular, place=1, is_first=True)

    with pytest.raises(PointHasDuty):
        open_it(cast.province.officer, circular, place=1, is_first=True)
    open_it(cast.province.officer, circular, place=1)

    assert ReportDuty.select().count() == 2


def test_a_duty_owed_by_nobody_is_refused(cast, circular):
    with pytest.raises(DutyOwedByNobody):
        open_it(cast.province.officer, circular, owers=Owers())

    assert ReportDuty.select().count() == 0


def test_a_phrase_that_means_nobody_is_refused_as_well(cast, circular):
    with pytest.raises(DutyOwedByNobody):
        open_it(cast.province.officer, circular, owers=Owers(phrase="นายกเทศมนตรีเมือง ทุกแห่ง"))


def test_only_receivers_of_the_letter_are_a_choice_of_them(cast, circular):
    with pytest.raises(UnitsNotSentTo):
        open_it(cast.province.officer, circular, owers=Owers(sent_ids=(cast.city.unit.id,)))


def test_a_letter_from_outside_asks_ourselves_and_has_no_receivers_of_ours(cast):
    letter = register(cast.district_a.clerk).letter_uid

    with pytest.raises(LetterNotSentByUs):
        open_it(cast.district_a.officer, letter)
    open_it(cast.district_a.officer, letter, owers=Owers(ourselves=True))

    assert DutyUnit.get().to_unit_id == cast.district_a.unit.id


def test_a_round_begins_with_its_next_periods_and_what_has_no_calendar_with_none(cast, circular):
    weekly = open_it(cast.province.officer, circular, when=WEEKLY)
    events = open_it(cast.province.officer, circular, when=OnEvent())
    standing = open_it(cast.province.officer, circular, when=Standing())
    soon = open_it(cast.province.officer, circular, when=Soon())

    # Nine Wednesdays from 22 June within 62 days of 16 June.
    assert [one.period_count for one in (weekly, events, standing, soon)] == [9, 0, 0, 1]
    assert ReportPeriod.select().where(ReportPeriod.due_on.is_null()).count() == 1


def test_what_is_said_is_kept_with_it(cast, circular):
    path = ReportPath(ReportTo.SYSTEM, "ระบบ  E-Report")
    open_it(
        cast.province.officer, circular, path=path, roll="back", needs_review=True, closes_after=7,
        is_until_office_hours=False, asks=" ส่งภาพ ",
    )  # fmt: skip

    duty = ReportDuty.get()
    assert (duty.report_kind, duty.report_to, duty.roll) == ("system", "ระบบ E-Report", "back")
    assert (duty.needs_review, duty.closes_after, duty.asks) == (True, 7, "ส่งภาพ")
    assert not duty.is_until_office_hours


@pytest.mark.parametrize(
    ("said", "refusal", "field"),
    [
        ({"name": "  "}, MissingField, "name"),
        ({"path": ReportPath(ReportTo.OFFICE)}, MissingField, "report_to"),
        ({"roll": "sideways"}, InvalidInput, "roll"),
        ({"closes_after": -1}, InvalidInput, "closes_after"),
        ({"form_version_id": 999}, FormNotOurs, "form"),
    ],
)
def test_what_makes_no_duty_is_refused_beside_its_field(cast, circular, said, refusal, field):
    with pytest.raises(refusal) as caught:
        open_it(cast.province.officer, circular, **said)

    assert caught.value.field == field
    assert ReportDuty.select().count() == 0


def test_a_set_that_has_become_another_is_looked_at_again(cast, circular):
    with pytest.raises(UnitsChangedMeanwhile):
        open_it(cast.province.officer, circular, seen_count=3)


def test_who_may_not_is_refused_and_who_does_not_see_the_letter_finds_none(cast, circular):
    with pytest.raises(Refused):
        open_it(cast.province.executive, circular)
    with pytest.raises(LetterNotFound):
        open_it(cast.pao.officer, circular)


class TestRemade:
    """A district makes of the province's duty one of its own for its local bodies."""

    @pytest.fixture
    def above(self, cast, circular):
        return open_it(cast.province.officer, circular).uid

    def remake(self, cast, above, circular, *, on, **named):
        return open_it(
            cast.district_a.officer, circular, above_uid=above, when=FixedDay(on),
            owers=Owers(unit_ids=(cast.tambon_mun.unit.id,)), **named,
        )  # fmt: skip

    def test_it_is_tied_to_the_duty_above_and_due_before_it(self, cast, circular, above):
        own = self.remake(cast, above, circular, on=date(2022, 6, 28))

        duty = ReportDuty.get(ReportDuty.uid == own.uid)
        assert duty.above.uid == above
        assert duty.unit_id == cast.district_a.unit.id

    def test_a_later_day_needs_a_reason(self, cast, circular, above):
        with pytest.raises(LaterThanDutyAbove) as caught:
            self.remake(cast, above, circular, on=date(2022, 7, 4))
        self.remake(cast, above, circular, on=date(2022, 7, 4), late_reason="น้ำท่วมทั้งตำบล")

        assert caught.value.facts == {"days": 4}
        late = ReportDuty.get(ReportDuty.above.is_null(False))
        assert late.late_reason == "น้ำท่วมทั้งตำบล"

    def test_only_who_owes_a_duty_makes_it_their_own(self, cast, circular, above):
        with pytest.raises(DutyNotOwed):
            open_it(cast.province.officer, circular, above_uid=above)


def test_a_form_is_the_keepers_own_or_one_that_it_fills_in_itself(cast, circular):
    owe_everything(cast.province.clerk, cast.district_a.officer, circular)
    version = ReportFormVersion.get().id
    ours = Owers(ourselves=True)

    open_it(cast.province.officer, circular, form_version_id=version, owers=ours)
    open_it(cast.district_a.officer, circular, form_version_id=version, owers=ours)
    with pytest.raises(FormNotOurs):
        open_it(cast.district_b.officer, circular, form_version_id=version, owers=ours)
