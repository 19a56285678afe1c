import pytest

from saraban.rules.abbreviations import candidates_for, short_names_in


def test_what_is_spelt_comes_before_what_is_a_slip_away():
    names = [(one.name, one.is_as_printed) for one in candidates_for("สธ.")]

    assert names == [("กระทรวงสาธารณสุข", True), ("กรมส่งเสริมการปกครองท้องถิ่น", False)]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("สจด.ตาก", "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตาก"),
        ("สถจ.ตาก", "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตาก"),
        ("สสอ.สวนดอก", "สำนักงานสาธารณสุขอำเภอสวนดอก"),
        ("รพ.สต.บ้านนา", "โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านนา"),
        ("ปก.", "กรมการปกครอง"),
    ],
)
def test_a_short_name_is_looked_up(printed, meant):
    assert meant in [one.name for one in candidates_for(printed)]


@pytest.mark.parametrize(
    "text", ["พ.ศ. ๒๕๖๕", "โทร. ๐ ๒๒๐๐ ๐๐๐๐", "ผอ.โรงเรียนวัดทุ่ง", "กง.สส.", "กรม"]
)
def test_other_words_with_a_full_stop_mean_no_unit(text):
    assert short_names_in(text) == []


def test_a_short_name_keeps_its_printed_form():
    (found,) = short_names_in("รายงาน สจด.ตาก ทุกวันพุธ")

    assert found.printed == "สจด.ตาก"
