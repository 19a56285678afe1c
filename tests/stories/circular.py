"""One circular, from the ministry's memo to the local units' answers, told by the desk itself.

The numbers, dates, stamps and slips are those of a real chain of letters; the words are ours.
Each chapter is a function, so that a test may stop where it likes.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from saraban.desk import acknowledgement, dispatch, registration, reporting
from saraban.desk.dispatch import Addressees
from saraban.desk.drafts import CitationDraft, DutyDraft, LetterDraft
from saraban.desk.registration import Arrival
from saraban.records import Unit
from saraban.rules.registers import Channel
from tests.cast import Cast, Troupe, make_troupe, make_unit

BANGKOK = ZoneInfo("Asia/Bangkok")
SUBJECT = "การรายงานกิจกรรมอาสาพัฒนาผ่านระบบรายงานอิเล็กทรอนิกส์"
LAST_DAY = date(2022, 6, 30)


@dataclass(frozen=True)
class Extras:
    """Units beyond the cast that the story needs."""

    work_group: Troupe
    inner_desk: Troupe
    town: Troupe
    other_department: Unit
    enterprise: Unit
    other_province: Troupe
    other_tao: Unit


@dataclass
class Story:
    """The people, and the uid of each letter once it is written."""

    cast: Cast
    extras: Extras
    memo: str = ""
    department_letter: str = ""
    province_letter: str = ""
    district_letter: str = ""


def on(day: int, month: int, hour: int = 9, minute: int = 0) -> datetime:
    """An instant of 2565."""
    return datetime(2022, month, day, hour, minute, tzinfo=BANGKOK)


def tell(cast: Cast) -> Story:
    """The whole story."""
    story = begin(cast)
    ministry_writes(story)
    department_receives(story)
    department_reissues(story)
    province_receives(story)
    province_reissues(story)
    district_a_reissues(story)
    local_units_answer(story)
    return story


def begin(cast: Cast) -> Story:
    """The cast with the units it lacks, and books opened where the paper ones had come to."""
    extras = Extras(
        work_group=make_troupe(
            make_unit(cast.secretariat.unit, "section", "กลุ่มงานกิจการพิเศษ"), "work_group"
        ),
        inner_desk=make_troupe(
            make_unit(cast.local_office.unit, "section", "กลุ่มงานส่งเสริมและพัฒนาท้องถิ่น"),
            "inner_desk",
        ),
        town=make_troupe(
            make_unit(
                cast.province.unit,
                "town_mun",
                "เทศบาลเมืองตาก",
                short_name_th="ทม.ตาก",
                district=cast.district_a.unit,
            ),
            "town",
        ),
        other_department=make_unit(cast.ministry.unit, "department", "กรมการปกครอง"),
        enterprise=make_unit(cast.ministry.unit, "state_enterprise", "การประปานครหลวง"),
        other_province=make_troupe(
            make_unit(
                cast.ministry.unit, "province", "จังหวัดกำแพงเพชร", short_name_th="จ.กำแพงเพชร"
            ),
            "other_province",
        ),
        other_tao=make_unit(None, "tao", "องค์การบริหารส่วนตำบลไกล", short_name_th="อบต.ไกล"),
    )
    far = extras.other_tao
    far.parent, far.province = extras.other_province.unit, extras.other_province.unit
    far.path = f"{extras.other_province.unit.path}{far.id}/"
    far.save()
    first_numbers = (
        (cast.ministry, "circular", 3799),
        (cast.department, "receive", 30400),
        (cast.secretariat, "receive", 1436),
        (extras.work_group, "receive", 536),
        (cast.department, "circular", 1658),
        (cast.province, "receive", 1149),
        (cast.local_office, "receive", 1037),
        (extras.inner_desk, "receive", 116),
        (cast.province, "circular", 5765),
    )
    for troupe, register, number in first_numbers:
        registration.open_book(
            actor=troupe.clerk, at=on(4, 1), register=register, be_year=2565, first_number=number
        )
    return Story(cast=cast, extras=extras)


def ministry_writes(story: Story) -> None:
    """31 พ.ค.: a memo; its copy shows one digit more than the book."""
    story.memo = dispatch.issue(
        actor=story.cast.ministry.clerk,
        at=on(31, 5),
        draft=LetterDraft(
            kind="memo",
            subject=SUBJECT,
            addressee_text="หัวหน้าส่วนราชการระดับกรม และหัวหน้าหน่วยงานรัฐวิสาหกิจในสังกัดกระทรวงมหาดไทย",
            dated_on=date(2022, 5, 31),
            urgency="most_urgent",
            body="ขอให้รายงานกิจกรรมอาสาพัฒนาผ่านระบบรายงานอิเล็กทรอนิกส์",
        ),
        code_letters="มท",
        owner_number="0229",
        is_circular=True,
        addressees=Addressees(
            phrase="หัวหน้าส่วนราชการระดับกรม และหัวหน้าหน่วยงานรัฐวิสาหกิจในสังกัดกระทรวงมหาดไทย"
        ),
        as_printed="มท ๐๒๒๙/ว ๓๓๗๙๙",
    ).letter_uid


def department_receives(story: Story) -> None:
    """The same day, three stamps: the department, its secretariat, a work group."""
    cast, day = story.cast, date(2022, 5, 31)
    receive(cast.department, story.memo, on(31, 5, 10), day)
    pass_on(cast.department, story.memo, cast.secretariat, on(31, 5, 11))
    receive(cast.secretariat, story.memo, on(31, 5, 13), day)
    pass_on(cast.secretariat, story.memo, story.extras.work_group, on(31, 5, 14))
    receive(story.extras.work_group, story.memo, on(31, 5, 15), day)


def department_reissues(story: Story) -> None:
    """3 มิ.ย., to every governor by post, citing the memo by its true number and another day."""
    story.department_letter = dispatch.issue(
        actor=story.cast.department.clerk,
        at=on(3, 6),
        draft=LetterDraft(
            kind="external",
            subject=SUBJECT,
            addressee_text="ผู้ว่าราชการจังหวัด ทุกจังหวัด",
            dated_on=date(2022, 6, 3),
            relay_phrase="นายกองค์กรปกครองส่วนท้องถิ่น ทุกแห่ง",
            citations=(
                CitationDraft(
                    "enclosure",
                    "สำเนาหนังสือกระทรวงมหาดไทย ด่วนที่สุด ที่ มท ๐๒๒๙/ว ๓๗๙๙ ลงวันที่ ๓๐ พฤษภาคม ๒๕๖๕",
                ),
            ),
            duties=(
                DutyDraft("๑", "รายงานกิจกรรมทุกครั้งที่จัด"),
                DutyDraft("๒", "รายงานผลผ่านระบบ", report_to="ศูนย์อาสาพัฒนาอำเภอ"),
            ),
        ),
        code_letters="มท",
        owner_number="0801.4",
        is_circular=True,
        addressees=Addressees(phrase="ผู้ว่าราชการจังหวัด ทุกจังหวัด", channel=Channel.PAPER),
        conveys_uid=story.memo,
    ).letter_uid


def province_receives(story: Story) -> None:
    """10 มิ.ย.: two stamps on one day; a desk inside numbers it on the 13th."""
    cast = story.cast
    letter, day = story.department_letter, date(2022, 6, 10)
    receive(cast.province, letter, on(10, 6), day, channel=Channel.PAPER)
    pass_on(cast.province, letter, cast.local_office, on(10, 6, 10))
    receive(cast.local_office, letter, on(10, 6, 13), day)
    pass_on(cast.local_office, letter, story.extras.inner_desk, on(13, 6))
    receive(story.extras.inner_desk, letter, on(13, 6, 10), date(2022, 6, 13))


def province_reissues(story: Story) -> None:
    """16 มิ.ย., to the districts and two municipalities; อบจ.ตาก is on nobody's list."""
    phrase = "นายอำเภอ ทุกอำเภอ นายกเทศมนตรีนครแม่สอด นายกเทศมนตรีเมืองตาก"
    story.province_letter = dispatch.issue(
        actor=story.cast.province.clerk,
        at=on(16, 6),
        draft=LetterDraft(
            kind="external",
            subject=SUBJECT,
            addressee_text=phrase,
            dated_on=date(2022, 6, 16),
            urgency="most_urgent",
            relay_phrase="นายกเทศมนตรีตำบล และนายกองค์การบริหารส่วนตำบล ทุกแห่ง",
            citations=(
                CitationDraft(
                    "enclosure",
                    "สำเนาหนังสือกรมส่งเสริมการปกครองท้องถิ่น ด่วนที่สุด ที่ มท ๐๘๐๑.๔/ว ๑๖๕๘"
                    " ลงวันที่ ๖ มิถุนายน ๒๕๖๕ จำนวน ๑ ชุด",
                ),
            ),
            duties=(DutyDraft("๑", "รายงานกิจกรรมทุกครั้งที่จัด"),),
        ),
        code_letters="ตก",
        owner_number="0023.3",
        is_circular=True,
        addressees=Addressees(phrase=phrase),
        conveys_uid=story.department_letter,
    ).letter_uid


