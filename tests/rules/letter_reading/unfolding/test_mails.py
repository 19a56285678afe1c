"""Mails and messages to a group: who sent them, when, to whom, with which files."""

from datetime import date

from tests.rules.letter_reading.letters import the_letter

MAIL = """จาก: งานพัสดุ กองทดสอบ สำนักงานทดลอง <supply@example.go.th>
ถึง: หัวหน้าฝ่ายทุกฝ่าย
สำเนา: ผู้อำนวยการกอง
วันที่: 9 พฤษภาคม 2567 10:24 น.
หัวข้อ: FW: การสำรวจเก้าอี้ชำรุด
ไฟล์แนบ: แบบสำรวจ.docx (88 KB); ตัวอย่าง.pdf

เรียน หัวหน้าฝ่ายทุกฝ่าย และเจ้าหน้าที่พัสดุทุกท่าน

กองทดสอบขอส่งหนังสือกรมทดลอง ที่ ทล 0226/ว 61 ลงวันที่ 30 เมษายน 2567 มาเพื่อทราบค่ะ
รบกวนกรอกแบบสำรวจ แล้วส่งข้อมูลกลับมาภายในวันที่ 24 พฤษภาคม 2567

ขอบคุณค่ะ

นางสาวสมมุติ ใจเย็น
นักวิชาการพัสดุปฏิบัติการ
งานพัสดุ กองทดสอบ
โทร. 0 2000 5150 ภายใน 5153
"""


def test_a_mail_is_read_by_its_own_heading():
    mail = the_letter(MAIL)

    assert mail.kind == "อีเมล/ประกาศแจ้ง"
    assert mail.dated_on == date(2024, 5, 9)
    assert mail.subject == "การสำรวจเก้าอี้ชำรุด"
    assert mail.enclosures == ["แบบสำรวจ.docx", "ตัวอย่าง.pdf"]
    assert mail.number is None


def test_whom_a_mail_salutes_counts_more_than_whom_it_was_sent_to():
    assert the_letter(MAIL).addressees == ["หัวหน้าฝ่ายทุกฝ่าย", "เจ้าหน้าที่พัสดุทุกท่าน"]
    nobody = MAIL.replace("เรียน หัวหน้าฝ่ายทุกฝ่าย และเจ้าหน้าที่พัสดุทุกท่าน", "เรียน ทุกท่าน")
    assert the_letter(nobody).addressees == ["หัวหน้าฝ่ายทุกฝ่าย"]


def test_a_mail_comes_from_the_office_that_its_text_speaks_for():
    assert the_letter(MAIL).issuer == "กองทดสอบ สำนักงานทดลอง"


def test_a_mail_ends_with_thanks_and_a_name_without_brackets():
    mail = the_letter(MAIL)

    assert mail.signatory.name == "นางสาวสมมุติ ใจเย็น"
    assert mail.signatory.position == "นักวิชาการพัสดุปฏิบัติการ"
    assert mail.contact.phone == "0 2000 5150 ภายใน 5153"
    assert mail.asks == ["ทราบ", "ส่งข้อมูล"]


def test_a_mail_that_opens_with_its_subject_is_a_mail():
    mail = the_letter(
        "เรื่อง : การทดสอบระบบ\nจาก : กองแผนงาน กรมทดสอบน้ำและการเตือนภัยแห่งชาติ <it@example.go.th>\n"
        "ถึง : สำนักงานทดสอบจังหวัด\nวันที่ : 14/02/2566 13:05\n\nเรียน เจ้าหน้าที่ทุกจังหวัด\n"
        "กองแผนงานขอแจ้งกำหนดการทดสอบ\nจึงเรียนมาเพื่อทราบ\n\nด้วยความเคารพ\n"
        "นาย สมมุติ ใจเย็น (เอ)\nนักวิชาการคอมพิวเตอร์ปฏิบัติการ\n"
    )

    assert mail.kind == "อีเมล/ประกาศแจ้ง"
    assert mail.dated_on == date(2023, 2, 14)
    assert mail.signatory.name == "นาย สมมุติ ใจเย็น"


def test_the_day_of_a_mail_program_is_read():
    mail = the_letter(
        "From: งานแผน คณะทดลอง <plan@example.ac.th>\nSent: Thursday, March 7, 2024 3:41 PM\n"
        "To: หัวหน้าสาขาวิชา\nSubject: การรายงานผล\n\nเรียน หัวหน้าสาขาวิชาทุกท่าน\n\n"
        "จึงเรียนมาเพื่อทราบ\n"
    )

    assert mail.dated_on == date(2024, 3, 7)


def test_a_message_to_a_group_tells_its_office_and_its_hour():
    message = the_letter(
        "[กลุ่มไลน์ ผอ.รร. เครือข่ายทดลอง]\nสพป.ทดลอง เขต 1 (งานประชาสัมพันธ์)\n"
        "24 ก.ค. 2566 08:15 น.\n\nเรื่อง การแต่งกาย\n\nขอให้ทุกโรงเรียนแต่งกายสุภาพ\n"
    )

    assert message.kind == "อีเมล/ประกาศแจ้ง"
    assert message.issuer == "สพป.ทดลอง เขต 1"
    assert message.dated_on == date(2023, 7, 24)


