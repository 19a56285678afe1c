"""The one typeface of a stamp inside a PDF: lines of text in, operators and a font object out."""

from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from saraban.paper.shaping import Glyph, Shaper

FILE = Path(__file__).resolve().parent / "fonts" / "Sarabun-Regular.ttf"
# Of the typeface, in thousandths of the type size: its box, and how it stands on the line.
_BOX = (-350, -450, 1100, 1250)
_ASCENT, _DESCENT, _CAP_HEIGHT = 1068, -232, 700
_SYMBOLIC = 4


class StampFont:
    """Collects the signs that stamps use, so that a copy carries these outlines and no more.

    Each pair of a sign and its meaning has a code of its own: the same outline may stand for
    two texts, and a reader of the copy finds what was written either way.
    """

    def __init__(self, shaper: Shaper) -> None:
        self._shaper = shaper
        self._codes: dict[tuple[int, str], int] = {}
        self._widths: list[int] = [0]
        self._lines: dict[str, tuple[Glyph, ...]] = {}

    def width(self, text: str, size: float) -> float:
        """How wide the line is in this size, in points."""
        return sum(glyph.advance for glyph in self._line(text)) * size / 1000

    def shown(self, text: str, size: float, *, x: float, y: float, most_width: float = 0.0) -> str:
        """The operators that write the line with its base line at (x, y); narrowed to most_width.

        To stand between BT and ET where the font is called /S.
        """
        wide = self.width(text, size)
        narrowed = 100 * most_width / wide if 0 < most_width < wide else 100.0
        pieces: list[str] = []
        shift, rise = 0, 0
        for glyph in self._line(text):
            code = self._code(glyph)
            if glyph.y != rise:
                pieces.append(f"] TJ {glyph.y * size / 1000:.3f} Ts [")
                rise = glyph.y
            if shift + glyph.x:
                pieces.append(str(-shift - glyph.x))
            pieces.append(f"<{code:04X}>")
            shift = glyph.advance - self._widths[code] - glyph.x
        end = " 0 Ts" if rise else ""
        return (
            f"/S {size:g} Tf {narrowed:.2f} Tz 1 0 0 1 {x:.3f} {y:.3f} Tm"
            f" [{' '.join(pieces)}] TJ{end}\n"
        )

    def as_object(self, document: pikepdf.Pdf) -> Dictionary:
        """The font of all that was shown so far, embedded, with the text of each sign."""
        outlines = self._shaper.subset(frozenset(number for number, _ in self._codes))
        tag = "STAMPS+" if len(outlines) < FILE.stat().st_size else ""
        name = Name(f"/{tag}Sarabun-Regular")
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=_SYMBOLIC,
            FontBBox=Array(_BOX),
            ItalicAngle=0,
            Ascent=_ASCENT,
            Descent=_DESCENT,
            CapHeight=_CAP_HEIGHT,
            StemV=80,
            FontFile2=document.make_stream(outlines, Length1=len(outlines)),
        )
        glyph_of_code = b"\0\0" + b"".join(number.to_bytes(2, "big") for number, _ in self._codes)
        inner = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=Dictionary(
                Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
            ),
            FontDescriptor=document.make_indirect(descriptor),
            DW=0,
            W=Array([0, Array(self._widths)]),
            CIDToGIDMap=document.make_stream(glyph_of_code),
        )
        return Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([document.make_indirect(inner)]),
            ToUnicode=document.make_stream(self._texts()),
        )

    def _line(self, text: str) -> tuple[Glyph, ...]:
        if text not in self._lines:
            self._lines[text] = self._shaper.glyphs(text)
        return self._lines[text]

    def _code(self, glyph: Glyph) -> int:
        key = (glyph.number, glyph.text)
        if key not in self._codes:
            self._codes[key] = len(self._widths)
            self._widths.append(glyph.advance)
        return self._codes[key]

    def _texts(self) -> bytes:
        """The CMap from codes to texts; a sign whose text the one before it says has none."""
        told = [(code, text) for (_, text), code in self._codes.items() if text]
        lines = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CMapName /Stamps def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        ]
        for start in range(0, len(told), 100):  # the most that one block may hold
            block = told[start : start + 100]
            lines.append(f"{len(block)} beginbfchar")
            lines += [f"<{code:04X}> <{text.encode('utf-16-be').hex()}>" for code, text in block]
            lines.append("endbfchar")
        lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
        return "\n".join(lines).encode()
