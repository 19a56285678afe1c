"""A level takes its level's reports together and sends one up, saying who was lacking."""

from datetime import date

import pytest

from saraban.desk.dispatch import Addressees
from saraban.desk.duty_answers import answer_duty
from saraban.desk.evidence import Chosen
from saraban.desk.filled_in_answers import DutyAnswer
from saraban.desk.report_reviews import return_report
from saraban.errors import EvidenceKindRefused, PartsChanged, PeriodNotFound, UploadNotFound
from saraban.queries.report_sums import evidence_below, has_below, parts_of, reports_below
from saraban.queries.summed_up import sums_of, taken_into
from saraban.records import Report, ReportDuty, ReportFile, ReportPart, ReportSum
from saraban.rules.evidence import EvidenceKind, EvidenceRule
from saraban.rules.report_sums import Standing, listed
from tests.evidence import ANYTHING, sent_up, use_folders
from tests.make import at, send
from tests.owed import owe
from tests.paper.clips import photo

# The day after the last day of the level below.
TODAY = date(2022, 7, 1)


@pytest.fixture
def duties(cast):
    """(above, below): the department asks the province, which asks four; two get its letter."""
    from_above = send(cast.department.clerk, phrase="ผู้ว่าราชการจังหวัดตาก")
    above = owe(
        cast.department.clerk, [cast.province.clerk], from_above.letter_uid,
        due_on=date(2022, 7, 15),
    )  # fmt: skip
    ours = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    asked = [cast.district_a, cast.district_b, cast.tao, cast.pao]
    below = owe(
        cast.province.clerk, [one.clerk for one in asked], ours.letter_uid,
        above=ReportDuty.get(ReportDuty.uid == above).id,
    )  # fmt: skip
    return above, below


def answer(actor, duty, *, on=None, **said):
    said = {"answer": "report", "text": "ปลูกแล้ว"} | said
    seen = said.pop("seen", 0)
    return answer_duty(
        actor=actor, at=on or at(6, 28), duty_uid=duty, number=1, said=DutyAnswer(**said),
        seen_version=seen,
    )  # fmt: skip


def below(cast, duties):
    return reports_below(cast.province.clerk, duties[0], 1, today=TODAY)


def test_everybody_below_stands_in_one_place_and_none_is_folded(cast, duties):
    answer(cast.district_a.clerk, duties[1])
    answer(cast.pao.clerk, duties[1], answer="nil", text="")

    found = below(cast, duties)

    assert found.counts == {
        Standing.IN: 1,
        Standing.NIL: 1,
        Standing.MISSING: 1,
        Standing.NOT_REACHED: 1,
    }
    assert found.expected_count == 4
    assert {why: [line.unit_name for line in lines] for why, lines in found.lacking} == {
        Standing.MISSING: [cast.district_b.unit.name_th],
        Standing.NOT_REACHED: [cast.tao.unit.name_th],
    }


def test_what_is_taken_in_and_who_was_lacking_stands_beside_the_report(cast, duties):
    first = answer(cast.district_a.clerk, duties[1])
    nil = answer(cast.pao.clerk, duties[1], answer="nil", text="")

    whole = answer(cast.province.clerk, duties[0], on=at(7, 1), parts=[first, nil])

    kept = sums_of([Report.get(Report.uid == whole).id]).popitem()[1]
    assert taken_into(whole) == (first, nil)
    assert (kept.expected_count, kept.taken_count, kept.nil_count) == (4, 2, 1)
    assert (kept.missing_count, kept.not_reached_count, kept.lacking_count) == (1, 1, 2)


def test_a_report_that_changed_after_it_was_read_is_not_taken_in(cast, duties):
    first = answer(cast.district_a.clerk, duties[1])
    answer(cast.district_a.clerk, duties[1], seen=1, text="แก้จำนวน")

    with pytest.raises(PartsChanged):
        answer(cast.province.clerk, duties[0], parts=[first])

    assert not ReportPart.select().exists()
    assert Report.select().count() == 2


def test_a_report_that_was_given_back_is_lacking(cast, duties):
    first = answer(cast.district_a.clerk, duties[1])
    return_report(
        actor=cast.province.clerk, at=at(6, 29), duty_uid=duties[1], number=1,
        unit_uid=cast.district_a.unit.uid, seen_version=1, words="ภาพไม่ชัด",
    )  # fmt: skip

    assert below(cast, duties).counts[Standing.RETURNED] == 1
    with pytest.raises(PartsChanged):
        answer(cast.province.clerk, duties[0], parts=[first])


def test_reports_of_others_are_not_taken_in(cast, duties):
    stranger = owe(
        cast.district_b.clerk, [cast.tao.clerk],
        send(
            cast.district_b.clerk, addressees=Addressees(unit_ids=(cast.tao.unit.id,))
        ).letter_uid,
    )  # fmt: skip
    theirs = answer(cast.tao.clerk, stranger)

    with pytest.raises(PartsChanged):
        answer(cast.province.clerk, duties[0], parts=[theirs])


def test_the_words_below_are_listed_with_who_wrote_them(cast, duties):
    answer(cast.district_a.clerk, duties[1], text="ปลูก ๒๐๐ ต้น")
    answer(cast.pao.clerk, duties[1], answer="nil", text="")

    assert listed(parts_of(below(cast, duties).takeable)) == (
        f"{cast.district_a.unit.name_th}: ปลูก ๒๐๐ ต้น"
    )


def test_a_photo_of_the_level_below_goes_up_with_the_summary(cast, duties, tmp_path):
    use_folders(tmp_path)
    mark = sent_up(cast.district_a.clerk, photo("JPEG"), "ภาพ.jpg")
    first = answer(cast.district_a.clerk, duties[1], evidence=[Chosen(mark, "photos1", ANYTHING)])
    ((_line, file),) = evidence_below(below(cast, duties).takeable)
    again = Chosen(file.mark, "photos9", ANYTHING)

    answer(cast.province.clerk, duties[0], parts=[first], evidence=[again])

    both = ReportFile.select(ReportFile.file, ReportFile.field).order_by(ReportFile.id).tuples()
    assert list(both) == [(file.sha256, "photos1"), (file.sha256, "photos9")]
    with pytest.raises(UploadNotFound):
        answer(cast.district_b.clerk, duties[1], evidence=[again])


def test_it_is_held_against_the_field_it_goes_up_in(cast, duties, tmp_path):
    use_folders(tmp_path)
    mark = sent_up(cast.district_a.clerk, photo("JPEG"), "ภาพ.jpg")
    answer(cast.district_a.clerk, duties[1], evidence=[Chosen(mark, "photos1", ANYTHING)])
    ((_line, file),) = evidence_below(below(cast, duties).takeable)
    clips_only = EvidenceRule(kinds=frozenset({EvidenceKind.CLIP}))

    with pytest.raises(EvidenceKindRefused):
        answer(cast.province.clerk, duties[0], evidence=[Chosen(file.mark, "clips1", clips_only)])


def test_only_who_owes_the_duty_above_sums_up(cast, duties):
    assert has_below(cast.province.clerk, ReportDuty.get(ReportDuty.uid == duties[0]).id)
    assert not has_below(cast.department.clerk, ReportDuty.get(ReportDuty.uid == duties[0]).id)
    with pytest.raises(PeriodNotFound):
        reports_below(cast.department.clerk, duties[0], 1, today=TODAY)


def test_an_answer_that_sums_up_nothing_keeps_no_count(cast, duties):
    answer(cast.province.clerk, duties[0])

    assert not ReportSum.select().exists()
