"""The model's card, digits.json: what decoding needs, and how the model came to be."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from saraban.paper.digits.digit_model import Card, Curve
from scripts.training.alphabet import ABOVE, BELOW, SIGNS, TONES
from scripts.training.fonts import Face
from scripts.training.model_page import page, plot
from scripts.training.network import REACH_UNIT, STRIDE

_IDENTITY: Curve = ((0.0, 0.0), (1.0, 1.0))
_ALPHABET = {"signs": SIGNS, "above": ABOVE, "tones": TONES, "below": BELOW}


@dataclass(frozen=True)
class Making:
    """What made the model, so that it can be made again."""

    command: str
    seed: int
    steps: int
    strips: int
    seconds: int
    weights: int


def blank_card() -> dict[str, Any]:
    """A card that claims what the network says: to read with before the curves are fitted."""
    return {
        "alphabet": _ALPHABET,
        "stride": STRIDE,
        "reach_unit": REACH_UNIT,
        "confidence": {"digits": _IDENTITY, "letters": _IDENTITY, "strips": _IDENTITY},
    }


def write_card(
    folder: Path,
    model: bytes,
    card: Card,
    making: Making,
    faces: list[Face],
    measured: dict[str, Any],
) -> None:
    """digits.onnx, digits.json, and for people reliability.svg and README.md in folder."""
    told = {
        "sha256": hashlib.sha256(model).hexdigest(),
        "bytes": len(model),
        "made_by": asdict(making),
        "fonts": _fonts(faces),
        "measured": measured,
        **blank_card(),
        "confidence": {
            "digits": card.digits_curve,
            "letters": card.letters_curve,
            "strips": card.strips_curve,
        },
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "digits.onnx").write_bytes(model)
    (folder / "digits.json").write_text(_json(told), encoding="utf-8")
    (folder / "reliability.svg").write_text(plot(measured["reliability"]), encoding="utf-8")
    (folder / "README.md").write_text(page(told), encoding="utf-8")


def _fonts(faces: list[Face]) -> list[dict[str, Any]]:
    """One entry a family, with the styles that were used."""
    families: dict[str, dict[str, Any]] = {}
    for face in faces:
        entry = families.setdefault(
            face.family,
            {
                "family": face.family,
                "package": face.package,
                "version": face.version,
                "licence": face.licence,
                "use": face.use,
                "styles": [],
            },
        )
        entry["styles"].append(face.style)
    return list(families.values())


def _json(told: dict[str, Any]) -> str:
    """One line for each entry of a list: short enough to read, long enough to compare."""
    lines = []
    for name, value in told.items():
        if isinstance(value, dict):
            inner = ",\n  ".join(
                f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in value.items()
            )
            lines.append(f"{json.dumps(name)}: {{\n  {inner}\n }}")
        elif isinstance(value, list):
            inner = ",\n  ".join(json.dumps(each, ensure_ascii=False) for each in value)
            lines.append(f"{json.dumps(name)}: [\n  {inner}\n ]")
        else:
            lines.append(f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n " + ",\n ".join(lines) + "\n}\n"
