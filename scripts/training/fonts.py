"""The typefaces to learn from: fetched by pinned version, digests checked, kept nowhere.

Two sources: npm (fonts/package-lock.json holds the digests) and Debian's archive
(fonts/debian.sha256 does). Families named in HELD_OUT are never learnt from: one half
of them fits the confidence, the other half gives the figures.
"""

import json
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from PIL import ImageFont

PINS = Path(__file__).parent / "fonts"

# Family: which of both duties. One with serifs, a typewriter, a looped and a hand in each; with
# the loopless the two kinds of modern headings. Their sources are not those of learnt families.
HELD_OUT = {
    "norasi": "test",
    "tlwgtypist": "test",
    "noto-sans-thai-looped": "test",
    "mali": "test",
    "prompt": "test",
    "arundina-sans": "test",
    "garuda": "calibration",
    "tlwgmono": "calibration",
    "ibm-plex-sans-thai-looped": "calibration",
    "itim": "calibration",
    "trirong": "calibration",
    "kanit": "calibration",
}
_STYLES_OF_NPM = (
    "300-normal", "400-normal", "500-normal", "700-normal", "800-normal", "400-italic",
)  # fmt: skip
_LICENCE_OF_DEBIAN = {
    "fonts-arundina": "Bitstream Vera derivative",
    "fonts-liberation": "GPL-2 with font exception",
}
_LICENCE_OF_TLWG = "GPL-2+ with font exception"


@dataclass(frozen=True)
class Face:
    """One font file and where it comes from; use is "training", "calibration" or "test"."""

    family: str
    style: str
    package: str
    version: str
    licence: str
    use: str
    path: str
    letters: frozenset[str]

    @property
    def has_thai(self) -> bool:
        return "๕" in self.letters and "ก" in self.letters


@lru_cache(maxsize=4000)
def at_size(path: str, pixels: int) -> ImageFont.FreeTypeFont:
    """The face at so many pixels an em, shaped by HarfBuzz, so that marks stand where they do."""
    return ImageFont.truetype(path, pixels, layout_engine=ImageFont.Layout.RAQM)


def fetch_faces(folder: Path) -> list[Face]:
    """Every face, sorted by name; what folder holds of an earlier run is used again."""
    faces = [*_faces_of_npm(folder / "npm"), *_faces_of_debian(folder / "debian")]
    return sorted(faces, key=lambda face: (face.family, face.style, face.path))


def _faces_of_npm(folder: Path) -> list[Face]:
    pins = json.loads((PINS / "package.json").read_text(encoding="utf-8"))["dependencies"]
    if not (folder / "node_modules").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(PINS / name, folder)
        words = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(words, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    faces = []
    for package, version in pins.items():
        source = folder / "node_modules" / package
        family = package.rsplit("/", 1)[-1]
        licence = json.loads((source / "package.json").read_text(encoding="utf-8"))["license"]
        if family == "font-th-sarabun-new":
            files = [
                (path.stem.replace("-webfont", ""), path)
                for path in sorted((source / "fonts").glob("*.ttf"))
            ]
        else:
            files = [
                (style, merged)
                for style in _STYLES_OF_NPM
                if (merged := _thai_and_latin(source, family, style, folder)) is not None
            ]
        faces += [_face(family, style, package, version, licence, path) for style, path in files]
    return faces


def _thai_and_latin(source: Path, family: str, style: str, folder: Path) -> Path | None:
    """Both subsets of a web font joined to one file; None where the family lacks the style."""
    target = folder / f"{family}-{style}.ttf"
    if target.is_file():
        return target
    parts = []
    for script in ("thai", "latin"):
        web_font = source / "files" / f"{family}-{script}-{style}.woff2"
        if not web_font.is_file():
            return None
        part = folder / f"{script}.part.ttf"
        with TTFont(web_font) as font:
            font.flavor = None
            font.save(part)
        parts.append(str(part))
    Merger().merge(parts).save(target)
    return target


def _faces_of_debian(folder: Path) -> list[Face]:
    pins = [line.split() for line in (PINS / "debian.sha256").read_text().splitlines()]
    if not folder.is_dir():
        waiting = folder.with_name("debian.part")
        shutil.rmtree(waiting, ignore_errors=True)
        waiting.mkdir(parents=True)
        for _, name in pins:
            package, version = _package_and_version(name)
            subprocess.run(
                ["apt-get", "-qq", "download", f"{package}={version}"], cwd=waiting, check=True
            )
        subprocess.run(
            ["sha256sum", "--quiet", "-c", PINS.resolve() / "debian.sha256"],
            cwd=waiting,
            check=True,
        )
        for _, name in pins:
            package, _ = _package_and_version(name)
            subprocess.run(["dpkg-deb", "-x", name, package], cwd=waiting, check=True)
        waiting.rename(folder)
    faces = []
    for _, name in pins:
        package, version = _package_and_version(name)
        licence = _LICENCE_OF_DEBIAN.get(package, _LICENCE_OF_TLWG)
        for path in sorted((folder / package).rglob("*.ttf")):
            family, _, style = path.stem.lower().partition("-")
            if package == "fonts-arundina":
                family = "arundina-" + family.removeprefix("arundina")
            faces.append(_face(family, style or "regular", package, version, licence, path))
    return faces


def _package_and_version(name: str) -> tuple[str, str]:
    package, version, _ = name.split("_")
    return package, version.replace("%3a", ":")


def _face(family: str, style: str, package: str, version: str, licence: str, path: Path) -> Face:
    with TTFont(path) as font:
        letters = frozenset(map(chr, font.getBestCmap()))
    use = HELD_OUT.get(family, "training")
    return Face(family, style, package, version, licence, use, str(path), letters)
