"""The one place that knows torch and transformers: a Hugging Face encoder that turns sentences into vectors.

Both are imported when they are first needed. They are an extra of the package; without them all else works.
"""

import random
import warnings
from collections.abc import Iterator, Sequence
from copy import deepcopy
from hashlib import blake2b
from importlib import resources
from importlib.util import find_spec
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.classify.encoder import Precision, Vectors
from pipeline.errors import ModelError

MISSING = "this model asks a transformer: pip install 'assistance-needs[transformers]'"
_LONGEST = 256  # word pieces of a sentence that are read
_BATCH = 32
_RATE, _HEAD_RATE = 5e-5, 1e-3  # how fast the encoder and the fresh head learn
_SEED = 0


def check_installed() -> None:
    """Raise ModelError where the extra is not installed; imports nothing."""
    if find_spec("torch") is None or find_spec("transformers") is None:
        raise ModelError(MISSING)


class _Parts(NamedTuple):
    """A tokenizer, the encoder with its whole weights, and the one that is asked."""

    tokenizer: Any
    whole: Any
    asked: Any


class TorchEmbedder:
    """A Hugging Face encoder, loaded when first asked: mean of its last layer, of length one; sentences are kept."""

    def __init__(self, source: str, precision: Precision = Precision.FP32) -> None:
        check_installed()
        self.source = source
        self.precision = precision
        self._kept: dict[bytes, Vectors] = {}
        self._loaded: _Parts | None = None

    def __call__(self, text: str) -> Vectors:
        """Return the vector of one sentence; the same sentence is computed once."""
        key = blake2b(text.encode(), digest_size=16).digest()
        if key not in self._kept:
            self._kept[key] = self._embed([text])[0]
        return self._kept[key]

    @property
    def computed(self) -> int:
        """How many different sentences were read one by one."""
        return len(self._kept)

    def embed_all(self, texts: Sequence[str]) -> Vectors:
        """Return a row for each sentence, computed in batches of like length."""
        rows: list[Any] = [None] * len(texts)
        for places in _batches(texts):
            for place, vector in zip(places, self._embed([texts[place] for place in places]), strict=True):
                rows[place] = vector
        return np.array(rows, dtype=np.float32)

    def at(self, precision: Precision) -> "TorchEmbedder":
        """Return the same encoder at a precision; what was learnt here goes with it."""
        if precision is self.precision:
            return self
        if self.precision is not Precision.FP32:
            raise ModelError("an encoder in eight bits has lost its whole weights: load it again")
        other = TorchEmbedder(self.source, precision)
        tokenizer, whole, _ = self._parts()
        other._loaded = _Parts(tokenizer, whole, _quantise(deepcopy(whole).cpu()))
        return other

    def save(self, folder: str) -> None:
        """Write weights (safetensors), configuration and tokenizer into a folder."""
        tokenizer, model, _ = self._parts()
        model.save_pretrained(folder)
        tokenizer.save_pretrained(folder)

    def learn(self, texts: Sequence[str], answers: NDArray[np.float32], epochs: int) -> tuple[Any, Any]:
        """Fine-tune the encoder under one linear head; return the head's weights and intercepts.

        `answers` has a row for each sentence and a column for each answer: 1, 0, or not a number where it is not asked.
        On a processor the same texts give the same encoder.
        """
        torch = _torch()
        tokenizer, model, _ = self._parts()
        torch.manual_seed(_SEED)
        head = torch.nn.Linear(model.config.hidden_size, answers.shape[1]).to(model.device)
        groups = [{"params": model.parameters(), "lr": _RATE}, {"params": head.parameters(), "lr": _HEAD_RATE}]
        optimiser = torch.optim.AdamW(groups)
        model.train()
        for number in range(epochs):
            for places in _batches(texts, number + 1):
                pooled = _pool(torch, model, _tokenize(tokenizer, [texts[place] for place in places], model.device))
                wanted = torch.from_numpy(answers[places]).to(model.device)
                asked = ~torch.isnan(wanted)
                loss = torch.nn.functional.binary_cross_entropy_with_logits(head(pooled)[asked], wanted[asked])
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
        model.eval()
        self._kept.clear()
        return head.weight.detach().cpu().numpy().T.copy(), head.bias.detach().cpu().numpy().astype(np.float64)

    def _embed(self, texts: Sequence[str]) -> Vectors:
        torch = _torch()
        tokenizer, _, model = self._parts()
        with torch.inference_mode():
            pooled = _pool(torch, model, _tokenize(tokenizer, texts, model.device))
        vectors: Vectors = pooled.float().cpu().numpy()
        return vectors

    def _parts(self) -> "_Parts":
        if self._loaded is None:
            tokenizer, model = _load(self.source)
            eight_bits = self.precision is Precision.INT8 and model.device.type == "cpu"  # a GPU is fast without
            self._loaded = _Parts(tokenizer, model, _quantise(model) if eight_bits else model)
        return self._loaded


