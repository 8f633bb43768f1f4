"""The plot of threads over years, drawn as SVG: form and filling tell the stages apart, so that grey print serves.

A light cell is a year with a comment, a dark bar under it a concern. Hollow marks are help that is wanted, half-filled
ones help under way, filled ones help given. Triangles are progress; a cross is help that was refused or fell short.
A year that has no room for all its marks shows the furthest.
"""

from collections.abc import Callable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from pipeline.brief.values import Plot, Row, Sign

INK, WANTED, GIVEN, TROUBLE, PALE, RULE = "#1b1f24", "#0b4f8a", "#0b4f8a", "#9a3412", "#e9edf2", "#c9d1da"
LABEL_WIDTH, WIDTH, ROW_HEIGHT, HEAD = 214.0, 760.0, 27.0, 26.0
MOST_WIDE, HALF, LEAST_ROOM = 90.0, 5.4, 9.5
_ACROSS = 5
MEANINGS: Mapping[Sign, str] = {
    Sign.SUGGESTED: "suggested",
    Sign.REQUESTED: "requested",
    Sign.AGREED: "agreed",
    Sign.ONGOING: "ongoing",
    Sign.DELIVERED: "delivered",
    Sign.EFFECTIVE: "had effect",
    Sign.LIMITED: "refused or not enough",
    Sign.INTEREST: "interest",
    Sign.SATISFACTION: "satisfaction",
}
_FONT = "font-family=\"'Source Sans 3','Segoe UI','Helvetica Neue',Arial,'Libertinus Serif',sans-serif\""
_LEGEND = (*((sign, words) for sign, words in MEANINGS.items()), (None, "a comment"), ("concern", "concern noted"))


def draw_plot(plot: Plot) -> str:
    """Return the plot as SVG with a title and a description in words for those who do not see it."""
    years = range(plot.first_year, plot.last_year + 1)
    step = min((WIDTH - LABEL_WIDTH - 8) / len(years), MOST_WIDE)
    legend = list(_draw_legend(HEAD + ROW_HEIGHT * len(plot.rows) + 20))
    height = HEAD + ROW_HEIGHT * len(plot.rows) + 22 + 18 * ((len(_LEGEND) + _ACROSS - 1) // _ACROSS) + 4
    body = "".join([*_draw_years(years, step, len(plot.rows)), *_draw_rows(plot, step), *legend])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {height:g}" role="img" '
        f'aria-labelledby="plot-title plot-text" {_FONT} font-size="11.5">'
        f'<title id="plot-title">Threads over the years</title>'
        f'<desc id="plot-text">{escape(describe_plot(plot))}</desc>{body}</svg>'
    )


def describe_plot(plot: Plot) -> str:
    """Return in words what the plot shows, a sentence for each thread."""
    lines = []
    for row in plot.rows:
        said = [f"{year} {MEANINGS[sign]}" for year, sign in row.marks]
        said += [f"concern in {_join(row.concerns)}"] if row.concerns else []
        lines.append(f"{row.label}: {', '.join(said) or 'comments without help or concern'}.")
    return f"From {plot.first_year} to {plot.last_year}. " + " ".join(lines)


def _join(years: tuple[int, ...]) -> str:
    return ", ".join(map(str, years))


def _draw_years(years: range, step: float, rows: int) -> Iterator[str]:
    every = 1 if step >= 30 else 2 if step >= 16 else 5
    for place, year in enumerate(years):
        if year % every == 0 or len(years) <= 8:
            x = LABEL_WIDTH + step * (place + 0.5)
            yield f'<text x="{x:.1f}" y="15" text-anchor="middle" fill="{INK}">{year}</text>'
    for row in range(rows + 1):
        y = HEAD + row * ROW_HEIGHT
        yield f'<path d="M0 {y:g}H{LABEL_WIDTH + step * len(years):.1f}" stroke="{RULE}" stroke-width=".6"/>'


def _draw_rows(plot: Plot, step: float) -> Iterator[str]:
    for number, row in enumerate(plot.rows):
        middle = HEAD + ROW_HEIGHT * (number + 0.5)
        yield f"<a href={quoteattr('#' + row.anchor)}><title>{escape(row.title)}</title>"
        yield f'<text x="0" y="{middle + 4:g}" fill="{INK}">{escape(_shorten(row.label))}</text></a>'
        for year in sorted({*row.comments, *(year for year, _ in row.marks)}):
            x = LABEL_WIDTH + step * (year - plot.first_year)
            yield from _draw_year(row, year, (x, middle, step))


