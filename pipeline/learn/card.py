"""A model's card, in the form that users of Hugging Face know: figures on unseen pages first, limits said plainly."""

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.classify.model import Cell

_HEAD = """---
language: [en, fr, es]
license: apache-2.0
library_name: sklearn
tags: [text-classification, labour-law, ilo, tabular-features]
metrics: [f1, precision, recall]
model_name: {name}
---

# {name}

What the supervisory bodies of the ILO say about technical assistance: for a sentence of a comment, is there a
finding (assistance, progress, concern, reporting), with which act or grade, and whose statement is it? The model is
heard together with cues; `pipeline/classify/decide.py` is the table by which both decide.

**Every text that it learnt from, and every text that it is measured on, is invented by us** in the register of the
bodies. The figures below are regression guards. They are not the accuracy on real reports.
"""
_USES = """
## Intended use

To order findings for reading and review, and to fill the column `score`. A finding under the set risk is left
`automatic`; the others are `flagged` for a person. It is not made to judge a country, a government or a person, and
its counts are no substitute for reading the quotes.

## Limits

- English, French and Spanish only. Wording that neither cues nor labels have met is missed, or gets the wrong act.
- The acts of assistance are told apart least well; see the confusion below. Read the quote before a need is acted on.
- Labels are ours; where two of us disagreed, `labels/agreement.md` says how it was settled.
- A score is the chance that kind and act (or grade) are right, as far as our own texts can tell.

## How to make it again

`needs train --name {name}` gives the same bytes. Features: words, pairs of words, cues in their order and distance to
help, reported voices, heading, section, body, kind and language ({features} of them). One logistic regression for
each answer, calibrated out of fold.
"""
_SETS = {
    "unseen-3": "the newest such pages, at which nobody looked who wrote cues, gold or limits",
    "unseen-1": "pages written anew after real ones, by hands that wrote neither cues nor gold; errors mended since",
    "unseen-2": "more such pages; errors mended since",
    "test": "held-out threads of our own gold",
    "challenge": "sentences built to break it, never trained on",
}


def make_card(metrics: Mapping[str, Any]) -> str:
    """Return the card of a model with these metrics."""
    return _HEAD.format(**metrics) + "".join(_parts(metrics)) + _USES.format(**metrics)


def _parts(metrics: Mapping[str, Any]) -> Iterator[str]:
    yield "\n## Figures\n"
    for part in [one for one in _SETS if one in metrics["sets"]]:
        yield f"\n### {part}: {_SETS[part]}\n\n"
        yield from _qualities(metrics["sets"][part], metrics["cues_alone"].get(part, {}))
        yield from _attributes(metrics["sets"][part], metrics["cues_alone"].get(part, {}))
    yield "\n## Findings where there is nothing to find\n\nOur own sentences that hold nothing, most of them built to "
    yield "look as if they did.\n\n| set | language | got a finding | of |\n|---|---|---:|---:|\n"
    for part, languages in metrics["alarms"].items():
        yield from (f"| {part} | {name} | {_say(one)} | {one['of']} |\n" for name, one in languages.items())
    last = metrics["sets"]["test"]
    yield "\n## Sub-groups, on the held-out threads\n\n"
    yield from _groups(last["groups"])
    yield "\n## Calibration, on the held-out threads\n\n"
    yield f"Expected calibration error {last['calibration_error']:.3f}. "
    yield f"Findings that can be accepted without a look at 98 % right: {last['accepted_at_98']:.0%}.\n\n"
    yield "| mean score | share right | findings |\n|---:|---:|---:|\n"
    yield from (f"| {one['score']:.2f} | {one['right']:.2f} | {one['of']} |\n" for one in last["reliability"])
    yield "\n## Risk and coverage, on the held-out threads\n\n| accepted | right |\n|---:|---:|\n"
    yield from (f"| {one['share']:.0%} | {one['right']:.3f} |\n" for one in last["coverage"])
    yield "\n## How cue and model decide together, on the calibration split\n\n"
    yield "| cell | cases | a finding is right | with its act or grade |\n|---|---:|---:|---:|\n"
    for cell in [str(one) for one in Cell if str(one) in metrics["cells"]]:
        row = metrics["cells"][cell]
        yield f"| {cell} | {row['of']} | {row['found_right']:.3f} | {row['value_right']:.3f} |\n"
    yield "\n## Acts taken for others, on the held-out threads\n\n| labelled → found | times |\n|---|---:|\n"
    wrong = [(-times, pair) for pair, times in last["confusion"].items() if len(set(pair.split(" → "))) > 1]
    yield from (f"| {pair} | {-times} |\n" for times, pair in sorted(wrong)[:12])


def _qualities(figures: Mapping[str, Any], cues: Mapping[str, Any]) -> Iterator[str]:
    yield "| counted findings | precision | recall | F1 | F1, cues alone |\n|---|---:|---:|---:|---:|\n"
    for language, quality in figures["counted"].items():
        alone = cues.get("counted", {}).get(language)
        cells = [_say(quality[name]) for name in ("precision", "recall", "f1")]
        yield f"| {language} | {' | '.join(cells)} | {alone['f1']['value']:.3f} |\n" if alone else ""


def _attributes(figures: Mapping[str, Any], cues: Mapping[str, Any]) -> Iterator[str]:
    yield "\n| attribute of assistance | right where found | cues alone |\n|---|---:|---:|\n"
    rows = {"act, macro-F1": figures["act_macro_f1"], **{_NAMES.get(k, k): v for k, v in figures["attributes"].items()}}
    before = {"act, macro-F1": cues["act_macro_f1"], **{_NAMES.get(k, k): v for k, v in cues["attributes"].items()}}
    yield from (f"| {name} | {_say(figure)} | {before[name]['value']:.3f} |\n" for name, figure in rows.items())


_NAMES = {"value": "act"}


def _groups(groups: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    yield "| group | precision | recall | F1 | labelled |\n|---|---:|---:|---:|---:|\n"
    for name, quality in groups.items():
        cells = [_say(quality[one]) for one in ("precision", "recall", "f1")]
        yield f"| {name} | {' | '.join(cells)} | {quality['recall']['of']} |\n"


def _say(figure: Mapping[str, Any]) -> str:
    return f"{figure['value']:.3f} [{figure['low']:.2f}–{figure['high']:.2f}]"
