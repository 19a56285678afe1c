"""What a sentence in English asks, and what it only tells."""

import pytest

from saraban.rules.letter_reading.duties.english_asks import asked_in_english


def asked(sentence):
    return [ask for ask, *_ in asked_in_english([sentence])]


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("We would be grateful if you could inform your members of the sign day.", ["แจ้งเวียน"]),
        ("I should be grateful if you could consider assisting us.", ["พิจารณา", "อนุเคราะห์"]),
        ("Kindly advise us of the names of your delegates.", ["ส่งข้อมูล"]),
        ("Kindly let us know whether you can come.", ["ตอบรับ"]),
        ("We look forward to your favourable consideration.", ["พิจารณา"]),
        ("It would be appreciated if you could provide technical support.", ["อนุเคราะห์"]),
        ("You are cordially invited to the unveiling of the sign.", ["เข้าร่วม"]),
        ("You are invited to submit a proposal for a sign.", ["ส่งข้อมูล"]),
        ("Please nominate two senior officials.", ["ส่งข้อมูล"]),
        ("Please repair the signs and report the outcome.", ["รายงาน"]),
    ],
)
def test_a_request_in_english_is_told_in_words_of_the_closed_list(sentence, asks):
    assert asked(sentence) == asks


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ministry has requested all departments to submit reports on signs.",
        "We will report the results and request your patience.",
    ],
)
def test_what_others_requested_and_the_writer_will_do_is_told_only(sentence):
    assert asked(sentence) == []
