"""The ledger of citations: both sides marked, filters in the address, the same as files."""

import csv
import io
import zipfile

import pytest


@pytest.fixture
def auditor(story, sign_in_as):
    return sign_in_as(story.cast.auditor)


def test_each_line_marks_what_was_written_and_what_the_letter_shows(auditor):
    page = auditor.get("/citations").text

    assert page.count("data-row") == 2
    assert "<mark>" in page
    assert "เสมียน สถ." in page


def test_the_address_narrows_the_list_down_and_the_files_with_it(auditor):
    page = auditor.get("/citations?kind=urgency").text

    assert page.count("data-row") == 1
    assert "/citations.csv?kind=urgency" in page
    assert "/citations.xlsx?kind=urgency" in page


def test_unknown_words_in_the_address_narrow_nothing_down(auditor):
    assert auditor.get("/citations?kind=none").text.count("data-row") == 2


def test_the_csv_file_has_a_line_a_conflict(auditor):
    answer = auditor.get("/citations.csv")

    lines = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))

    assert [len(line) for line in lines] == [10, 10, 10]
    assert "attachment" in answer.headers["Content-Disposition"]


def test_the_workbook_is_one(auditor):
    answer = auditor.get("/citations.xlsx?kind=both")

    with zipfile.ZipFile(io.BytesIO(answer.data)) as book:
        assert "xl/worksheets/sheet1.xml" in book.namelist()


def test_the_auditors_questions_lead_to_it(auditor):
    assert 'href="/citations"' in auditor.get("/audit").text
