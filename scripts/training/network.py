"""The network: convolutions over a levelled strip, one answer a pair of columns.

No segmentation and no recurrence: where the middle of a sign lies, its columns name it, tell
how far its ink reaches to either side, and which marks it carries; elsewhere they say "nothing".
"""

import torch
from torch import Tensor, nn

from scripts.training.alphabet import ABOVE, BELOW, SIGNS, TONES

STRIDE = 2  # columns of a strip to one answer
REACH_UNIT = 20.0  # the reaches are learnt in units of so many columns: a letter's height
# Answers side by side: signs, marks above, tones, marks below, reach to the left and right.
PARTS = (len(SIGNS), len(ABOVE), len(TONES), len(BELOW), 2)


class Block(nn.Module):
    """Convolution, normalisation, ReLU; with `again`, added to what came in."""

    def __init__(
        self, before: int, after: int, kernel: tuple[int, int], *,
        stride: tuple[int, int] = (1, 1), wide: int = 1, flat: bool = False, again: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        padding = (0 if flat else kernel[0] // 2, wide * (kernel[1] // 2))
        self.conv = nn.Conv2d(
            before, after, kernel, stride=stride, padding=padding, dilation=(1, wide), bias=False
        )
        self.norm = nn.BatchNorm2d(after)
        self.again = again

    def forward(self, x: Tensor) -> Tensor:
        out = torch.relu(self.norm(self.conv(x)))
        return out + x if self.again else out


class Network(nn.Module):
    """(N, 1, 48, W) ink to (N, sum(PARTS), W / 2); W is a multiple of 2."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks = nn.Sequential(
            Block(1, 24, (5, 5), stride=(2, 2)),
            Block(24, 40, (3, 3), stride=(2, 1)),
            Block(40, 48, (3, 3)),
            Block(48, 72, (3, 3), stride=(2, 1)),
            Block(72, 72, (3, 3), again=True),
            Block(72, 72, (3, 3), again=True),
            Block(72, 72, (3, 3), again=True),
            Block(72, 120, (6, 1), flat=True),  # the six rows that are left become one
            Block(120, 120, (1, 5), again=True),
            Block(120, 120, (1, 5), wide=2, again=True),
            Block(120, 120, (1, 5), wide=4, again=True),
        )
        self.answers = nn.Conv2d(120, sum(PARTS), (1, 1))

    def forward(self, strips: Tensor) -> Tensor:
        return self.answers(self.blocks(strips)).squeeze(2)
