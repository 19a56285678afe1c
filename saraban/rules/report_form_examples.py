"""Forms to begin from: what offices ask for most, in our own words. A copy is freely changed."""

from decimal import Decimal

from saraban.rules.report_forms import FieldKind, FormDefinition, FormField, Option

EVENT_REPORT = FormDefinition(
    "รายงานผลการจัดกิจกรรม",
    "กรอกเมื่อจัดกิจกรรมเสร็จ ใช้เวลาประมาณ ๕ นาที เตรียมภาพถ่ายไว้ในโทรศัพท์",
    (
        FormField(key="text1", kind=FieldKind.TEXT, label="ชื่อกิจกรรม", is_required=True),
        FormField(key="date1", kind=FieldKind.DATE, label="วันที่จัด", is_required=True),
        FormField(
            key="text2",
            kind=FieldKind.TEXT,
            label="สถานที่จัด",
            help="ชื่อสถานที่ หมู่ที่ ตำบล",
            is_required=True,
        ),
        FormField(
            key="number1",
            kind=FieldKind.NUMBER,
            label="ผู้เข้าร่วม",
            help="นับทุกคนที่มาร่วม รวมเจ้าหน้าที่",
            is_required=True,
            unit_word="คน",
            least=Decimal(0),
            most=Decimal(100_000),
        ),
        FormField(
            key="text3",
            kind=FieldKind.TEXT,
            label="สิ่งที่ทำและผลที่ได้",
            is_long=True,
            most_letters=2000,
        ),
        FormField(
            key="photos1",
            kind=FieldKind.PHOTOS,
            label="ภาพกิจกรรม",
            help="เห็นผู้เข้าร่วมและงานที่ทำ",
            is_required=True,
            least_count=2,
            most_count=6,
        ),
        FormField(
            key="clips1",
            kind=FieldKind.CLIPS,
            label="คลิปสั้น",
            help="ถ่ายแนวนอน",
            most_count=1,
            longest_seconds=30,
        ),
    ),
)

WEEKLY_SUMMARY = FormDefinition(
    "สรุปผลรายสัปดาห์",
    "สรุปงานของสัปดาห์ที่ผ่านมา ถ้าไม่มีกิจกรรมให้เลือกตอบว่าไม่มี",
    (
        FormField(
            key="number1",
            kind=FieldKind.NUMBER,
            label="กิจกรรมที่จัด",
            is_required=True,
            unit_word="ครั้ง",
            least=Decimal(0),
            most=Decimal(1000),
        ),
        FormField(
            key="number2",
            kind=FieldKind.NUMBER,
            label="ผู้เข้าร่วมรวมทุกครั้ง",
            is_required=True,
            unit_word="คน",
            least=Decimal(0),
        ),
        FormField(
            key="table1",
            kind=FieldKind.TABLE,
            label="แยกตามกิจกรรม",
            help="กิจกรรมละแถว",
            columns=(
                FormField(key="text1", kind=FieldKind.TEXT, label="กิจกรรม", most_letters=200),
                FormField(
                    key="number1",
                    kind=FieldKind.NUMBER,
                    label="ผู้เข้าร่วม",
                    unit_word="คน",
                    least=Decimal(0),
                ),
            ),
        ),
        FormField(
            key="choice1",
            kind=FieldKind.CHOICE,
            label="ปัญหาที่พบ",
            is_many=True,
            options=(
                Option("option1", "ไม่มี"),
                Option("option2", "งบประมาณ"),
                Option("option3", "สภาพอากาศ"),
                Option("option4", "ผู้เข้าร่วมน้อย"),
                Option("option5", "อื่น ๆ"),
            ),
        ),
        FormField(
            key="text1", kind=FieldKind.TEXT, label="ข้อเสนอ", is_long=True, most_letters=2000
        ),
        FormField(
            key="photos1", kind=FieldKind.PHOTOS, label="ภาพประกอบ", least_count=0, most_count=6
        ),
    ),
)

EXAMPLES: dict[str, FormDefinition] = {"event": EVENT_REPORT, "weekly": WEEKLY_SUMMARY}