def district_a_reissues(story: Story) -> None:
    """17 มิ.ย.: one district registers and tells its local units; the other only registers."""
    cast, letter = story.cast, story.province_letter
    receive(cast.district_a, letter, on(17, 6), date(2022, 6, 17), at_time=time(9, 30))
    receive(cast.district_b, letter, on(20, 6), date(2022, 6, 20))
    phrase = "นายกเทศมนตรีตำบล และนายกองค์การบริหารส่วนตำบล ทุกแห่ง"
    story.district_letter = dispatch.issue(
        actor=cast.district_a.clerk,
        at=on(17, 6, 14),
        draft=LetterDraft(
            kind="external",
            subject=SUBJECT,
            addressee_text=phrase,
            dated_on=date(2022, 6, 17),
            urgency="most_urgent",
            citations=(
                CitationDraft(
                    "enclosure",
                    "สำเนาหนังสือจังหวัดตาก ด่วนที่สุด ที่ ตก ๐๐๒๓.๓/ว ๕๗๖๕ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕",
                ),
            ),
            duties=(DutyDraft("๑", "รายงานกิจกรรมทุกครั้งที่จัด"),),
        ),
        code_letters="ตก",
        owner_number="0118",
        is_circular=True,
        addressees=Addressees(phrase=phrase),
        conveys_uid=letter,
    ).letter_uid


