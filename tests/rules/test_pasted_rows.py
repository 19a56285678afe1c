"""What comes off a spreadsheet's clipboard."""

from saraban.rules.pasted_rows import cells_of, rows_of, without_dittos


def test_tabs_part_cells_and_line_ends_part_rows():
    assert cells_of("มท ๑/ว ๒\t๓ มิ.ย. ๖๕\r\n\r\nมท ๑/ว ๓\t\r\n") == [
        ["มท ๑/ว ๒", "๓ มิ.ย. ๖๕"],
        ["มท ๑/ว ๓", ""],
    ]


def test_a_cell_of_several_lines_is_one_line():
    pasted = 'มท ๑/ว ๒\t"การจัดกิจกรรม\nตามโครงการ ""ปลูกต้นไม้"""\tสถ.'

    assert cells_of(pasted) == [["มท ๑/ว ๒", 'การจัดกิจกรรม ตามโครงการ "ปลูกต้นไม้"', "สถ."]]


def test_a_quote_alone_is_a_ditto_sign_and_swallows_nothing():
    assert cells_of('ก\t"\tข\nค\t"\t"') == [["ก", '"', "ข"], ["ค", '"', '"']]


def test_a_quote_inside_a_cell_is_part_of_it():
    assert cells_of('โครงการ "ปลูกป่า" ปี ๖๕\tสถ.') == [['โครงการ "ปลูกป่า" ปี ๖๕', "สถ."]]


def test_without_a_head_the_columns_are_those_of_form_13():
    (row,) = rows_of("มท ๐๘๐๑.๔/ว ๑๖๕๘\t๓ มิ.ย. ๖๕\tสถ.\tผู้ว่าฯ\tการรายงาน\tด่วนที่สุด")

    assert row == {
        "printed_number": "มท ๐๘๐๑.๔/ว ๑๖๕๘",
        "dated_on": "๓ มิ.ย. ๖๕",
        "issuer_text": "สถ.",
        "addressee_text": "ผู้ว่าฯ",
        "subject": "การรายงาน",
        "urgency": "ด่วนที่สุด",
    }


def test_a_head_row_says_which_column_is_which_and_is_no_letter():
    rows = rows_of("ลำดับ\tเรื่อง\tที่\tลงวันที่\n๑\tการรายงาน\tมท ๑/ว ๒\t๓ มิ.ย. ๖๕")

    assert rows == [{"subject": "การรายงาน", "printed_number": "มท ๑/ว ๒", "dated_on": "๓ มิ.ย. ๖๕"}]


def test_nothing_pasted_is_no_row():
    assert rows_of(" \n\t\n") == []


def test_a_ditto_sign_stands_for_the_cell_above_however_many_there_are():
    rows = without_dittos(
        [{"issuer_text": "สถ."}, {"issuer_text": '"'}, {"issuer_text": "”"}, {"issuer_text": "ปค."}]
    )

    assert [row["issuer_text"] for row in rows] == ["สถ.", "สถ.", "สถ.", "ปค."]


def test_a_ditto_sign_with_nothing_above_is_an_empty_cell():
    assert without_dittos([{"issuer_text": '"'}]) == [{"issuer_text": ""}]
