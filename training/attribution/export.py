"""Makes a graph in 8 bits of trained weights, so that nobody needs torch to run the tagger."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch

from training.attribution.model import Tagger
from training.encoder.export import OPSET, quantise


class Shipped(torch.nn.Module):
    """The tagger with the scores of its chain among what it gives."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(
        self, columns: torch.Tensor, firsts: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """Scores of labels, of cues, of moves between labels, and of first labels."""
        labels, cues = self.tagger(columns, firsts)
        return labels, cues, *self.tagger.chain()


def export(tagger: Tagger, target: Path) -> None:
    """Write the tagger in 8 bits."""
    columns = torch.ones(1, 40, 8, dtype=torch.int64)
    firsts = torch.arange(1, 31)[None]
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "fp32.onnx"
        torch.onnx.export(
            Shipped(tagger).eval(),
            (columns, firsts),
            str(exact),
            input_names=["columns", "firsts"],
            output_names=["labels", "cues", "moves", "starts"],
            dynamic_axes={
                "columns": {1: "pieces"},
                "firsts": {1: "words"},
                "labels": {1: "words"},
                "cues": {1: "words", 2: "heads"},
            },
            opset_version=OPSET,
            dynamo=False,
        )
        quantise(exact, target)
