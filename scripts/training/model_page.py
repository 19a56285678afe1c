"""The page beside the model for people: the figures in words, and how honest its confidence is."""

from typing import Any

_SIDE, _MARGIN = 320, 40  # of the plot, pixels
_COLOURS = {"strips": "#b45309", "digits": "#1d4ed8"}
_ROWS = {
    "thai_digits": "Thai digits in number lines",
    "thai_digit_alone": "a Thai digit alone on a strip",
    "arabic_digits": "Arabic digits in number lines",
    "separators": "separators between digits",
    "lines_exact": "whole lines, every number in them exact",
}
_PAGE = """\
# The digit reader's model

`digits.onnx` ({kilobytes} KB, {weights:,} weights) reads one line of ink: Thai and Arabic digits,
separators, and the letters around them.
`{command}` made it, with everything else in this folder and this
page: {strips:,} strips, each drawn once, learnt from in {minutes} minutes on two cores.
`digits.json` holds the seed, every font with its version and licence, the curves and these figures.

## In typefaces it never saw

| right | {wears} |
|---|{rule}
{rows}

Wanted of Thai digits: 99.5 % clean and 97 % degraded. The second table
tells them by family.

A strip of few signs is read at three heights of its letters, and so is a line that stays doubtful
at the first; the surest reading stands (`saraban/paper/digits/digit_heights.py`), here as there.

Drawn text, {lines} lines and {lines} single digits a column; wear goes from 0 to 1 in
`scripts/training/wear.py`. *clean*: as drawn, letters 14 to 44 pixels high. *crossed*: no wear, but
a rule, a frame or a stroke of a pen crosses one line in seven, a neighbour's marks reach into as
many, and others are cut close, too black or too thin. *scanned*: the same and wear 0.1 to 0.4,
letters from 11 pixels. *degraded*: 0.3 to 0.8, some letters of 7.5 pixels (100 dpi). *hardest*:
0.8 to 1, where people err as well. A strip whose wear left no likeness of its print (a correlation
below 0.5) is drawn again, in learning and in measuring. Nothing here is handwriting, nor cut as
rubber stamps cut their letters.

| Thai digits | clean | degraded |
|---|---|---|
{families}

- Tested on: {test}.
- The confidence was fitted on: {calibration}.
- Learnt from: {training}; and in one strip of five Thai digits written from
  strokes by chance, towards the end some Arabic ones too.

## How honest its confidence is

![Claimed against right](reliability.svg)

On the test typefaces over all wears: of the readings that claim 0.9, nine in ten should be right,
so the dots should lie on the dashed line. Real paper differs from drawn paper: whatever is read
here is offered with `confirm`, however sure it is.
"""


def page(told: dict[str, Any]) -> str:
    """README.md out of what digits.json holds."""
    measured, making = told["measured"], told["made_by"]
    unseen = measured["unseen"]
    kept = {
        use: ", ".join(font["family"] for font in told["fonts"] if font["use"] == use)
        for use in ("training", "calibration", "test")
    }
    return _PAGE.format(
        kilobytes=told["bytes"] // 1000,
        weights=making["weights"],
        command=making["command"],
        strips=making["strips"],
        minutes=round(making["seconds"] / 60),
        wears=" | ".join(unseen),
        rule="---|" * len(unseen),
        rows="\n".join(
            _row(words, [shares[name] for shares in unseen.values()])
            for name, words in _ROWS.items()
        ),
        lines=next(iter(unseen.values()))["lines"],
        families="\n".join(
            _row(family, list(shares.values())) for family, shares in measured["families"].items()
        ),
        **kept,
    )


def plot(measured: dict[str, list[dict[str, float]]]) -> str:
    """Claimed against right as an SVG; on the diagonal a claim is exactly honest."""
    whole = _SIDE + 2 * _MARGIN
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" width="{whole}"'
        ' font-family="sans-serif" font-size="12">',
        '<rect width="100%" height="100%" fill="#fff"/>',
        f'<rect x="{_MARGIN}" y="{_MARGIN}" width="{_SIDE}" height="{_SIDE}" fill="none"'
        ' stroke="#999"/>',
        f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#999"'
        ' stroke-dasharray="4"/>',
    ]
    for tick in (0, 0.25, 0.5, 0.75, 1):
        lines += [
            f'<text x="{_x(tick)}" y="{_y(0)}" dy="16" text-anchor="middle">{tick}</text>',
            f'<text x="{_x(0)}" y="{_y(tick)}" dx="-6" dy="4" text-anchor="end">{tick}</text>',
        ]
    for name, colour in _COLOURS.items():
        lines += _curve(name, colour, measured[name])
    lines += [
        f'<text x="{whole / 2}" y="{whole - 6}" text-anchor="middle">confidence claimed</text>',
        f'<text x="{_MARGIN}" y="24">share right:</text>',
        f'<text x="{_MARGIN + 80}" y="24" fill="{_COLOURS["digits"]}">● one digit</text>',
        f'<text x="{_MARGIN + 160}" y="24" fill="{_COLOURS["strips"]}">● a strip\'s numbers</text>',
        "</svg>\n",
    ]
    return "\n".join(lines)


def _row(words: str, shares: list[float]) -> str:
    return f"| {words} | " + " | ".join(f"{100 * share:.2f} %" for share in shares) + " |"


def _curve(name: str, colour: str, points: list[dict[str, float]]) -> list[str]:
    places = [(_x(point["claimed"]), _y(point["right"])) for point in points]
    path = " ".join(f"{x},{y}" for x, y in places)
    return [
        f'<polyline points="{path}" fill="none" stroke="{colour}"/>',
        *(
            f'<circle cx="{x}" cy="{y}" r="3.5" fill="{colour}"><title>{name}: '
            f"{point['claimed']} claimed, {point['right']} right, {point['count']} readings"
            "</title></circle>"
            for (x, y), point in zip(places, points, strict=True)
        ),
    ]


def _x(share: float) -> str:
    return f"{_MARGIN + share * _SIDE:.1f}"


def _y(share: float) -> str:
    return f"{_MARGIN + (1 - share) * _SIDE:.1f}"
