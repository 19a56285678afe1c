"""A letter as its PDF, beside bare WeasyPrint setting the same page with the same style."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from saraban.paper import house_style, pdf_print
from saraban.paper.page_image import page_picture
from saraban.paper.pdf_print import letter_pdf
from saraban.paper.print_room import PrintRoom
from saraban.paper.printed_letter import PrintedLetter
from scripts.benchmarks.measuring import Result, medians_in_turn, plain_result, seconds
from tests.paper.letters import CIRCULAR

MOST_SECONDS = 0.25
ROUNDS = 9
TWO_PAGES = replace(CIRCULAR, paragraphs=CIRCULAR.paragraphs * 4)
STYLE = Path(house_style.TEMPLATES, "print", "letter.css")


def measure(engine: str) -> Iterator[Result]:
    """One page and two in a warm process, then a draft as its writer sees it."""
    for words, letter in (("a letter of one page", CIRCULAR), ("a letter of two pages", TWO_PAGES)):
        bare = BareLetter(letter)

        def ours(letter: PrintedLetter = letter) -> float:
            return seconds(lambda: letter_pdf(letter))

        def theirs(bare: "BareLetter" = bare) -> float:
            return seconds(bare.render)

        ours(), theirs()  # fonts, templates
        mine, their = medians_in_turn(ours, theirs, ROUNDS)
        yield Result(
            words, engine, mine, their, mine / their, "s", f"<= {MOST_SECONDS:g} s",
            mine <= MOST_SECONDS,
        )  # fmt: skip
    yield _draft(engine)


def _draft(engine: str) -> Result:
    """From the words typed to the picture of the page, through the child that stays."""
    room = PrintRoom()
    draft = replace(CIRCULAR, is_draft=True)
    try:
        room.render(draft)
        times = sorted(seconds(lambda: page_picture(room.render(draft))) for _ in range(ROUNDS))
    finally:
        room.close()
    return plain_result(
        "a draft's page, as a picture", engine, times[ROUNDS // 2], unit="s", most=2 * MOST_SECONDS
    )


class BareLetter:
    """The letter's own HTML and style sheet, set once by the bare library: no right text layer,
    no catchwords, no facts inside, no PDF/A."""

    def __init__(self, letter: PrintedLetter) -> None:
        self.html = pdf_print.html_of(letter)
        self.fonts = FontConfiguration()
        self.style = weasyprint.CSS(
            string=STYLE.read_text(encoding="utf-8"),
            base_url=f"{house_style.FONTS.as_uri()}/",
            font_config=self.fonts,
        )

    def render(self) -> bytes:
        """The PDF."""
        pdf: bytes = weasyprint.HTML(string=self.html).write_pdf(
            stylesheets=[self.style], font_config=self.fonts
        )
        return pdf
