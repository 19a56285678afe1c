"""Evidence cannot be taken, or not as it is; and what stands in the way of an upload."""

from saraban.errors.base import N_, Conflict, InvalidInput, NotFound, SarabanError


class EvidenceTooLarge(InvalidInput):
    code = "evidence_too_large"
    message_th = N_(
        "ไฟล์ “%(name)s” มีขนาด %(mib)s เมกะไบต์ รับได้ไม่เกิน %(most_mib)s เมกะไบต์ จึงยังไม่ได้ส่งขึ้นมา "
        "ถ้าเป็นคลิป โปรดตัดให้สั้นลงหรือลดความละเอียดในโทรศัพท์ก่อน"
    )


class EvidenceKindRefused(InvalidInput):
    code = "evidence_kind_refused"
    message_th = N_("ไฟล์ “%(name)s” ไม่ใช่ชนิดที่ช่องนี้รับ ดูชนิดที่รับใต้ชื่อช่อง")


class EvidenceUnknown(InvalidInput):
    code = "evidence_unknown"
    message_th = N_(
        "ไฟล์ “%(name)s” ไม่ใช่ภาพถ่าย (JPEG PNG WebP HEIC) คลิป (MP4 MOV WebM) หรือ PDF "
        "ตามเนื้อไฟล์จริง จึงรับเป็นหลักฐานไม่ได้"
    )


class ClipTooLong(InvalidInput):
    code = "clip_too_long"
    message_th = N_(
        "คลิป “%(name)s” ยาว %(seconds)s วินาที (วัดจากเนื้อไฟล์) ช่องนี้รับไม่เกิน %(most)s วินาที "
        "โปรดตัดให้สั้นลงในโทรศัพท์แล้วส่งใหม่"
    )


class ClipIncomplete(InvalidInput):
    code = "clip_incomplete"
    message_th = N_(
        "คลิป “%(name)s” บอกในหัวไฟล์ว่ายาว %(told)s วินาที แต่เนื้อไฟล์มี %(seconds)s วินาที "
        "ไฟล์อาจขาดหรือถูกแก้ โปรดส่งไฟล์ต้นฉบับจากเครื่องที่ถ่าย"
    )


class ClipDamaged(InvalidInput):
    code = "clip_damaged"
    message_th = N_("เปิดคลิป “%(name)s” ไม่ได้ เนื้อไฟล์เสียหาย ไม่ครบ หรือไม่ใช่คลิปตามที่หัวไฟล์บอก")


class EvidenceNotFound(NotFound):
    code = "evidence_not_found"
    message_th = N_("ไม่พบหลักฐานนี้ หรือไม่ได้ส่งถึงหน่วยของคุณ")


class UploadNotFound(NotFound):
    code = "upload_not_found"
    message_th = N_("ไม่พบไฟล์ที่ส่งค้างไว้ อาจหมดเวลาเก็บแล้ว โปรดเลือกไฟล์นั้นอีกครั้ง")


class UploadUnfinished(Conflict):
    code = "upload_unfinished"
    message_th = N_("ไฟล์ “%(name)s” ยังส่งไม่ครบ รอให้ครบหรือเอาออกก่อน")


class UploadUsed(Conflict):
    code = "upload_used"
    message_th = N_("ไฟล์ “%(name)s” ใช้ในรายงานที่ส่งไปแล้ว เอาออกไม่ได้")


class UploadAtOnce(Conflict):
    code = "upload_at_once"
    message_th = N_("ไฟล์นี้กำลังถูกส่งจากอีกที่หนึ่ง รอสักครู่แล้วลองใหม่")


class TooManyUploads(Conflict):
    code = "too_many_uploads"
    message_th = N_(
        "มีไฟล์ที่ส่งค้างไว้แล้ว %(count)s ไฟล์ รวม %(mib)s เมกะไบต์ โปรดส่งรายงานหรือเอาไฟล์ที่ไม่ใช้ออกก่อน"
    )


class UploadOffset(Conflict):
    """The sender begins elsewhere than the file ends. offset is where it ends."""

    code = "upload_offset"
    message_th = N_("ตำแหน่งที่ส่งต่อไม่ตรงกับที่ได้รับไว้ (%(offset)s ไบต์)")


class UploadOverfull(InvalidInput):
    code = "upload_overfull"
    message_th = N_("ข้อมูลที่ส่งมาเกินขนาดไฟล์ที่แจ้งไว้ (%(size)s ไบต์)")


class UploadChecksum(SarabanError):
    """A piece did not arrive as it was sent; nothing of it was kept."""

    code = "upload_checksum"
    message_th = N_("ข้อมูลที่ได้รับไม่ตรงกับที่ส่ง จึงยังไม่ได้เก็บส่วนนั้น")
