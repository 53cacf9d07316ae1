"""Networks that come with Rashomon as graphs, with the tokenizer that they share."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.errors import ModelError

if TYPE_CHECKING:
    import onnxruntime
    from tokenizers import Tokenizer


def load_graph(graph: str | Path, way_out: str) -> tuple[onnxruntime.InferenceSession, Tokenizer]:
    """The network of that name among the weights, or of that file, with its tokenizer.

    Errors: ModelError where the weights were removed, which ends with the way out.
    """
    import onnxruntime  # both take their time: not before they are needed
    from tokenizers import Tokenizer

    weights = resources.files("rashomon") / "weights"
    try:
        network = (graph if isinstance(graph, Path) else weights / graph).read_bytes()
        tokens = (weights / "encoder.tokenizer.json").read_text("utf-8")
    except FileNotFoundError as error:
        raise ModelError(f"{error.filename} is not there; {way_out}") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # sums in one order, so the same bytes every time
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
    return session, Tokenizer.from_str(tokens)
