"""Numbers of a sender that never came, known by what did come and by what is cited."""

from datetime import date

import pytest

from saraban.desk.drafts import CitationDraft
from saraban.desk.registration import void_entry
from saraban.errors import Refused, UnitNotFound
from saraban.queries.number_gaps import SenderNumbers, missing_numbers
from tests.cast import Cast
from tests.make import at, register, send

YEAR = 2565


def came(cast: Cast, *numbers: int, office: str = "มท ๐๘๐๑.๔", day: int = 1) -> None:
    """Circulars of the department in the province's book, a day apart."""
    for place, number in enumerate(numbers):
        register(
            cast.province.clerk,
            printed_number=f"{office}/ว {number}",
            dated_on=date(2022, 6, day + place),
            issuer_text="กรมส่งเสริมการปกครองท้องถิ่น",
        )


def only(cast: Cast, **asked: object) -> SenderNumbers:
    (sender,) = missing_numbers(cast.province.clerk, be_year=YEAR, **asked).senders
    return sender


def test_numbers_between_those_that_came_are_missing_with_what_came_before_and_after(
    cast: Cast,
) -> None:
    came(cast, 1654, 1656, 1658, 1659)

    sender = only(cast)

    assert (sender.series, sender.came_count, sender.missing_count) == ("มท 0801.4", 4, 2)
    assert [(gap.first, gap.last) for gap in sender.gaps] == [(1655, 1655), (1657, 1657)]
    assert sender.gaps[0].before.dated_on == date(2022, 6, 1)
    assert (sender.gaps[0].after.number, sender.gaps[0].after.dated_on) == (1656, date(2022, 6, 2))


def test_a_long_run_is_one_gap(cast: Cast) -> None:
    came(cast, 100, 800)

    (gap,) = only(cast).gaps

    assert (gap.first, gap.last, gap.count) == (101, 799, 699)


def test_a_number_that_a_letter_cites_exists_though_it_never_came(cast: Cast) -> None:
    came(cast, 1654)
    register(
        cast.province.clerk,
        printed_number="มท ๐๘๐๑.๔/๗๗๗",
        citations=(CitationDraft("reference", "หนังสือ สถ. ที่ มท ๐๘๐๑.๔/ว ๑๖๕๖ ลงวันที่ ๙ มิ.ย. ๒๕๖๕"),),
    )

    sender = only(cast)

    assert [(gap.first, gap.cited is not None) for gap in sender.gaps] == [
        (1655, False),
        (1656, True),
    ]
    cited = sender.gaps[1].cited
    assert (cited.dated_on, cited.citing_number) == (date(2022, 6, 9), "มท ๐๘๐๑.๔/๗๗๗")
    assert sender.cited_count == 1


def test_a_cited_letter_that_came_as_well_is_not_missing(cast: Cast) -> None:
    came(cast, 1656)
    register(
        cast.province.clerk,
        printed_number="มท ๐๘๐๑.๔/๗๗๗",
        citations=(CitationDraft("reference", "ที่ มท ๐๘๐๑.๔/ว ๑๖๕๖ ลงวันที่ ๑ มิ.ย. ๒๕๖๕"),),
    )

    assert only(cast).gaps == ()


def test_a_slip_in_a_citation_that_was_traced_to_its_letter_is_no_number(cast: Cast) -> None:
    parent = register(cast.province.clerk, printed_number="มท ๐๒๒๙/ว ๓๓๗๙๙")
    send(
        cast.province.clerk,
        phrase="นายอำเภอทุกอำเภอ",
        conveys_uid=parent.letter_uid,
        citations=(CitationDraft("reference", "มท ๐๒๒๙/ว ๓๗๙๙ ลงวันที่ ๓๐ พ.ค. ๒๕๖๕"),),
    )

    assert only(cast).gaps == ()


def test_our_own_circulars_that_others_cite_are_none_that_should_have_come(cast: Cast) -> None:
    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    register(
        cast.province.clerk,
        printed_number="ตก ๐๑๑๘/๕",
        citations=(CitationDraft("reference", "ที่ ตก ๐๐๒๓.๓/ว ๑ ลงวันที่ ๑๖ มิ.ย. ๒๕๖๕"),),
    )

    assert missing_numbers(cast.province.clerk, be_year=YEAR).senders == ()


