"""The taught network as an ONNX file: written node by node, so that nothing but it is in there.

Normalisation is folded into the convolutions, and weights are kept in 16 bits, which halves the
file and changes no answer; the runtime widens them once, when it loads.
"""

from typing import Any

import numpy as np
import torch
from onnx import ModelProto, TensorProto, checker, helper, numpy_helper

from saraban.paper.digits.digit_strip import HEIGHT
from scripts.training.network import PARTS, Block, Network

OPSET = 17
IR_VERSION = 8


def onnx_model(network: Network) -> ModelProto:
    """Input "ink" (N, 1, 48, W), output "answers" (N, sum(PARTS), W / 2), both float32."""
    graph = _Graph()
    last = "ink"
    for number, block in enumerate(network.blocks):
        assert isinstance(block, Block)
        weight, bias = _folded(block)
        convolved = graph.convolution(f"block{number}", last, weight, bias, block.conv)
        last = graph.node("Relu", [convolved], f"block{number}.relu")
        if block.again:
            before = graph.nodes[-2].input[0]
            last = graph.node("Add", [last, before], f"block{number}.sum")
    answers = network.answers
    assert answers.bias is not None
    last = graph.convolution("answers", last, answers.weight, answers.bias, answers)
    graph.constants.append(numpy_helper.from_array(np.array([2], np.int64), "rows"))
    graph.nodes.append(helper.make_node("Squeeze", [last, "rows"], ["answers"]))
    ink = helper.make_tensor_value_info("ink", TensorProto.FLOAT, ["N", 1, HEIGHT, "W"])
    out = helper.make_tensor_value_info("answers", TensorProto.FLOAT, ["N", sum(PARTS), "F"])
    model = helper.make_model(
        helper.make_graph(graph.nodes, "digits", [ink], [out], graph.constants),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
        producer_name="saraban scripts/train_digits",
    )
    checker.check_model(model)
    return model


class _Graph:
    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def node(self, kind: str, inputs: list[str], name: str, **settings: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **settings))
        return name

    def convolution(
        self,
        name: str,
        before: str,
        weight: torch.Tensor,
        bias: torch.Tensor,
        conv: torch.nn.Conv2d,
    ) -> str:
        short = weight.detach().contiguous().numpy().astype(np.float16)
        self.constants.append(numpy_helper.from_array(short, f"{name}.short"))
        self.constants.append(
            numpy_helper.from_array(bias.detach().numpy().astype(np.float32), f"{name}.bias")
        )
        wide = self.node("Cast", [f"{name}.short"], f"{name}.weight", to=TensorProto.FLOAT)
        rows, columns = (int(pad) for pad in conv.padding)
        return self.node(
            "Conv", [before, wide, f"{name}.bias"], f"{name}.conv",
            strides=list(conv.stride), dilations=list(conv.dilation),
            pads=[rows, columns, rows, columns], kernel_shape=list(conv.kernel_size),
        )  # fmt: skip


def _folded(block: Block) -> tuple[torch.Tensor, torch.Tensor]:
    norm = block.norm
    assert norm.running_var is not None and norm.running_mean is not None
    factor = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    return block.conv.weight * factor[:, None, None, None], norm.bias - norm.running_mean * factor
