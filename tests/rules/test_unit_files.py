"""Local bodies out of the published table and out of our flat one."""

from pathlib import Path

import pytest

from saraban.errors import ImportRefused
from saraban.rules.unit_files import read_unit_rows
from saraban.rules.units import UnitKind

REAL_TABLE = Path(__file__).resolve().parents[3] / "shared" / "data" / "lao.csv"

PUBLISHED = (
    "จังหวัด,อำเภอ,ตำบล,รหัส อปท.,ประเภท อปท.,อปท.,ที่ตั้งสำนักงานเลขที่,หมู่ที่,รหัสไปรษณีย์,"
    "ขนาดพื้นที่,LAT,LONG,เว็ปไซต์ของอปท"
)
FLAT = (
    "dla_code,name_th,short_name_th,kind_abbr_th,kind,base_name_th,base_name_en,district_code,"
    "district_th,province_code,province_th,saraban_email_derived"
)


def published(*lines):
    return "\ufeff" + "\r\n".join((PUBLISHED, *lines)) + "\r\n"


def flat(*lines):
    return "\n".join((FLAT, *lines)) + "\n"


MAI_NGAM = (
    "ตาก,เมืองตาก,{tambon},5630103,เทศบาลตำบล,ไม้งาม,99,7,63000,8.1,16.8,99.1,www.example.go.th"
)
MAE_KU = (
    "05630603,เทศบาลตำบลแม่กุ,ทต.แม่กุ,ทต.,SUBDISTRICT_MUN,แม่กุ,Mae Ku,6306,แม่สอด,63,ตาก,"
    "saraban_05630603@dla.go.th"
)


def test_a_body_of_several_lines_is_read_once_with_the_lost_zero_put_back():
    rows = read_unit_rows(
        published(MAI_NGAM.format(tambon="ไม้งาม"), MAI_NGAM.format(tambon="ระแหง"))
    )

    [row] = rows
    assert row.dla_code == "05630103"
    assert (row.kind, row.name_th) == (UnitKind.TAMBON_MUN, "เทศบาลตำบลไม้งาม")
    assert row.short_name_th == "ทต.ไม้งาม"
    assert (row.province_name, row.district_name, row.line) == ("ตาก", "เมืองตาก", 2)
    assert row.saraban_address == "saraban_05630103@dla.go.th"
    assert row.postal_address == "เลขที่ 99 หมู่ที่ 7 อำเภอเมืองตาก จังหวัดตาก 63000"


def test_a_house_number_that_became_a_date_is_left_out():
    line = "กระบี่,อ่าวลึก,แหลมสัก,5810502,เทศบาลตำบล,อ่าวลึกใต้,1-ม.ค.,2,81110,8,8.3,98.7,"

    [row] = read_unit_rows(published(line))

    assert row.postal_address == ""


@pytest.mark.parametrize(
    ("code", "word", "name", "kind", "full_name"),
    [
        ("3200408", "ท้องถิ่นรูปแบบพิเศษ", "เมืองพัทยา", UnitKind.PATTAYA, "เมืองพัทยา"),
        ("6130408", "เทศบาลตำบล", "หนองสามวัง", UnitKind.TAMBON_MUN, "เทศบาลตำบลหนองสามวัง"),
        ("2130101", "อบจ.", "ปทุมธานี", UnitKind.PAO, "องค์การบริหารส่วนจังหวัดปทุมธานี"),
    ],
)
def test_the_kind_column_is_trusted_and_the_digits_of_the_code_are_not(
    code, word, name, kind, full_name
):
    [row] = read_unit_rows(published(f"ปทุมธานี,หนองเสือ,บึงบา,{code},{word},{name},,,,,,,"))

    assert (row.kind, row.name_th) == (kind, full_name)


def test_the_flat_table_brings_names_of_its_own():
    [row] = read_unit_rows(flat(MAE_KU))

    assert (row.dla_code, row.kind) == ("05630603", UnitKind.TAMBON_MUN)
    assert row.name_en == "Mae Ku Subdistrict Municipality"
    assert (row.province_name, row.district_name) == ("ตาก", "แม่สอด")


def test_quoted_commas_and_quotes_stay_inside_their_cell():
    line = MAI_NGAM.format(tambon="ไม้งาม").replace("www.example.go.th", '"""-"",x"')

    assert len(read_unit_rows(published(line))) == 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "หัวตาราง"),
        ("ชื่อ,นามสกุล\nก,ข\n", 1, "หัวตาราง"),
        (flat(), 1, "ไม่มีหน่วยงาน"),
        (flat(MAE_KU, "05630604,เทศบาลตำบล"), 3, "ช่อง"),
        (flat(MAE_KU.replace("SUBDISTRICT_MUN", "VILLAGE")), 2, "ประเภท"),
        (flat(MAE_KU.replace("05630603", "0563", 1)), 2, "รหัส"),
        (flat(MAE_KU.replace("05630603", "๐๕๖๓๐๖๐๓", 1)), 2, "รหัส"),
        (flat(MAE_KU.replace("เทศบาลตำบลแม่กุ", "")), 2, "ว่าง"),
        (flat(MAE_KU.replace("เทศบาลตำบลแม่กุ", "ก" * 256)), 2, "ยาว"),
        (flat(MAE_KU, MAE_KU.replace("เทศบาลตำบลแม่กุ", "เทศบาลตำบลแม่ปะ")), 3, "ซ้ำ"),
        (published("ชลบุรี,บางละมุง,นาเกลือ,3200408,ท้องถิ่นรูปแบบพิเศษ,เมืองใหม่,,,,,,,"), 2, "พิเศษ"),
        (flat(MAE_KU, '"no end'), 3, "CSV"),
        (flat(MAE_KU, "\0\0"), 3, "CSV"),
    ],
)
def test_a_bad_line_refuses_the_file_and_says_where(text, line, words):
    with pytest.raises(ImportRefused) as refused:
        read_unit_rows(text)

    assert refused.value.facts["line"] == line
    assert words in refused.value.text_th


@pytest.mark.skipif(not REAL_TABLE.is_file(), reason="../shared/data/lao.csv is not here")
def test_the_real_table_is_read_whole():
    rows = read_unit_rows(REAL_TABLE.read_text(encoding="utf-8"))

    assert len(rows) == 7849
    assert sum(row.kind is UnitKind.TAO for row in rows) == 5300
    assert sum(row.province_name == "ตาก" for row in rows) == 69
