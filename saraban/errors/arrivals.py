"""One letter that came more than once: an arrival or a merge that cannot be noted or taken back."""

from saraban.errors.base import N_, Conflict, InvalidInput, NotFound


class NeverCameHere(Conflict):
    """The first coming of a letter is registered; only the ones after it are noted."""

    code = "never_came_here"
    message_th = N_("หนังสือฉบับนี้ยังไม่เคยมาถึงหน่วยนี้ โปรดลงรับก่อน")


class ArrivalNotFound(NotFound):
    code = "arrival_not_found"
    message_th = N_("ไม่พบการมาถึงที่จดไว้นี้")


class AlreadyTakenBack(Conflict):
    code = "already_taken_back"
    message_th = N_("การมาถึงนี้ถูกย้อนไปแล้ว")


class AlreadyOneLetter(Conflict):
    code = "already_one_letter"
    message_th = N_("สองฉบับนี้เป็นฉบับเดียวกันอยู่แล้ว")


class MergeNeedsReason(InvalidInput):
    """Two letters whose number or day differ are one only if somebody can say why."""

    code = "merge_needs_reason"
    message_th = N_("%(what)sไม่ตรงกัน โปรดบอกว่ารู้ได้อย่างไรว่าเป็นฉบับเดียวกัน")


class SecretAndOpen(Conflict):
    code = "secret_and_open"
    message_th = N_("ชั้นความลับไม่ตรงกัน จึงรวมเป็นฉบับเดียวกันไม่ได้")


class BothIssuedHere(Conflict):
    """Each was given its number by this system, so they are two letters."""

    code = "both_issued_here"
    message_th = N_("ทั้งสองฉบับออกเลขในระบบนี้ จึงเป็นคนละฉบับแน่นอน")


class MergeMakesLoop(Conflict):
    """The one passes the other on: as one letter it would pass itself on."""

    code = "merge_makes_loop"
    message_th = N_("ฉบับหนึ่งเวียนต่อจากอีกฉบับ จึงเป็นคนละฉบับกัน")


class NotRegisteredHere(Conflict):
    """Only the registry that registered one of the two can say that they are one."""

    code = "not_registered_here"
    message_th = N_("หน่วยนี้ไม่ได้เป็นผู้ลงทะเบียนฉบับใดฉบับหนึ่งในสองฉบับนี้")


class MergeNotFound(NotFound):
    code = "merge_not_found"
    message_th = N_("ไม่พบการรวมฉบับนี้")


class MergeAlreadyUndone(Conflict):
    code = "merge_already_undone"
    message_th = N_("การรวมฉบับนี้ถูกแยกกลับไปแล้ว")
