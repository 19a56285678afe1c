"""Every phrase that offices write on a circular, and whom it means for whoever writes it."""

import pytest

from saraban.queries.addressees import unit_ids_of_phrase
from saraban.records import Unit
from tests.cast import Cast, make_unit
from tests.make import DAY

DLA = "สำนักงานส่งเสริมการปกครองท้องถิ่น"
TAK_LOCAL = ["ทน.แม่สอด", "ทต.ตัวอย่าง", "อบต.ตัวอย่าง", "อบจ.ตาก"]


@pytest.fixture
def country(cast: Cast) -> Cast:
    """The cast, another province with its bodies, and one of everything that a phrase may mean."""
    ministry, tak = cast.ministry.unit, cast.province.unit
    health = make_unit(cast.country, "ministry", "กระทรวงสาธารณสุข", short_name_th="สธ.")
    make_unit(health, "department", "กรมอนามัย", short_name_th="กรมอนามัย")
    make_unit(ministry, "department", "กรมการปกครอง", short_name_th="ปค.")
    make_unit(ministry, "state_enterprise", "การไฟฟ้าส่วนภูมิภาค", short_name_th="กฟภ.")
    make_unit(ministry, "bangkok", "กรุงเทพมหานคร", short_name_th="กทม.")
    nan = make_unit(ministry, "province", "จังหวัดน่าน", short_name_th="จ.น่าน", dopa_code="55")
    pua = make_unit(nan, "district", "อำเภอปัว", short_name_th="อ.ปัว", dopa_code="5505")
    make_unit(pua, "tao", "องค์การบริหารส่วนตำบลและ", short_name_th="อบต.และ")
    make_unit(nan, "pao", "องค์การบริหารส่วนจังหวัดน่าน", short_name_th="อบจ.น่าน")
    make_unit(nan, "town_mun", "เทศบาลเมืองน่าน", short_name_th="ทม.น่าน")
    make_unit(nan, "pattaya", "เมืองพัทยา", short_name_th="เมืองพัทยา")
    make_unit(nan, "provincial_office", f"{DLA}จังหวัดน่าน", short_name_th="สถจ.น่าน")
    make_unit(tak, "provincial_office", "ที่ทำการปกครองจังหวัดตาก", short_name_th="ปค.ตาก")
    make_unit(tak, "provincial_office", "สำนักงานจังหวัดตาก", short_name_th="สนจ.ตาก")
    for district, place in ((cast.district_a, "เมืองตาก"), (cast.district_b, "แม่สอด")):
        make_unit(
            district.unit, "district_office", f"{DLA}อำเภอ{place}", short_name_th=f"สถอ.{place}"
        )
    make_unit(cast.department.unit, "division", "กองคลัง", short_name_th="กองคลัง")
    make_unit(cast.department.unit, "section", "กลุ่มงานกฎหมาย", short_name_th="กง.กฎหมาย")
    return cast


