"""Figures printed a blank apart, each by itself, put together where a line tells what they are.

Programs that read scans, and typists who spread a heading, give ที่ สธ 0 2 1 2 .2/ว 4 1 9 and
เลขรับ 1 0 5 5 4. In a table 1 2 3 4 are four columns: only behind a label of a number, a day, an
hour or a telephone, or before a month, are they one figure.
"""

import re

from saraban.rules.letter_reading.lines.toneless import tones_optional
from saraban.rules.letter_reading.stamps.stamp_days import FULL_MONTHS

_LABEL = tones_optional(
    r"^[^0-9๐-๙]{0,12}?(?:(?:เลข ?|วัน|รับ)?ที่(?=[ :.…])|เลข(?:ที่)?รับ|เวลา|โทร(?:สาร)?[ .:])"
)
_SHORT = r"(?<![ก-๎])(มี|มิ|เม|[มกพสตธ]) ?\. ?([คพย]) ?\."
_SINGLES = re.compile(r"(?<![0-9๐-๙])[0-9๐-๙](?: [0-9๐-๙])+(?![0-9๐-๙])")
_DAY_APART = re.compile(
    rf"(?<![0-9๐-๙])([0-3๐-๓]) ([0-9๐-๙])(?= *(?:{'|'.join(FULL_MONTHS)}|{_SHORT}))"
)
_SHORT_MONTH = re.compile(rf"{_SHORT}(?= *[0-9๐-๙])")
_BEFORE_STOP = re.compile(r"(?<=[0-9๐-๙]) ?([./]) ?(?=[0-9๐-๙])")
# The number of a receipt is all that stands behind its label: เลขที่รับ ๒ ๔๙o, รับที่ ๒๑ ๔/๖๐.
_OF_RECEIPT = re.compile(
    r"^(?P<label>(?:เลข ?(?:ท[ีิ]?่? ?)?)?(?:ลง)?ร[ัิ]?[่้]?บ ?(?:เลข)?(?:ท[ีิ่]{0,2})?[ .:…]*)"
    r"(?:(?P<number>(?=[0-9๐-๙oO ]{2,9}(?:[/|l]|$))[0-9๐-๙oO]{1,3}(?: [0-9๐-๙oO]{1,3})+)"
    # The slash before the year of a book may be a bar or an l.
    r"(?: ?[/|l] ?(?P<year>[0-9๐-๙oO]{2,4}))?"
    r"|(?P<whole>[0-9๐-๙oO]{1,6}) ?[|l] ?(?P<its_year>[0-9๐-๙oO]{2,4}))$"
)
# The number of a letter, its figures in groups: ศธ ๐๕ ๓๗.๐ ๒ /๓ ๔๔, อ ก ๐ ๓ ๑ ๒ / ๒ ๔ ๗ ๑.
_OF_LETTER = re.compile(
    r"(?P<lead>(?:ท[ิีื]?่? )?)(?P<letters>[ก-ฮ] ?[ก-ฮ]{1,2})\.? "
    # Behind four figures a blank may be a lost stop: ๐๔๑๙ ๓/๑๒.
    r"(?P<owner>(?![0-9๐-๙]{4} )[0-9๐-๙]{1,3}(?: ?\.? ?[0-9๐-๙]{1,4})+) ?/ ?(?P<mark>(?:ว ?)?)"
    r"(?P<running>[0-9๐-๙]{1,5}(?: [0-9๐-๙]{1,3})*)(?=$| ว[ัิ]?นท)"
)
# Courts and universities have fewer figures before a stop: ศย ๓๐๘.๐๕๒, อว ๗๔.๖.๑.
_OWNER = re.compile(r"[0-9๐-๙]{4,5}(?:\.[0-9๐-๙]{1,3})*|[0-9๐-๙]{2,3}(?:\.[0-9๐-๙]{1,3})+")
_FEWEST = 3  # of one figure; two such figures on a line tell as much


def with_figures_together(cell: str, line: str) -> str:
    """The cell of a line with its single figures put together."""
    cell = _DAY_APART.sub(r"\1\2", cell)
    if receipt := _OF_RECEIPT.match(cell):
        number = (receipt["number"] or receipt["whole"]).replace(" ", "")
        year = receipt["year"] or receipt["its_year"]
        return receipt["label"] + (f"{number}/{year}" if year else number)
    if not _LABEL.match(line):
        return cell
    # 9901/2 402 alone may be 9901/ว 402.
    if (number := _OF_LETTER.match(cell)) and " " in number["owner"]:
        letters, owner, running = (
            number[part].replace(" ", "") for part in ("letters", "owner", "running")
        )
        if _OWNER.fullmatch(owner):
            whole = f"{number['lead']}{letters} {owner}/{number['mark']}{running}"
            return f"{whole}{cell[number.end() :]}"
    runs = [run[0] for run in _SINGLES.finditer(cell)]
    longest = max((len(run.split()) for run in runs), default=0)
    is_spread = longest >= _FEWEST or len(runs) > 1
    if not is_spread and not _SHORT_MONTH.search(cell):
        return cell
    if is_spread:
        cell = _SINGLES.sub(lambda run: run[0].replace(" ", ""), cell)
        cell = _BEFORE_STOP.sub(r"\1", cell)
    return _SHORT_MONTH.sub(r"\1.\2.", cell)
