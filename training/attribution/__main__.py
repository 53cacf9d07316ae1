"""From data to weights: `python -m training.attribution --data FOLDER [--keep FOLDER]`.

`--keep` is where the words and the exact weights lie afterwards; what is there already is not made
again. `--like-bert FILE` only writes a graph of BERT-base's size with weights that nothing taught,
for `benchmarks.attributions --graph`.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from pathlib import Path

import torch

from training.attribution.data import read_articles, write_words
from training.attribution.export import export
from training.attribution.model import Tagger
from training.attribution.train import train
from training.encoder.export import base_folder

TARGET = Path(__file__).parents[2] / "src" / "rashomon" / "weights" / "attribution.onnx"


def make(data: Path, keep: Path) -> None:
    """Words, exact weights, and the graph, each where it is not there yet."""
    words, trained = keep / "words.jsonl", keep / "trained.pt"
    if not words.exists():
        write_words(data, words)
    if not trained.exists():
        torch.save(train(read_articles(words), base_folder()).state_dict(), trained)
    tagger = Tagger(base_folder(), attention="eager")
    tagger.load_state_dict(torch.load(trained))
    export(tagger, TARGET)
    digest = hashlib.sha256(TARGET.read_bytes()).hexdigest()
    print(f"{TARGET.name} {TARGET.stat().st_size} bytes sha256 {digest}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.attribution", description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder with the public data")
    parser.add_argument("--keep", type=Path, help="a folder for what is made on the way")
    parser.add_argument("--like-bert", type=Path, help="write a graph of BERT-base's size here")
    chosen = parser.parse_args()
    if chosen.like_bert is not None:
        export(Tagger(base_folder(), attention="eager", like_bert=True), chosen.like_bert)
    elif chosen.data is None:
        parser.error("say where the data is: --data FOLDER")
    elif chosen.keep is not None:
        chosen.keep.mkdir(parents=True, exist_ok=True)
        make(chosen.data, chosen.keep)
    else:
        with tempfile.TemporaryDirectory() as folder:
            make(chosen.data, Path(folder))


if __name__ == "__main__":
    main()
