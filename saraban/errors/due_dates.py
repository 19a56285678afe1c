"""Refusals about days by which a duty is done, and about its periods."""

from saraban.errors.base import N_, Conflict, InvalidInput


class WhenUnreadable(InvalidInput):
    """The words about when a duty is due say something that the rules do not know."""

    code = "when_unreadable"
    message_th = N_("กำหนดเวลานี้ระบบไม่รู้จัก: %(part)s")


class DaysUnreadable(InvalidInput):
    """A list of days of a month holds something that is none."""

    code = "days_unreadable"
    message_th = N_("อ่านวันไม่ได้: %(text)s เขียนเป็นเลข ๑ ถึง ๓๑ หรือ สิ้นเดือน คั่นด้วยจุลภาค")


class PeriodStruck(Conflict):
    """The period was struck: nothing of it is changed any more."""

    code = "period_struck"
    message_th = N_("งวดที่ %(number)s ถูกตัดออกแล้ว")


class PeriodNotStruck(Conflict):
    """Only a struck period is brought back."""

    code = "period_not_struck"
    message_th = N_("งวดที่ %(number)s ไม่ได้ถูกตัดออก จึงไม่ต้องนำกลับมา")


class PeriodClosed(Conflict):
    """The period takes no more answers."""

    code = "period_closed"
    message_th = N_("งวดที่ %(number)s ปิดรับรายงานแล้ว ขอให้หน่วยที่รวบรวมเปิดรับใหม่")


class PeriodNotClosed(Conflict):
    """Only a closed period is opened again."""

    code = "period_not_closed"
    message_th = N_("งวดที่ %(number)s ยังเปิดรับรายงานอยู่")


class PeriodAnswered(Conflict):
    """A period that units have answered is closed, never struck."""

    code = "period_answered"
    message_th = N_("งวดที่ %(number)s มีรายงานแล้ว %(count)s หน่วย จึงตัดออกไม่ได้ ปิดรับแทนได้")


class DayUnchanged(InvalidInput):
    """The new day is the one that stands."""

    code = "day_unchanged"
    message_th = N_("วันใหม่ตรงกับวันเดิม")


class ProvinceUnknown(InvalidInput):
    """A holiday's province is one of the installation's."""

    code = "province_unknown"
    message_th = N_("ไม่พบจังหวัดนี้")
