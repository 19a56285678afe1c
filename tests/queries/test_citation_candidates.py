"""Letters that a citation may mean, for a person to choose from."""

from datetime import date

import pytest

from saraban.desk.drafts import CitationDraft
from saraban.queries.citation_candidates import candidates
from saraban.queries.letter_card import letter_card
from tests.make import register

CITED = "หนังสือสำนักงานปลัดกระทรวง ที่ มท ๐๒๑๑/ว ๓๗๙๙ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"


@pytest.fixture
def clerk(cast):
    return cast.district_a.clerk


def citation_in(clerk, text):
    """The one citation of a letter that the clerk registers."""
    uid = register(
        clerk, printed_number="มท ๐๒๑๑/ว ๑", citations=(CitationDraft("reference", text),)
    ).letter_uid
    return letter_card(clerk, uid).citations[0]


def test_a_slip_of_the_typist_is_offered_the_likeliest_first(clerk):
    near = register(clerk, printed_number="มท ๐๒๑๑/ว ๓๓๗๙๙").letter_uid
    same = register(clerk, printed_number="มท ๐๒๑๑/ว ๓๗๙๙", dated_on=date(2022, 6, 14)).letter_uid

    offered = candidates(clerk, citation_in(clerk, CITED))

    assert [letter.uid for letter in offered] == [same, near]


def test_another_number_is_not_offered(clerk):
    register(clerk, printed_number="มท ๐๒๑๑/ว ๔๑๐๐")

    assert candidates(clerk, citation_in(clerk, CITED)) == ()


def test_a_letter_that_the_person_may_not_see_is_not_offered(cast, clerk):
    register(cast.city.clerk, printed_number="มท ๐๒๑๑/ว ๓๓๗๙๙")

    assert candidates(clerk, citation_in(clerk, CITED)) == ()


def test_a_line_without_a_number_has_no_candidates(clerk):
    register(clerk)

    assert candidates(clerk, citation_in(clerk, "แผนปฏิบัติการ จำนวน ๑ ชุด")) == ()
