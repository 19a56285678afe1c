"""A drawn picture in place of a photograph: people clearing a ditch before the rains."""

import random
from io import BytesIO

SIZE = (960, 640)


def picture(seed: int) -> bytes:
    """A JPEG of about 30 kB; another seed draws another day."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - 3 MB, for the demo only

    chance = random.Random(seed)  # noqa: S311 - hills, not secrets
    width, height = SIZE
    image = Image.new("RGB", SIZE, (198, 219, 233))
    draw = ImageDraw.Draw(image)
    for depth, shade in enumerate(((142, 170, 150), (110, 146, 112), (84, 124, 78))):
        top = 180 + depth * 70
        ridge = [(x, top + chance.randint(-40, 40)) for x in range(0, width + 120, 120)]
        draw.polygon([(0, height), *ridge, (width, height)], fill=shade)
    draw.polygon([(0, 470), (width, 420), (width, 500), (0, 560)], fill=(150, 122, 86))  # the ditch
    for _ in range(chance.randint(6, 11)):
        _draw_person(draw, chance)
    kept = BytesIO()
    image.save(kept, format="JPEG", quality=82)
    return kept.getvalue()


def _draw_person(draw: object, chance: random.Random) -> None:
    x, y = chance.randint(60, SIZE[0] - 60), chance.randint(400, 560)
    tall = 36 + (y - 400) // 4
    draw.ellipse((x - 7, y - tall - 14, x + 7, y - tall), fill=(94, 66, 48))  # type: ignore[attr-defined]
    draw.rectangle((x - 10, y - tall, x + 10, y - tall // 2), fill=(247, 214, 74))  # type: ignore[attr-defined]
    draw.rectangle((x - 8, y - tall // 2, x + 8, y), fill=(46, 60, 92))  # type: ignore[attr-defined]
