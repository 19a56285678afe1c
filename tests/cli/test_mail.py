"""Mail that came back is noted from files, or as a mail server hands it in."""

from saraban.queries.connection import connected
from saraban.records import Mail
from saraban.rules.mails import MailState
from tests.chased import give_address, remind, sent_to_four
from tests.post.returned import as_postfix_does
from tests.reminded import posted


def test_files_are_read_and_what_is_no_report_is_passed_over(cast, answer, tmp_path):
    with connected():
        give_address(cast.city.unit, "saraban@city.example")
        remind(cast, sent_to_four(cast))
        posted()
        uid = Mail.get().uid
    back, other = tmp_path / "กลับ.eml", tmp_path / "อื่น.eml"
    back.write_bytes(as_postfix_does(uid))
    other.write_bytes(b"Subject: hello\n\nhello\n")

    told = answer("mail", "bounces", str(back), str(other))

    assert "1 ฉบับ จาก 2 ไฟล์" in told
    with connected():
        assert Mail.get().state == MailState.BOUNCED


def test_a_file_that_is_not_there_is_told_in_one_line(run):
    result = run("mail", "bounces", "/nowhere.eml")

    assert result.exit_code == 1
    assert "/nowhere.eml" in result.output
