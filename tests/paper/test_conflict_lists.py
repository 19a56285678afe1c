"""The list of conflicts as a file."""

from saraban.paper.conflict_lists import conflicts_csv


def test_what_a_spreadsheet_would_run_is_a_text():
    content = conflicts_csv(["เลขที่"], [['=HYPERLINK("x")'], ["มท ๐๒๑๑/ว ๑"]])

    assert content.decode("utf-8-sig").splitlines() == [
        "เลขที่",
        '"\'=HYPERLINK(""x"")"',
        "มท ๐๒๑๑/ว ๑",
    ]
