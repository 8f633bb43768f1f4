"""Three renderers of one dossier: HTML, Markdown, PDF. Words come from strangers' files and are escaped everywhere."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import cache
from importlib.resources import files

import jinja2
import typst
from markupsafe import Markup

from pipeline.brief.plot import describe_plot, draw_plot
from pipeline.brief.values import Dossier
from pipeline.errors import RenderError

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
_UNSAFE = re.compile(r"[^\w.~:/?#\[\]@!$&'()*+,;=%-]")


def render_html(dossier: Dossier) -> bytes:
    """Return one page that needs nothing but itself: styles and plot are inside, and it prints."""
    svg = Markup(draw_plot(dossier.plot)) if dossier.plot else ""  # noqa: S704 (drawn here, its words escaped)
    style = Markup(_read("dossier.css").rstrip())  # noqa: S704 (our own)
    return _pages().get_template("dossier.html").render(d=dossier, svg=svg, style=style).encode()


def render_markdown(dossier: Dossier) -> bytes:
    """Return the dossier as Markdown with anchors; what would be markup in its words is not."""
    return (_plain().get_template("dossier.md").render(d=dossier).rstrip() + "\n").encode()


def render_pdf(dossier: Dossier) -> bytes:
    """Return the dossier as a tagged PDF set by typst with its own fonts: no network, no date, the same bytes twice."""
    told = asdict(dossier)
    told["figures"] = [asdict(one) | {"anchor": one.anchor} for one in dossier.figures]
    if dossier.plot:
        told |= {"svg": draw_plot(dossier.plot), "described": describe_plot(dossier.plot)}
    try:
        return bytes(
            typst.compile(
                _read("dossier.typ").encode(),
                format="pdf",
                ignore_system_fonts=True,
                sys_inputs={"dossier": json.dumps(told, ensure_ascii=False)},
            )
        )
    except typst.TypstError as error:
        raise RenderError(f"the PDF could not be set: {error}") from error


RENDERERS: Mapping[str, Callable[[Dossier], bytes]] = {
    "html": render_html,
    "pdf": render_pdf,
    "md": render_markdown,
}


@cache
def _pages() -> jinja2.Environment:
    return jinja2.Environment(loader=jinja2.FunctionLoader(_read), autoescape=True, undefined=jinja2.StrictUndefined)


@cache
def _plain() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_read),
        autoescape=False,  # noqa: S701 (Markdown: the filter below escapes)
        undefined=jinja2.StrictUndefined,
        trim_blocks=False,
    )
    environment.filters |= {"md": escape_markdown, "url": lambda address: _UNSAFE.sub("", address)}
    return environment


def escape_markdown(words: object) -> str:
    """Return words on one line in which nothing is markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(str(words).split()))


def _read(name: str) -> str:
    return files("pipeline.brief").joinpath(f"templates/{name}").read_text("utf-8")
