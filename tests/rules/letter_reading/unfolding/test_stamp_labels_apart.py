"""Receipt stamps whose words and values were torn apart."""

from datetime import date

import pytest

from tests.rules.letter_reading.letters import BODY, FOOT, HEAD, SIGNED, the_letter

APART = "\nเลขรับ\nวันที่\nเวลา\nกองกลาง\n๗๗๑\n๘ มิ.ย. ๒๕๖๕\n๑๐.๒๕ น.\n"
GAPS = "\n     กองกลาง\n     เลขรับ   ๗๗๑\n     วันที่  ๘ มิ.ย. ๒๕๖๕\n     เวลา   ๑๐.๒๕\n"


@pytest.mark.parametrize("stamp", [APART, GAPS])
def test_a_stamp_is_read_whose_words_stand_apart_from_their_values(stamp):
    letter = the_letter(f"{HEAD}{BODY}{SIGNED}{FOOT}{stamp}")

    told = [(one.unit, one.number, one.dated_on, one.time) for one in letter.stamps]
    assert told == [("กองกลาง", "771", date(2022, 6, 8), "10:25")]
    assert letter.contact.section == "กองป้ายเตือนภัย"
