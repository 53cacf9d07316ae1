"""The tagger: MiniLM that also sees grammar, marks and the patterns' hints, under a chain of labels
and a pointer from each word to its cue."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from transformers import BertConfig, BertModel

from rashomon.claims.tagger.words import SIZES
from training.attribution.data import LABELS, NO_ARC

POINTER = 128  # numbers that a word and its cue are compared by
NEVER = -1e4
LIKE_BERT = {
    "hidden_size": 768,
    "intermediate_size": 3_072,
    "num_attention_heads": 12,
    "num_hidden_layers": 12,
}
# Labels: 0 none, then begun and gone on for source, cue and content.
INSIDE = range(2, LABELS, 2)


class Tagger(nn.Module):
    """Scores of labels and of cues for the words of windows."""

    def __init__(self, base: Path, attention: str = "sdpa", like_bert: bool = False) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(base)
        config.attention_probs_dropout_prob = 0.0  # a quarter of a step's time
        if like_bert:
            config.update(LIKE_BERT)
        self.bert = BertModel._from_config(
            config, attn_implementation=attention, add_pooling_layer=False
        )
        if not like_bert:
            weights = load_file(base / "model.safetensors")
            self.bert.load_state_dict(
                {name: w for name, w in weights.items() if not name.startswith("pooler")},
                strict=False,
            )
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        width = config.hidden_size
        self.columns = nn.ModuleList(nn.Embedding(size, width) for size in SIZES[1:])
        for embedding in self.columns:
            nn.init.zeros_(embedding.weight)
        self.drop = nn.Dropout(0.1)
        self.labels = nn.Linear(width, LABELS)
        self.dependent, self.head = nn.Linear(width, POINTER), nn.Linear(width, POINTER)
        self.no_cue = nn.Parameter(torch.zeros(POINTER))
        self.moves = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.starts = nn.Parameter(torch.zeros(LABELS))

    def forward(
        self, columns: torch.Tensor, firsts: torch.Tensor, mask: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Scores of labels (windows, words, labels) and of cues (windows, words, 1 + words), where
        0 is no cue."""
        vectors = self.bert.embeddings.word_embeddings(columns[..., 0])
        for number, embedding in enumerate(self.columns, 1):
            vectors = vectors + embedding(columns[..., number])
        hidden = self.bert(inputs_embeds=vectors, attention_mask=mask).last_hidden_state
        hidden = self.drop(hidden)
        words = hidden.gather(1, firsts[..., None].expand(-1, -1, hidden.shape[-1]))
        heads = self.head(words)
        none = self.no_cue.expand(heads.shape[0], 1, -1).to(heads.dtype)
        cues = self.dependent(words) @ torch.cat([none, heads], 1).transpose(1, 2)
        return self.labels(words), cues / POINTER**0.5

    def chain(self) -> tuple[torch.Tensor, torch.Tensor]:
        """Scores of moves between labels and of first labels, the impossible ones ruled out."""
        allowed = torch.ones(LABELS, LABELS, dtype=torch.bool)
        first = torch.ones(LABELS, dtype=torch.bool)
        for inside in INSIDE:
            allowed[:, inside] = False
            allowed[inside - 1 : inside + 1, inside] = True
            first[inside] = False
        moves = self.moves.masked_fill(~allowed, NEVER)
        return moves, self.starts.masked_fill(~first, NEVER)

    def label_loss(
        self, scores: torch.Tensor, labels: torch.Tensor, lengths: torch.Tensor
    ) -> torch.Tensor:
        """Minus the log chance of the labels, a word."""
        moves, starts = self.chain()
        rows = torch.arange(len(labels))
        path = starts[labels[:, 0]] + scores[rows, 0, labels[:, 0]]
        total = starts + scores[:, 0]
        for at in range(1, scores.shape[1]):
            goes_on = at < lengths
            here, before = labels[:, at], labels[:, at - 1]
            path = path + goes_on * (moves[before, here] + scores[rows, at, here])
            step = torch.logsumexp(total[:, :, None] + moves, 1) + scores[:, at]
            total = torch.where(goes_on[:, None], step, total)
        return (torch.logsumexp(total, 1) - path).sum() / lengths.sum()

    def cue_loss(
        self, scores: torch.Tensor, cues: torch.Tensor, lengths: torch.Tensor
    ) -> torch.Tensor:
        """Minus the log chance of the cue that each word of source and content points to."""
        words = torch.arange(scores.shape[2])
        scores = scores.masked_fill((words > lengths[:, None])[:, None], NEVER)
        return nn.functional.cross_entropy(
            scores.flatten(0, 1), cues.flatten(), ignore_index=NO_ARC, reduction="sum"
        ) / max(1, int((cues != NO_ARC).sum()))
