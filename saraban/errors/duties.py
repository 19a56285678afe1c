"""A duty to answer is not there, is over, or cannot be as asked."""

from saraban.errors.base import N_, NotFound


class DutyNotFound(NotFound):
    """There is none of that name, or none that this person may see: these look the same."""

    code = "duty_not_found"
    message_th = N_("ไม่พบภารกิจนี้ หรือท่านไม่มีสิทธิเห็น")


class PeriodNotFound(NotFound):
    code = "period_not_found"
    message_th = N_("ไม่พบงวดนี้ของภารกิจ")
