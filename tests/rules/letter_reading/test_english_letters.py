"""A letter in English of a Thai office: its urgency, lists and who signed for whom."""

from tests.rules.letter_reading.letters import the_letter

LETTER = """Most Urgent
No. 9901.2/0417
Department of Test Waters
9 July 2019

Re:          Renewal of the understanding on flood warnings

Reference:   1. Your letter No. WX 2019-55 dated 10 May 2019

Enclosures:  1. Draft understanding
             2. Report of activities

Dear Professor Tanaka,

The understanding between our institutions will expire soon. We would appreciate your views on it.

Sincerely yours,



Assoc. Prof. Somchai Rakwater, Ph.D.
Deputy Director-General
Acting for the Director-General
"""


def test_an_english_letter_tells_its_urgency_lists_and_who_signed_for_whom():
    letter = the_letter(LETTER)

    assert letter.kind == "หนังสือภาษาต่างประเทศ"
    assert letter.urgency == "ด่วนที่สุด"
    assert letter.subject == "Renewal of the understanding on flood warnings"
    assert letter.enclosures == ["Draft understanding", "Report of activities"]
    assert letter.signatory.name == "Assoc. Prof. Somchai Rakwater, Ph.D."
    assert letter.signatory.position == "Deputy Director-General"
    assert letter.signatory.acting_for == "Acting for the Director-General"


def test_for_inside_an_english_post_is_no_acting():
    letter = the_letter(
        LETTER.replace("Deputy Director-General", "Vice President for Flood Affairs")
    )

    assert letter.signatory.position == "Vice President for Flood Affairs"
