"""Two readings of one line laid side by side, by what they say and where they say it."""

from collections.abc import Sequence

from saraban.paper.scans.line_signs import LineSign

_GAP = 0.7
_OTHER_DIGIT, _DIGIT_FOR_SIGN, _OTHER = 0.35, 0.6, 1.0
_APART = 0.25  # for each width of a letter between the two places, up to two


def aligned(
    theirs: Sequence[LineSign], ours: Sequence[LineSign]
) -> list[tuple[int | None, int | None]]:
    """Pairs of places that are one sign on paper; None where a reading lacks it."""
    width = usual_width(ours)
    columns = len(ours) + 1
    costs = [[_GAP * place for place in range(columns)]]
    for row, their in enumerate(theirs, start=1):
        above, current = costs[-1], [_GAP * row]
        for column, our in enumerate(ours, start=1):
            current.append(
                min(
                    above[column - 1] + _difference(their, our, width),
                    above[column] + _GAP,
                    current[column - 1] + _GAP,
                )
            )
        costs.append(current)
    pairs: list[tuple[int | None, int | None]] = []
    row, column = len(theirs), len(ours)
    while row or column:
        cost = costs[row][column]
        if column == 0 or (row and cost == costs[row - 1][column] + _GAP):
            row -= 1
            pairs.append((row, None))
        elif row == 0 or cost == costs[row][column - 1] + _GAP:
            column -= 1
            pairs.append((None, column))
        else:
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return pairs[::-1]


def usual_width(signs: Sequence[LineSign]) -> float:
    """The width of the middle one of the signs, in columns of the strip; 4 at least."""
    widths = sorted(sign.right - sign.left for sign in signs)
    return max(4.0, widths[len(widths) // 2]) if widths else 4.0


def _difference(their: LineSign, our: LineSign, width: float) -> float:
    apart = abs(their.left + their.right - our.left - our.right) / 2 / width
    cost = _APART * min(2.0, apart)
    if their.text[0] == our.text[0]:
        return cost
    if their.is_digit and our.is_digit:
        return cost + _OTHER_DIGIT
    if their.is_digit or our.is_digit:
        return cost + _DIGIT_FOR_SIGN
    return cost + _OTHER