def test_a_mail_from_a_person_comes_from_the_office_under_the_name():
    mail = the_letter(
        "From: Somchai Jaidee <somchai@example.go.th>\nDate: Tue, 11 Jan 2565 at 14:05\n"
        "Subject: การประชุม\nTo: หัวหน้าศูนย์ <center@example.go.th>\n\nเรียน หัวหน้าศูนย์ทุกศูนย์\n\n"
        "ขอแจ้งเปลี่ยนการประชุม จึงเรียนมาเพื่อโปรดทราบ\n\nด้วยความนับถือ\nสมชาย ใจดี\n"
        "นักวิเคราะห์นโยบายและแผนชำนาญการ\nกองแผนงาน กรมทดสอบ โทร. 0 2000 1234\n"
    )

    assert mail.issuer == "กองแผนงาน กรมทดสอบ"
    assert mail.signatory.name == "สมชาย ใจดี"
    assert mail.contact.section == "กองแผนงาน กรมทดสอบ"


def test_a_memorandum_in_english_is_no_mail():
    memo = the_letter(
        "MEMORANDUM\n\nTo:        All Heads of Department\nFrom:      Office of Human Resources\n"
        "Ref. No.:  TIU 0201/056\nDate:      5 June 2023\nSubject:   Annual Leave Plan\n\n"
        "Please complete the form and return it to hr@example.ac.th by 30 June 2023.\n"
    )

    assert memo.kind == "หนังสือภาษาต่างประเทศ"
    assert memo.issuer == "Office of Human Resources"
    assert memo.asks == ["ส่งข้อมูล"]


CHAT = """LINE กลุ่ม: รพ.สต. อำเภอทดลอง
พฤ. 14 ธ.ค. 2566

08:42 สสอ.ทดลอง (พี่เอ) : เรียน ผอ.รพ.สต.ทุกแห่งค่ะ
08:43 สสอ.ทดลอง (พี่เอ) : ตามหนังสือ สสจ.ทดลอง ที่ ทล 0033.004/ว 44 ลว. 12 ธ.ค. 66
📌 ขอให้ทุกแห่ง
✅ ส่งข้อมูลใน google form ภายใน 18 ธ.ค. 66
✅ แจ้ง อสม. ในพื้นที่ทราบ
"""


def test_messages_copied_out_of_a_chat_are_one_letter():
    message = the_letter(CHAT)

    assert message.kind == "อีเมล/ประกาศแจ้ง"
    assert message.issuer == "สสอ.ทดลอง"
    assert message.dated_on == date(2023, 12, 14)
    assert message.addressees == ["ผอ.รพ.สต.ทุกแห่ง"]
    assert message.number is None
    assert [one.number for one in message.cited] == ["ทล 0033.004/ว 44"]
    assert message.asks == ["ส่งข้อมูล"]
    assert message.onward == ["แจ้ง อสม. ในพื้นที่ทราบ"]


def test_a_notice_to_all_users_is_read_without_the_form_of_a_notice():
    notice = the_letter(
        "📢 ประกาศแจ้งเตือนผู้ใช้งานระบบสารบรรณ 📢\n\nเรียน ผู้ใช้งานระบบทุกหน่วยงาน\n\n"
        "ศูนย์คอมพิวเตอร์จะปิดปรับปรุงระบบ ขอให้ผู้ดูแลระบบแจ้งผู้ใช้งานในสังกัดทราบ\n\n"
        "จึงเรียนมาเพื่อทราบ\nศูนย์คอมพิวเตอร์\n15 มกราคม 2567\nโทร. 0 2000 2222 ต่อ 50\n"
    )

    assert notice.kind == "อีเมล/ประกาศแจ้ง"
    assert notice.subject == "ประกาศแจ้งเตือนผู้ใช้งานระบบสารบรรณ"
    assert notice.issuer == "ศูนย์คอมพิวเตอร์"
    assert notice.dated_on == date(2024, 1, 15)
    assert notice.asks == ["ทราบ"]


SAVED = """[LINE] ประวัติการแชทในกลุ่ม "งานป้ายทุกอำเภอ"
บันทึกเมื่อ 2024/06/12 08:15

2024.06.10 วันจันทร์
13:02 สนง.ป้ายทดลอง(ธุรการ) แจ้งทุกอำเภอค่ะ
เรื่อง การส่งบัญชีป้ายชำรุด
เรียน หัวหน้างานป้ายทุกอำเภอ

ด้วยต้องรวบรวมบัญชีป้ายชำรุด ขอให้ทุกแห่งส่งบัญชีภายในวันที่ 20 มิ.ย. 67

จึงเรียนมาเพื่อทราบและดำเนินการ

นางสมมุติ ใจเย็น
นักจัดการงานทั่วไปชำนาญการ
13:02 สนง.ป้ายทดลอง(ธุรการ) [ไฟล์] แบบบัญชีป้าย.xlsx
13:05 อ.น้ำใส รับทราบค่ะ
"""


def test_a_chat_as_line_saves_it_tells_who_wrote_when_and_with_which_file():
    message = the_letter(SAVED)

    assert message.kind == "อีเมล/ประกาศแจ้ง"
    assert message.dated_on == date(2024, 6, 10)
    assert message.issuer == "สนง.ป้ายทดลอง"
    assert message.enclosures == ["แบบบัญชีป้าย.xlsx"]
    assert message.addressees == ["หัวหน้างานป้ายทุกอำเภอ"]