def test_what_waits_on_the_desk_has_come(cast: Cast) -> None:
    for _ in range(3):
        send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    (sender,) = missing_numbers(cast.district_a.clerk, be_year=YEAR).senders

    assert (sender.series, sender.came_count, sender.missing_count) == ("ตก 0023.3", 3, 0)


def test_a_circular_meant_for_others_is_missing_here(cast: Cast) -> None:
    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    send(cast.province.clerk, phrase="นายอำเภอแม่สอด")
    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    (sender,) = missing_numbers(cast.district_a.clerk, be_year=YEAR).senders

    assert [(gap.first, gap.last) for gap in sender.gaps] == [(2, 2)]


def test_a_line_that_was_struck_through_is_nothing_that_came(cast: Cast) -> None:
    came(cast, 1, 3)
    wrong = register(cast.province.clerk, printed_number="มท ๐๘๐๑.๔/ว ๒")
    void_entry(actor=cast.province.clerk, at=at(), entry_uid=wrong.entry_uid, reason="เลขผิด")

    assert [(gap.first, gap.last) for gap in only(cast).gaps] == [(2, 2)]


def test_ordinary_letters_have_no_gaps_worth_telling(cast: Cast) -> None:
    register(cast.province.clerk, printed_number="มท ๐๘๐๑.๔/๑๐")
    register(cast.province.clerk, printed_number="มท ๐๘๐๑.๔/๒๐")

    assert missing_numbers(cast.province.clerk, be_year=YEAR).senders == ()


def test_each_year_counts_anew(cast: Cast) -> None:
    came(cast, 5, 6)
    register(cast.province.clerk, printed_number="มท ๐๘๐๑.๔/ว ๙๐๐", dated_on=date(2021, 12, 1))

    assert only(cast).last == 6


def test_sections_of_one_department_may_be_taken_for_one_book(cast: Cast) -> None:
    came(cast, 1, 4)
    came(cast, 2, office="มท ๐๘๐๘.๒", day=10)

    apart = missing_numbers(cast.province.clerk, be_year=YEAR)
    together = only(cast, is_together=True)

    assert [(one.series, one.missing_count) for one in apart.senders] == [
        ("มท 0801.4", 2),
        ("มท 0808.2", 0),
    ]
    assert (together.series, together.missing_count) == ("มท 08", 1)
    assert together.gaps[0].before.prefix == "มท 0808.2"


def test_one_sender_can_be_asked_for(cast: Cast) -> None:
    came(cast, 1, 4)
    came(cast, 2, office="มท ๐๘๐๘.๒", day=10)

    assert only(cast, series="มท 0808.2").came_count == 1


def test_what_other_desks_received_is_not_looked_at(cast: Cast) -> None:
    came(cast, 1, 3)
    register(cast.district_a.clerk, printed_number="มท ๐๘๐๑.๔/ว ๒")

    assert only(cast).missing_count == 1


def test_an_auditor_sees_what_came_to_nobody_of_the_branch_or_to_one_unit(cast: Cast) -> None:
    came(cast, 1, 4, office="กค ๐๔๐๕.๒")
    register(cast.district_a.clerk, printed_number="กค ๐๔๐๕.๒/ว ๒")
    province = cast.province.unit.uid

    (branch,) = missing_numbers(cast.auditor, be_year=YEAR).senders
    (unit,) = missing_numbers(cast.auditor, be_year=YEAR, unit_uid=province).senders

    assert [(gap.first, gap.last) for gap in branch.gaps] == [(3, 3)]
    assert [(gap.first, gap.last) for gap in unit.gaps] == [(2, 3)]


def test_a_clerk_may_not_look_into_another_unit_and_an_administrator_into_none(cast: Cast) -> None:
    with pytest.raises(UnitNotFound):
        missing_numbers(cast.district_a.clerk, be_year=YEAR, unit_uid=cast.province.unit.uid)
    with pytest.raises(Refused):
        missing_numbers(cast.administrator, be_year=YEAR)
