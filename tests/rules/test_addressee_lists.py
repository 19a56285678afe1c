"""Rows of an attached list: one unit each, or told with what was typed and what is near."""

import pytest

from saraban.rules.addressee_lists import KnownUnit, WrongRow, match_rows, read_rows

UNITS = [
    KnownUnit(1, "จังหวัดตาก", "จ.ตาก", "province", "ตาก", "", "", "63"),
    KnownUnit(2, "อำเภอแม่สอด", "อ.แม่สอด", "district", "ตาก", "แม่สอด", "", "6306"),
    KnownUnit(3, "เทศบาลนครแม่สอด", "ทน.แม่สอด", "city_mun", "ตาก", "แม่สอด", "03630602", "6306"),
    KnownUnit(4, "องค์การบริหารส่วนตำบลบ้านโคก", "อบต.บ้านโคก", "tao", "ตาก", "สามเงา", "06630401", ""),
    KnownUnit(
        5, "องค์การบริหารส่วนตำบลบ้านโคก", "อบต.บ้านโคก", "tao", "สกลนคร", "โคกศรี", "06471801", ""
    ),
]  # fmt: skip


def matched(*cells: list[str]):
    return match_rows(read_rows(cells), UNITS)


@pytest.mark.parametrize(
    ("typed", "unit_id"),
    [
        ("เทศบาลนครแม่สอด", 3),
        ("  เทศบาลนคร  แม่สอด ", 3),
        ("ทน.แม่สอด", 3),
        ("นายกเทศมนตรีนครแม่สอด", 3),
        ("๐๓๖๓๐๖๐๒", 3),
        ("3630602", 3),
        ("6306", 2),
        ("นายอำเภอแม่สอด", 2),
        ("องค์การบริหารส่วนตำบลบ้านโคก จังหวัดสกลนคร", 5),
        ("อบต.บ้านโคก อำเภอสามเงา จังหวัดตาก", 4),
    ],
)
def test_a_row_says_its_unit_in_many_ways(typed, unit_id):
    assert matched(["หน่วยงาน"], [typed]).members == ((2, unit_id),)


def test_columns_are_known_by_their_heads():
    found = matched(
        ["ที่", "จังหวัด", "ชื่อหน่วยงาน", "รหัส อปท."],
        ["1", "ตาก", "อบต.บ้านโคก", ""],
        ["2", "จังหวัดสกลนคร", "อบต.บ้านโคก", "06471801"],
        ["", "", "", ""],
        ["3", "", "", "03630602"],
    )

    assert found.members == ((2, 4), (3, 5), (5, 3))
    assert found.wrong == ()


def test_without_heads_the_first_words_are_the_name():
    assert matched(["1", "ทน.แม่สอด"], ["2", "อ.แม่สอด"]).members == ((1, 3), (2, 2))


def test_a_list_of_provinces_or_districts_names_them_by_their_column():
    assert matched(["ลำดับ", "จังหวัด"], ["1", "ตาก"]).members == ((2, 1),)
    assert matched(["จังหวัด", "อำเภอ"], ["ตาก", "แม่สอด"]).members == ((2, 2),)


def test_every_wrong_row_is_told_with_its_number():
    found = matched(
        ["หน่วยงาน", "รหัส"],
        ["เทศบาลนครแม่สวด", ""],
        ["อบต.บ้านโคก", ""],
        ["ทน.แม่สอด", ""],
        ["เทศบาลนครแม่สอด", ""],
        ["ทน.แม่สอด", "06630401"],
    )

    unknown, several, twice, gainsaid = found.wrong
    assert (unknown.line, unknown.typed, unknown.reason) == (2, "เทศบาลนครแม่สวด", "unknown")
    assert unknown.near[0] == "เทศบาลนครแม่สอด (อ.แม่สอด จ.ตาก 03630602)"
    assert several == WrongRow(
        3,
        "อบต.บ้านโคก",
        "several",
        (
            "องค์การบริหารส่วนตำบลบ้านโคก (อ.สามเงา จ.ตาก 06630401)",
            "องค์การบริหารส่วนตำบลบ้านโคก (อ.โคกศรี จ.สกลนคร 06471801)",
        ),
    )
    assert twice == WrongRow(5, "เทศบาลนครแม่สอด", "twice", (), 4)
    assert (gainsaid.line, gainsaid.reason) == (6, "unknown")
