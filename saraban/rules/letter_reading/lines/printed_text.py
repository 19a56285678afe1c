"""What is printed where the text of a line was put right: ดรวจสอบ under the ตรวจสอบ that was meant.

Evidence shows what the paper or the file says; what it was taken for is the value of the field.
"""

from difflib import SequenceMatcher

from saraban.rules.letter_reading.lines.page_lines import Line

# Less alike than that, the printed line is another than the one the text is of.
_LEAST_ALIKE = 0.5
_LONGEST = 400  # beyond it a line is a whole page on one, and laying both side by side takes long


def printed_in(line: Line, start: int, end: int) -> str:
    """What is printed where characters start to end of the line's text stand."""
    meant = line.text[start:end]
    is_known = not line.printed or not meant or meant in line.printed
    if is_known or max(len(line.text), len(line.printed)) > _LONGEST:
        return meant
    first, last = len(line.printed), 0
    matcher = SequenceMatcher(None, line.text, line.printed, autojunk=False)
    for tag, low, high, at, until in matcher.get_opcodes():
        is_inside = low < end and high > start
        if tag == "equal" and is_inside:
            first = min(first, at + max(0, start - low))
            last = max(last, at + min(high, end) - low)
        elif is_inside or (tag == "insert" and start < low < end):
            first, last = min(first, at), max(last, until)
    printed = line.printed[first:last].strip()
    is_same_place = SequenceMatcher(None, meant, printed, autojunk=False).ratio() >= _LEAST_ALIKE
    return printed if is_same_place else meant