def find_encoder(source: str) -> str:
    """Return the folder of an installed package that carries an encoder, else the name as it was given."""
    module = source.replace("-", "_")
    if not module.isidentifier() or find_spec(module) is None:
        return source
    package = resources.files(module)
    for place in (package, *package.iterdir()):
        if place.is_dir() and (place / "config.json").is_file():
            return str(place)
    return source


def _load(source: str) -> tuple[Any, Any]:
    torch = _torch()
    import transformers  # noqa: PLC0415 (an extra, and slow to import)

    transformers.utils.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    torch.set_num_threads(1)  # the workers fill the processors; threads that wait for one another cost tenfold
    place = find_encoder(source)
    torch.manual_seed(_SEED)  # layers that a checkpoint lacks are drawn
    try:
        tokenizer = transformers.AutoTokenizer.from_pretrained(place)
        model = transformers.AutoModel.from_pretrained(place, use_safetensors=True, dtype=torch.float32)
    except (OSError, ValueError) as error:
        raise ModelError(
            f"{source} is no encoder that can be loaded: give the folder of one, an installed package with one, "
            f"or a name on the Hugging Face hub ({str(error).splitlines()[0]})"
        ) from error
    return tokenizer, model.eval().to("cuda" if torch.cuda.is_available() else "cpu")


def _quantise(model: Any) -> Any:  # noqa: ANN401 (torch is imported late)
    """Return a copy with its linear layers in eight bits; the model itself where torch has lost the way to it."""
    torch = _torch()
    quantization: Any = getattr(torch.ao, "quantization", None)
    if not hasattr(quantization, "quantize_dynamic"):
        return model
    how = {torch.nn.Linear: quantization.per_channel_dynamic_qconfig}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that it may be lost
        return quantization.quantize_dynamic(model, how, dtype=torch.qint8)


def _tokenize(tokenizer: Any, texts: Sequence[str], device: Any) -> Any:  # noqa: ANN401
    return tokenizer(list(texts), padding=True, truncation=True, max_length=_LONGEST, return_tensors="pt").to(device)


def _pool(torch: Any, model: Any, tokens: Any) -> Any:  # noqa: ANN401
    """Return the mean of the last layer over the words of each sentence, of length one."""
    last = model(**tokens).last_hidden_state
    mask = tokens["attention_mask"].unsqueeze(-1).to(last.dtype)
    return torch.nn.functional.normalize((last * mask).sum(1) / mask.sum(1).clamp(min=1), dim=1)


def _batches(texts: Sequence[str], shuffled: int = 0) -> Iterator[list[int]]:
    """Yield the places of sentences of like length together; shuffled, the batches come in an order of their own."""
    places = sorted(range(len(texts)), key=lambda place: (len(texts[place]), place))
    batches = [places[first : first + _BATCH] for first in range(0, len(places), _BATCH)]
    if shuffled:
        random.Random(_SEED + shuffled).shuffle(batches)
    yield from batches


def _torch() -> Any:  # noqa: ANN401
    try:
        import torch  # noqa: PLC0415 (an extra, and slow to import)
    except ImportError as error:
        raise ModelError(MISSING) from error
    return torch
