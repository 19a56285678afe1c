"""The list of conflicts as a file."""

from saraban.paper.csv_table import csv_table


def test_what_a_spreadsheet_would_run_is_a_text():
    content = csv_table(["เลขที่"], [['=HYPERLINK("x")'], ["มท ๐๒๑๑/ว ๑"]])

    assert content.decode("utf-8-sig").splitlines() == [
        "เลขที่",
        '"\'=HYPERLINK(""x"")"',
        "มท ๐๒๑๑/ว ๑",
    ]
