"""flask read: what the machine reads out of a letter, and how well it does on labelled ones."""

import hashlib
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import click

from saraban.errors import AnswersMissing, SarabanError
from saraban.paper.reading import read_content
from saraban.rules.letter_reading.scoring import Prediction, missed_lines, table_lines

log = logging.getLogger(__name__)

_OUR_FAULT = "อ่านไฟล์ไม่สำเร็จเพราะระบบขัดข้อง โปรดแจ้งผู้ดูแลระบบ"
_EXTENSIONS = ("txt", "pdf", "png", "jpg", "jpeg", "tif", "tiff")


class _Read(click.Group):
    """`read score DIR` scores; `read FILE...` needs no word for what it does."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take anything but `score` and a lone --help for files."""
        if args and args[0] not in ("score", "--help"):
            args = ["files", *args]
        return super().parse_args(ctx, args)


@click.group("read", cls=_Read, subcommand_metavar="FILE... [--json] | score DIR [--errors]")
def group() -> None:
    """Read the letters in FILEs (PDF, text, pictures) and propose every field."""


@group.command("files", hidden=True)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="For other programs: everything, as JSON.")
def read_files(files: tuple[Path, ...], as_json: bool) -> None:
    """Read each file; one that cannot be read is told in its warnings and stops no other."""
    told = [read_file(file) for file in files]
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(line for one in told for line in _lines_of(one)))
    if all(not one["letters"] for one in told):
        raise SystemExit(1)


def read_file(file: Path) -> dict[str, Any]:
    """One file as `flask read --json` tells it; an expected refusal becomes a warning."""
    started = perf_counter()
    sha256 = None
    try:
        content = file.read_bytes()
        sha256 = hashlib.sha256(content).hexdigest()
        return {"file": str(file), **read_content(content, file.name)}
    except SarabanError as refusal:
        warning = refusal.text_th
    except OSError as error:
        warning = f"เปิดไฟล์ไม่ได้: {error.strerror}"
    # A fault of ours over one file must not cost the others of the batch.
    except Exception as fault:
        log.error("reading %s failed: %s", file, type(fault).__name__)
        log.debug("how it failed", exc_info=True)
        warning = _OUR_FAULT
    return {
        "file": str(file),
        "sha256": sha256,
        "pages": 0,
        "letters": [],
        "warnings": [warning],
        "seconds": round(perf_counter() - started, 3),
        "sheets": [],
        "marks": [],
        "links": [],
    }


def _lines_of(told: dict[str, Any]) -> Iterator[str]:
    """A file's letters for a terminal; ? stands before what a person has to confirm."""
    yield f"{told['file']}  {told['pages']} หน้า  {told['seconds']} วินาที"
    for place, letter in enumerate(told["letters"]):
        yield f"  [{place}] หน้า {', '.join(map(str, letter['pages']))}  {letter['kind']}"
        number = letter["number"]["normalized_th"] if letter["number"] else "-"
        shown = (
            ("number", "ที่", number),
            ("urgency", "ชั้นความเร็ว", letter["urgency"]),
            ("date_iso", "ลงวันที่", letter["date_raw"]),
            ("issuer", "จาก", letter["issuer"]),
            ("subject", "เรื่อง", letter["subject"]),
            ("addressees", "เรียน", " | ".join(letter["addressees"])),
            ("asks", "ขอให้", " | ".join(letter["asks"])),
            ("deadlines", "กำหนด", " | ".join(one["text"] for one in letter["deadlines"])),
        )
        for field, label, value in shown:
            if value:
                evidence = letter["evidence"].get(field)
                mark = "?" if evidence and evidence["confirm"] else " "
                yield f"    {mark} {label}  {value}"
        if letter["conveys"]:
            yield f"      นำส่ง  {', '.join(f'[{one}]' for one in letter['conveys'])}"
    for link in told["links"]:
        yield f"    QR หน้า {link['page']}  {link['text']}"
    for warning in told["warnings"]:
        yield f"  ! {warning}"


@group.command("score")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--errors", is_flag=True, help="List every miss.")
@click.option(
    "--from",
    "source",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Where the letters stand as files (text, PDF, pictures); DIR/letters unless told.",
)
@click.option("--suffix", default="", help="Read NAME with this after it: -scan300.")
@click.option("--found", is_flag=True, help="Leave out letters that have no file.")
@click.option("--split", default="dev", help="The list of DIR/split.json, where there is one.")
def score(
    folder: Path, errors: bool, source: Path | None, suffix: str, found: bool, split: str
) -> None:
    """Read the labelled letters of DIR and print how right each field is.

    DIR holds letters/NAME.txt (or a PDF or picture) and labels/NAME.json. A file that several
    labels NAME-1, NAME-2 ... belong to is split, and its letters taken in order.
    """
    names = _names(folder, split)
    if not names:
        raise AnswersMissing(where="labels/*.json")
    letters = _Letters(source or folder / "letters", suffix)
    predictions = [
        Prediction(name, _label(folder, name), letters.letter_called(name))
        for name in names
        if not found or letters.place_of(name)
    ]
    title = f"split {split}: " if (folder / "split.json").exists() else ""
    click.echo(title + "\n".join(table_lines(predictions)))
    for line in missed_lines(predictions) if errors else ():
        click.echo(line)


def _names(folder: Path, split: str) -> list[str]:
    """The letters to score: those of a list where there are lists, otherwise all labels."""
    lists = folder / "split.json"
    if not lists.exists():
        return sorted(label.stem for label in (folder / "labels").glob("*.json"))
    names = json.loads(lists.read_text("utf-8")).get(split)
    if names is None:
        raise AnswersMissing(where=f"split.json: {split}")
    return list(names)


def _label(folder: Path, name: str) -> dict[str, Any]:
    """The label; a letter scanned again, NAME-ocr, shares that of NAME."""
    file = folder / "labels" / f"{name.removesuffix('-ocr')}.json"
    label: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return label


class _Letters:
    """The letters of a folder by name, each file read once."""

    def __init__(self, folder: Path, suffix: str = "") -> None:
        self.folder = folder
        self.suffix = suffix
        self.read: dict[Path, list[dict[str, Any]]] = {}

    def letter_called(self, name: str) -> dict[str, Any] | None:
        """What was read for this name; None when there is no file for it."""
        found = self.place_of(name)
        if found is None:
            return None
        file, place = found
        if file not in self.read:
            self.read[file] = read_file(file)["letters"]
        letters = self.read[file]
        return letters[place] if place < len(letters) else None

    def place_of(self, name: str) -> tuple[Path, int] | None:
        """The file that holds the letter, and which of its letters it is, from 0."""
        for stem, place in ((name, 0), _part_of_bundle(name)):
            for extension in _EXTENSIONS if stem else ():
                file = self.folder / f"{stem}{self.suffix}.{extension}"
                if file.exists():
                    return file, place
        return None


def _part_of_bundle(name: str) -> tuple[str, int]:
    """seed-2 is the second letter of seed-bundle."""
    stem, _, number = name.rpartition("-")
    return (f"{stem}-bundle", int(number) - 1) if stem and number.isdigit() else ("", 0)
