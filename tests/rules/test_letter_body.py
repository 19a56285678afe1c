"""What a few signs in a typed body mean."""

from hypothesis import given, strategies as st

from saraban.rules.letter_body import MOST_COLUMNS, Paragraph, Table, blocks


def test_a_line_is_a_paragraph_and_a_blank_line_nothing():
    assert blocks(["ด้วย", "", "  จึงเรียนมา  "]) == (Paragraph("ด้วย"), Paragraph("จึงเรียนมา"))


def test_a_number_at_the_line_s_beginning_tells_how_deep_it_stands():
    found = blocks(["๑. ก", "1. ข", "๑.๑ ค", "(๑) ง", "๑.๑.๑ จ", "- ฉ", "๒๕๖๙ เป็นปี", "๑.๕ ล้านบาท"])

    assert [block.level for block in found] == [1, 1, 2, 2, 3, 3, 0, 2]


def test_lines_with_bars_one_after_another_are_a_table_under_its_head():
    (table,) = blocks(["ที่ | อำเภอ | ป้าย", "๑ | เมือง | ๑,๒๐๐", "| ๒ | แม่สอด |"])

    assert table == Table(
        ("ที่", "อำเภอ", "ป้าย"),
        (("๑", "เมือง", "๑,๒๐๐"), ("๒", "แม่สอด", "")),
        (True, False, True),
    )


def test_one_line_alone_with_a_bar_is_text():
    assert blocks(["ก | ข", "ค"]) == (Paragraph("ก | ข"), Paragraph("ค"))


def test_two_tables_are_kept_apart_by_what_stands_between():
    found = blocks(["ก|ข", "๑|๒", "ต่อไปนี้", "ค|ง", "๓|๔"])

    assert [type(block) for block in found] == [Table, Paragraph, Table]


def test_a_row_of_more_cells_than_a_page_holds_is_text():
    lines = ["|".join("ก" * (MOST_COLUMNS + 1))] * 2

    assert [type(block) for block in blocks(lines)] == [Paragraph, Paragraph]


@given(st.lists(st.text(alphabet="กข |๑.-\n", max_size=12), max_size=8))
def test_nothing_that_is_typed_gets_lost(lines):
    def letters(text):
        return [one for one in text if one not in " |\n"]

    texts = []
    for block in blocks(lines):
        rows = [(block.text,)] if isinstance(block, Paragraph) else [block.head, *block.rows]
        texts += [cell for row in rows for cell in row]

    assert letters("".join(texts)) == letters("".join(lines))
