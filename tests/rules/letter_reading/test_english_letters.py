"""A letter in English of a Thai office: its urgency, lists and who signed for whom."""

from datetime import date

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


REQUEST = """No. 9901.2/0418
Department of Test Waters
Bangkok 10400, Thailand
Tel. +66 2000 4477  Fax +66 2000 4929
18 March 2019

Subject: Nomination for a training course

Dear Dr. Test,

With reference to your letter No. NW-TY/443 dated 21 February 2019, the course will be held in May.

We should be grateful if you would send two officers to participate in the course, confirm their
attendance, and submit their personal data on the enclosed form by 12 April 2019.

Officers who participated in earlier courses confirm the value of the data.

Yours sincerely,

(Dr. Somchai Rakwater)
Director General

Dr. Test
Department of Rivers
HANOI

Enclosures:  1. Programme
             2. Nomination Form

International Cooperation Division
"""


def test_an_english_letter_asks_in_its_own_words():
    assert the_letter(REQUEST).asks == ["เข้าร่วม", "ตอบรับ", "ส่งข้อมูล"]


def test_what_an_english_letter_tells_is_not_asked():
    told = REQUEST.replace("We should be grateful if you would send", "We sent")

    assert the_letter(told).asks == []


def test_an_english_letter_cites_a_number_as_it_is_printed():
    (cited,) = the_letter(REQUEST).cited

    assert (cited.number, cited.dated_on) == ("NW-TY/443", date(2019, 2, 21))


def test_enclosures_and_the_section_stand_under_the_receiver_of_an_english_letter():
    letter = the_letter(REQUEST)

    assert letter.enclosures == ["Programme", "Nomination Form"]
    assert letter.contact.section == "International Cooperation Division"
    assert letter.contact.phone == "+66 2000 4477"


def test_a_note_comes_from_who_presents_its_compliments():
    note = the_letter(
        "No. 1103/2210\n\nThe Ministry of Test Affairs of the Kingdom of Thailand presents its "
        "compliments to the Embassy of Utopia and has the honour to inform it of the visit.\n\n"
        "11 April 2018\n\nEmbassy of Utopia,\nBANGKOK.\n"
    )

    assert note.kind == "หนังสือภาษาต่างประเทศ"
    assert note.issuer == "Ministry of Test Affairs"


def test_a_letter_to_an_excellency_is_read_behind_that_word():
    letter = the_letter(
        "Embassy of Thailand\n\nNo. 54001/218\n\n25 October 2017\n\nExcellency,\n\n"
        "I have the honour to refer to Your Excellency's letter Ref. MFA/77/2017 "
        "dated 10 October 2017.\n\n"
        "I should be grateful if the Ministry could kindly facilitate the visa of our delegate.\n\n"
        "Please accept, Excellency, the assurances of my highest consideration.\n\n"
        "(Anong Meechai)\nAmbassador\n"
    )

    assert letter.issuer == "Embassy of Thailand"
    assert letter.asks == ["อนุเคราะห์"]
    assert [one.number for one in letter.cited] == ["MFA/77/2017"]
    assert letter.signatory.position == "Ambassador"


COLUMNS = """Ref. No. ABC 9901/12
                                      Faculty of Test Waters
                                      Test Metropolitan University
                                      88 Sample Road, Muang District
                                      4 September 2023

Subject     Request for permission to visit the gauge works

To          The Plant Manager, Sample Gauges Co., Ltd.

Attachment  Schedule

          I would like to request your kind permission to visit on 12 October 2023. The list
of visitors could be sent to you by 5 October 2023.

          Please send us the list of engineers within 15 working days. Your kind consideration
and assistance would be appreciated.

                                      Sincerely yours,

                                      (Assoc. Prof. Test Rakwater, Ph.D.)
                                      Dean of the Faculty of Test Waters

Academic Unit
Telephone: 0 5000 0000 ext. 12
"""


def test_labels_in_a_column_of_their_own_need_no_colon():
    letter = the_letter(COLUMNS)

    assert letter.subject == "Request for permission to visit the gauge works"
    assert letter.addressees == ["The Plant Manager, Sample Gauges Co., Ltd."]
    assert letter.enclosures == ["Schedule"]
    assert letter.signatory.position == "Dean of the Faculty of Test Waters"
    assert letter.contact.phone == "0 5000 0000 ext. 12"
    assert letter.issuer == "Faculty of Test Waters Test Metropolitan University"
    assert "อนุเคราะห์" in letter.asks


def test_what_could_be_sent_is_asked_for():
    polite = "It would be appreciated if the list of visitors could be sent to us."

    assert "ส่งข้อมูล" in the_letter(COLUMNS.replace("Please send us the list", polite)).asks


def test_the_section_and_what_it_belongs_to_stand_over_the_telephone():
    foot = "\n\nBureau of Flood Warnings\nOffice of the Director-General\nTel. +66 2000 5646\n"

    assert the_letter(f"{LETTER}{foot}").contact.section == (
        "Bureau of Flood Warnings Office of the Director-General"
    )


def test_the_list_of_enclosures_ends_before_the_office_under_it():
    letter = the_letter(
        "No. 9901/187 Department of Water\n14 March 2023\nSubject: Invitation to the Workshop\n"
        "Dear Mr. Tester,\nI have the honour to invite you to the workshop on water signs.\n"
        "Yours sincerely,\n(Mrs. Trial Water)\nDeputy Permanent Secretary\n"
        "Enclosures: 1. Tentative programme\n2. Reply form\nSigns Division\nTel. +66 2000 0000\n"
    )

    assert letter.enclosures == ["Tentative programme", "Reply form"]
    assert letter.signatory.position == "Deputy Permanent Secretary"


def test_what_is_enclosed_may_be_counted_at_once_behind_its_label():
    text = LETTER.replace(
        "Enclosures:  1. Draft understanding\n             2. Report of activities\n", ""
    )
    listed = "Encl. 1. Tentative programme\n      2. List of the delegation\n"

    letter = the_letter(
        f"{text}{listed}\nDivision III, Department of Test Waters\nTel. 0 2000 0000\n"
    )

    assert letter.enclosures == ["Tentative programme", "List of the delegation"]
    assert letter.contact.section == "Division III, Department of Test Waters"
