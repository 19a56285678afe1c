"""The postal address that stands behind or beneath whom a letter is sent to.

Letters to companies, schools and persons have it for the envelope; nobody is addressed by it.
"""

import re

_HOUSE = r"[0-9๐-๙]{1,4}(?:[/-][0-9๐-๙]{1,4}){0,2}"
# Behind a number one of these makes it a house's; หมู่ที่ alone is as often a headman's.
_BEHIND_HOUSE = r"(?:หมู่|ม\.|ถนน|ถ\.|ซอย|ซ\.|ตรอก|อาคาร|ชั้น|แขวง|ตำบล|ต\.)"
_START = re.compile(
    rf"[ (](?:(?:ที่อยู่|บ้านเลขที่|เลขที่) ?(?={_HOUSE})"
    # None of หมู่ที่ ๓ ตำบล…, หมู่ที่ ๑ - ๙ ตำบล….
    rf"|(?<!ที่.)(?<!ที.)(?<![-–].)(?={_HOUSE},? {_BEHIND_HOUSE})"
    r"|(?=(?:ถนน|ซอย|ตู้ ?ปณ\.?|ตู้ไปรษณีย์)[ก-๎ ]))"
)
# Where a postal code ends the line, what it belongs to may begin with any part of an address.
_PART = re.compile(r"[ (](?=(?:ตำบล|ต\.|แขวง|อำเภอ|อ\.|เขต|จังหวัด|จ\.|กรุงเทพ|กทม)[ก-๎ .])")
_CODE = re.compile(r" [1-9๑-๙][0-9๐-๙]{4} ?\)?$")
_PLACE = re.compile(r"(?:ตำบล|ต\.|แขวง|อำเภอ|อ\.|เขต|จังหวัด|จ\.|กรุงเทพ|กทม)")


def without_postal_address(text: str) -> str:
    """The words of one salutation, in a line, without the address behind them."""
    starts = [found.start() for found in _START.finditer(text) if _PLACE.search(text, found.end())]
    if _CODE.search(text):
        starts += [found.start() for found in _PART.finditer(text)]
    return text[: min(starts)].rstrip(" ,") if starts and min(starts) > 0 else text
