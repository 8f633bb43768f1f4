"""A tiny encoder for tests, made on the spot: two layers, 32 dimensions, random weights, word pieces of its own; no network."""

from importlib.util import find_spec
from pathlib import Path

from tests.requirements import give_up

WORDS = [
    "the",
    "committee",
    "government",
    "office",
    "reminds",
    "requests",
    "notes",
    "that",
    "it",
    "may",
    "avail",
    "itself",
    "of",
    "technical",
    "assistance",
    "report",
    "was",
    "not",
    "received",
    "with",
    "satisfaction",
    "interest",
    "regret",
    "law",
    "draft",
    "a",
    "new",
    "and",
    "its",
    "to",
    "in",
    ".",
    ",",
]


def make_tiny_encoder(folder: Path) -> Path:
    """Write a BERT with random weights (always the same) and its tokenizer into the folder."""
    if find_spec("torch") is None or find_spec("transformers") is None:
        give_up("the extra `transformers`: pip install 'assistance-needs[transformers]'")
    import torch  # noqa: PLC0415
    from transformers import BertConfig, BertModel, BertTokenizerFast  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    letters = [f"{mark}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz0123456789" for mark in ("", "##")]
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *dict.fromkeys([*WORDS, *letters])]
    (folder / "vocab.txt").write_text("\n".join(pieces) + "\n", "utf-8")
    torch.manual_seed(7)
    shape = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
    BertModel(BertConfig(vocab_size=len(pieces), max_position_embeddings=256, **shape)).save_pretrained(folder)
    BertTokenizerFast(vocab=str(folder / "vocab.txt")).save_pretrained(folder)
    return folder
