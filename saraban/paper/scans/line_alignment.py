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
    costs = [[_GAP * place for place in range(len(ours) + 1)]]
    for row, their in enumerate(theirs, start=1):
        above, current = costs[-1], [_GAP * row]
        last = current[0]
        for column, apart in enumerate(_differences(their, ours, width), start=1):
            last = min(above[column - 1] + apart, above[column] + _GAP, last + _GAP)
            current.append(last)
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


def _differences(their: LineSign, ours: Sequence[LineSign], width: float) -> list[float]:
    """How unlike the sign is to each of ours, by what they say and how far they stand apart."""
    letter, is_digit, middle = their.text[0], their.is_digit, their.middle
    costs = []
    for our in ours:
        cost = _APART * min(2.0, abs(middle - our.middle) / width)
        if letter != our.text[0]:
            digits = is_digit + our.is_digit
            cost += (_OTHER, _DIGIT_FOR_SIGN, _OTHER_DIGIT)[digits]
        costs.append(cost)
    return costs
