"""Attached lists as real files: workbooks and text in the encodings that offices save."""

import io
import zipfile

import pytest
import xlsxwriter

from saraban.errors import FileKindRefused, ListTooLong, SarabanError, UnreadableList
from saraban.paper import list_files
from saraban.paper.list_files import rows_of_list


def workbook(*rows: list[object], blank_first: bool = False) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        if blank_first:
            book.add_worksheet()
        sheet = book.add_worksheet()
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    return out.getvalue()


def test_a_workbook_gives_its_rows_as_text():
    content = workbook(["หน่วยงาน", "รหัส"], ["ทน.แม่สอด", 3630602], ["อบต.ตัวอย่าง"])

    rows, media_type = rows_of_list(content, "บัญชี.xlsx")

    assert rows == [["หน่วยงาน", "รหัส"], ["ทน.แม่สอด", "3630602"], ["อบต.ตัวอย่าง"]]
    assert media_type.endswith("spreadsheetml.sheet")


def test_a_blank_first_sheet_is_passed_over():
    rows, _ = rows_of_list(workbook(["ทน.แม่สอด"], blank_first=True), "บัญชี.xlsx")

    assert rows == [["ทน.แม่สอด"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_is_read_as_offices_save_it(encoding: str, delimiter: str):
    text = f"หน่วยงาน{delimiter}จังหวัด\r\nทน.แม่สอด{delimiter}ตาก\r\n"

    rows, _ = rows_of_list(text.encode(encoding), "บัญชี.csv")

    assert rows == [["หน่วยงาน", "จังหวัด"], ["ทน.แม่สอด", "ตาก"]]


def test_a_cell_without_end_is_cut():
    rows, _ = rows_of_list(f"หน่วยงาน\n{'ก' * 5000}\n".encode(), "บัญชี.csv")

    assert len(rows[1][0]) == 300


def broken_workbook() -> bytes:
    whole = io.BytesIO(workbook(["ทน.แม่สอด"]))
    out = io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content[: len(content) // 2] if "sheet1" in name else content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "error"),
    [
        (b"\xff\xfe\x00\x81", "บัญชี.csv", UnreadableList),
        (b"%PDF-1.7\n", "บัญชี.pdf", FileKindRefused),
        (broken_workbook(), "บัญชี.xlsx", UnreadableList),
        (b"x" * (10 * 1024 * 1024 + 1), "บัญชี.csv", UnreadableList),
    ],
)
def test_what_is_no_list_is_refused(content: bytes, name: str, error: type[SarabanError]):
    with pytest.raises(error):
        rows_of_list(content, name)


def test_a_list_without_end_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(list_files, "MOST_ROWS", 2)

    with pytest.raises(ListTooLong):
        rows_of_list("ก\nข\nค\n".encode(), "บัญชี.csv")
    with pytest.raises(ListTooLong):
        rows_of_list(workbook(["ก"], ["ข"], ["ค"]), "บัญชี.xlsx")