@pytest.mark.parametrize(
    ("sender", "phrase", "meant"),
    [
        ("ministry", "ผู้ว่าราชการจังหวัด ทุกจังหวัด", ["จ.ตาก", "จ.น่าน"]),
        ("ministry", "ผู้ว่าราชการจังหวัด (ยกเว้นจังหวัดตาก)", ["จ.น่าน"]),
        ("ministry", "ผู้ว่าราชการจังหวัด ทุกจังหวัด ยกเว้นกรุงเทพมหานคร", ["จ.ตาก", "จ.น่าน"]),
        (
            "department",
            "ผู้ว่าราชการจังหวัด ทุกจังหวัด และผู้ว่าราชการกรุงเทพมหานคร",
            ["จ.ตาก", "จ.น่าน", "กทม."],
        ),
        ("ministry", "ปลัดกระทรวง ทุกกระทรวง", ["กระทรวงมหาดไทย", "สธ."]),
        ("ministry", "หัวหน้าส่วนราชการระดับกรม", ["สถ.", "ปค.", "กรมอนามัย"]),
        ("ministry", "หัวหน้าส่วนราชการระดับกรม ในสังกัดกระทรวงมหาดไทย", ["สถ.", "ปค."]),
        ("department", "หัวหน้าส่วนราชการในสังกัด", ["สถ.", "ปค."]),
        ("ministry", "หัวหน้าหน่วยงานรัฐวิสาหกิจในสังกัดกระทรวงมหาดไทย", ["กฟภ."]),
        ("province", "หัวหน้าส่วนราชการประจำจังหวัด", ["สถจ.ตาก", "ปค.ตาก", "สนจ.ตาก"]),
        ("province", "หัวหน้าสำนักงานจังหวัด", ["สนจ.ตาก"]),
        ("province", "ปลัดจังหวัด", ["ปค.ตาก"]),
        ("province", "ท้องถิ่นจังหวัด", ["สถจ.ตาก"]),
        ("department", "ท้องถิ่นจังหวัด ทุกจังหวัด", ["สถจ.ตาก", "สถจ.น่าน"]),
        ("province", "นายอำเภอ ทุกอำเภอ", ["อ.เมืองตาก", "อ.แม่สอด"]),
        ("province", "นายอำเภอทุกอำเภอ", ["อ.เมืองตาก", "อ.แม่สอด"]),
        ("department", "นายอำเภอ ทุกอำเภอ", ["อ.เมืองตาก", "อ.แม่สอด", "อ.ปัว"]),
        ("province", "ท้องถิ่นอำเภอ ทุกอำเภอ", ["สถอ.เมืองตาก", "สถอ.แม่สอด"]),
        ("local_office", "ท้องถิ่นอำเภอ ทุกอำเภอ", ["สถอ.เมืองตาก", "สถอ.แม่สอด"]),
        ("district_b", "ท้องถิ่นอำเภอ", ["สถอ.แม่สอด"]),
        ("province", "นายกองค์การบริหารส่วนจังหวัด", ["อบจ.ตาก"]),
        ("department", "นายกองค์การบริหารส่วนจังหวัด ทุกจังหวัด", ["อบจ.ตาก", "อบจ.น่าน"]),
        ("province", "นายกเทศมนตรีนครแม่สอด", ["ทน.แม่สอด"]),
        ("department", "นายกเทศมนตรีเมือง ทุกแห่ง", ["ทม.น่าน"]),
        ("district_a", "นายกเทศมนตรีตำบล ทุกแห่ง", ["ทต.ตัวอย่าง"]),
        ("district_a", "นายกองค์การบริหารส่วนตำบล ทุกแห่ง", []),
        ("province", "นายกองค์การบริหารส่วนตำบล ทุกแห่ง", ["อบต.ตัวอย่าง"]),
        ("province", "นายกองค์กรปกครองส่วนท้องถิ่น ทุกแห่ง", TAK_LOCAL),
        ("district_b", "นายกองค์กรปกครองส่วนท้องถิ่น ทุกแห่ง", ["ทน.แม่สอด", "อบต.ตัวอย่าง"]),
        ("province", "อปท. ทุกแห่ง ยกเว้น อบจ.", ["ทน.แม่สอด", "ทต.ตัวอย่าง", "อบต.ตัวอย่าง"]),
        ("department", "นายกเมืองพัทยา และผู้ว่าราชการกรุงเทพมหานคร", ["เมืองพัทยา", "กทม."]),
        ("department", "ผู้อำนวยการกองคลัง และหัวหน้ากลุ่มงานกฎหมาย", ["กองคลัง", "กง.กฎหมาย"]),
        ("department", "ผู้อำนวยการกอง ทุกกอง", ["กองคลัง"]),
        ("department", "นายกองค์การบริหารส่วนตำบลและ อำเภอปัว จังหวัดน่าน", ["อบต.และ"]),
        (
            "province",
            "นายอำเภอ ทุกอำเภอ นายกเทศมนตรีนครแม่สอด และท้องถิ่นจังหวัด",
            ["อ.เมืองตาก", "อ.แม่สอด", "ทน.แม่สอด", "สถจ.ตาก"],
        ),
    ],
)
def test_a_phrase_means_these_units(
    country: Cast, sender: str, phrase: str, meant: list[str]
) -> None:
    unit = getattr(country, sender).unit

    ids = unit_ids_of_phrase(phrase, sender=unit, on=DAY)

    short = {unit.id: unit.short_name_th for unit in Unit.select()}
    assert sorted(short[unit_id] for unit_id in ids) == sorted(meant)
