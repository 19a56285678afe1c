"""What the fields of a reading are called on screen."""

from saraban.errors import N_

THAI_FIELD = {
    "number": N_("ที่"),
    "date_iso": N_("ลงวันที่"),
    "issuer": N_("จาก"),
    "addressees": N_("ถึง"),
    "subject": N_("เรื่อง"),
    "urgency": N_("ชั้นความเร็ว"),
    "secrecy": N_("ชั้นความลับ"),
    "kind": N_("ชนิดหนังสือ"),
    "signatory": N_("ผู้ลงนาม"),
    "contact": N_("ติดต่อ"),
    "references": N_("อ้างถึง"),
    "enclosures": N_("สิ่งที่ส่งมาด้วย"),
    "cited": N_("หนังสือที่กล่าวถึง"),
    "asks": N_("ขอให้"),
    "deadlines": N_("กำหนด"),
    "onward": N_("ให้แจ้งต่อ"),
    "stamps": N_("ตรารับ"),
}