def _draw_year(row: Row, year: int, place: tuple[float, float, float]) -> Iterator[str]:
    x, middle, step = place
    wide = max(step - 3, 3)
    yield f'<rect x="{x + 1.5:.1f}" y="{middle - 11:g}" width="{wide:.1f}" height="22" rx="2.5" fill="{PALE}"/>'
    if year in row.concerns:
        yield f'<rect x="{x + 1.5:.1f}" y="{middle + 8:g}" width="{wide:.1f}" height="3.4" rx="1" fill="{TROUBLE}"/>'
    signs = sorted({sign for when, sign in row.marks if when == year}, key=list(Sign).index)
    signs = signs[-max(int(wide / LEAST_ROOM), 1) :]
    room = wide / max(len(signs), 1)
    half = min(HALF, room / 2 - 0.4)
    for number, sign in enumerate(signs):
        yield draw_sign(sign, x + 1.5 + room * (number + 0.5), middle - 1.5, half)


def draw_sign(sign: Sign, x: float, y: float, half: float) -> str:
    """Return one mark centred on a point."""
    return _SIGNS[sign](x, y, half)


def _draw_legend(top: float) -> Iterator[str]:
    wide = WIDTH / _ACROSS
    for number, (sign, words) in enumerate(_LEGEND):
        x, y = wide * (number % _ACROSS) + 8, top + 18 * (number // _ACROSS)
        if isinstance(sign, Sign):
            yield draw_sign(sign, x, y, HALF)
        elif sign:
            yield f'<rect x="{x - 7:g}" y="{y - 1.7:g}" width="14" height="3.4" rx="1" fill="{TROUBLE}"/>'
        else:
            yield f'<rect x="{x - 7:g}" y="{y - 7:g}" width="14" height="14" rx="2.5" fill="{PALE}"/>'
        yield f'<text x="{x + 11:g}" y="{y + 4:g}" fill="{INK}">{words}</text>'


def _shorten(label: str) -> str:
    return label if len(label) <= 36 else label[:35].rstrip(" ,(") + "…"


def _circle(filling: str) -> Callable[[float, float, float], str]:
    def draw(x: float, y: float, half: float) -> str:
        ring = f'fill="{filling}" stroke="{WANTED}" stroke-width="1.6"'
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{half - 0.6:.1f}" {ring}/>'

    return draw


def _square(filling: str) -> Callable[[float, float, float], str]:
    def draw(x: float, y: float, half: float) -> str:
        side = 2 * half - 1.6
        across = f'x="{x - side / 2:.1f}" width="{side:.1f}"'
        box = f'{across} y="{y - side / 2:.1f}" height="{side:.1f}"'
        inner = f'<rect {across} y="{y:.1f}" height="{side / 2:.1f}" fill="{GIVEN}"/>' if filling == "half" else ""
        fill = GIVEN if filling == "full" else "#fff"
        return f'<rect {box} fill="{fill}" stroke="{GIVEN}" stroke-width="1.6"/>{inner}'

    return draw


def _requested(x: float, y: float, half: float) -> str:
    return _circle("#fff")(x, y, half) + f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{half / 2.6:.1f}" fill="{WANTED}"/>'


def _star(x: float, y: float, half: float) -> str:
    points = [(0, -1.15), (0.3, -0.38), (1.1, -0.36), (0.46, 0.14), (0.7, 0.95), (0, 0.48)]
    outline = [*points, *((-px, py) for px, py in reversed(points[1:-1]))]
    path = " ".join(f"{x + px * half:.1f},{y + py * half:.1f}" for px, py in outline)
    return f'<polygon points="{path}" fill="{GIVEN}" stroke="{GIVEN}" stroke-width=".8" stroke-linejoin="round"/>'


def _cross(x: float, y: float, half: float) -> str:
    arm = half - 1
    return (
        f'<path d="M{x - arm:.1f} {y - arm:.1f}L{x + arm:.1f} {y + arm:.1f}M{x - arm:.1f} {y + arm:.1f}L{x + arm:.1f} '
        f'{y - arm:.1f}" stroke="{TROUBLE}" stroke-width="2.4" stroke-linecap="round"/>'
    )


def _triangle(filling: str) -> Callable[[float, float, float], str]:
    def draw(x: float, y: float, half: float) -> str:
        arm = half - 0.6
        path = f"M{x:.1f} {y - arm:.1f}L{x + arm:.1f} {y + arm * 0.8:.1f}H{x - arm:.1f}Z"
        return f'<path d="{path}" fill="{filling}" stroke="{INK}" stroke-width="1.4" stroke-linejoin="round"/>'

    return draw


_SIGNS: Mapping[Sign, Callable[[float, float, float], str]] = {
    Sign.SUGGESTED: _circle("#fff"),
    Sign.REQUESTED: _requested,
    Sign.AGREED: _square("none"),
    Sign.ONGOING: _square("half"),
    Sign.DELIVERED: _square("full"),
    Sign.EFFECTIVE: _star,
    Sign.LIMITED: _cross,
    Sign.INTEREST: _triangle("#fff"),
    Sign.SATISFACTION: _triangle(INK),
}