def local_units_answer(story: Story) -> None:
    """One reports, one acknowledges, one only looks."""
    cast = story.cast
    receive(cast.tambon_mun, story.district_letter, on(20, 6), date(2022, 6, 20))
    acknowledgement.acknowledge(
        actor=cast.tambon_mun.clerk, at=on(20, 6, 10), letter_uid=story.district_letter
    )
    reporting.submit(
        actor=cast.tambon_mun.officer,
        at=on(22, 6),
        letter_uid=story.district_letter,
        answer="report",
        text="จัดกิจกรรม ๑ ครั้ง ผู้ร่วม ๔๐ คน",
    )
    acknowledgement.acknowledge(
        actor=cast.city.clerk, at=on(18, 6), letter_uid=story.province_letter
    )
    acknowledgement.mark_opened(
        actor=story.extras.town.officer, at=on(19, 6), letter_uid=story.province_letter
    )


def receive(
    troupe: Troupe,
    letter_uid: str,
    at: datetime,
    day: date,
    *,
    at_time: time | None = None,
    channel: str = Channel.SYSTEM,
) -> None:
    """The troupe's clerk gives a delivered letter a number of their book."""
    registration.receive_delivery(
        actor=troupe.clerk,
        at=at,
        letter_uid=letter_uid,
        arrival=Arrival(received_on=day, received_time=at_time, channel=channel),
    )


def pass_on(troupe: Troupe, letter_uid: str, to: Troupe, at: datetime) -> None:
    """The troupe's clerk hands a letter to a desk inside."""
    registration.pass_inside(
        actor=troupe.clerk, at=at, letter_uid=letter_uid, to_unit_uid=to.unit.uid
    )
