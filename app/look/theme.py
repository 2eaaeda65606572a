"""Colours of one meaning each, type sizes and a figure's quiet layout; knows no data, no page."""

from __future__ import annotations

from typing import Any

PALETTES: dict[str, dict[str, str]] = {
    "light": {
        "text": "#17212B",
        "muted": "#52606D",
        "rule": "#D9DFE5",
        "paper": "#FFFFFF",
        "ground": "#F5F7F9",
        "country": "#4A5866",
        "selected": "#005EA8",
        "fprk": "#00727D",
        "context": "#B8C2CC",
        "context_line": "#8794A0",
        "on_context_line": "#17212B",
        "women": "#7A3E9D",
        "men": "#2E7D5B",
        "youth": "#B85C00",
        "target": "#8A6400",
        "better": "#1B7A3D",
        "worse": "#B3261E",
        "scale0": "#E3EEF6",
        "scale1": "#B7D3E8",
        "scale2": "#83B3D6",
        "scale3": "#3C7AA7",
        "scale4": "#1B6399",
        "scale5": "#0B3F69",
    },
    "dark": {
        "text": "#EEF2F6",
        "muted": "#A9B5C1",
        "rule": "#33404D",
        "paper": "#141B22",
        "ground": "#0E1419",
        "country": "#B4C0CC",
        "selected": "#62B0F0",
        "fprk": "#3FC1C9",
        "context": "#4A5763",
        "context_line": "#7D8A97",
        "on_context_line": "#0E1419",
        "women": "#C79BE3",
        "men": "#6CC59A",
        "youth": "#F0A04B",
        "target": "#E3B84A",
        "better": "#5FCB85",
        "worse": "#F2837B",
        "scale0": "#1C2C3A",
        "scale1": "#22445F",
        "scale2": "#2C6189",
        "scale3": "#438ABD",
        "scale4": "#6AA9D6",
        "scale5": "#B4DAF5",
    },
}
# On a stage, text keeps 7:1 to what lies behind it: the same hues, further from the paper.
# What is not named stays.
STAGE: dict[str, dict[str, str]] = {
    "light": {
        "ground": "#FFFFFF",
        "muted": "#4C5965",
        "selected": "#0059A0",
        "fprk": "#00616B",
        "women": "#783D9A",
        "men": "#246247",
        "youth": "#894500",
        "target": "#725200",
        "better": "#166432",
        "worse": "#A9241C",
        "context_line": "#909CA8",
        "on_context_line": "#000000",
        "scale3": "#2D5C7F",
        "scale4": "#144A73",
        "scale5": "#062A49",
    },
    "dark": {
        "ground": "#141B22",
        "worse": "#F38881",
        "context": "#46525E",
        "context_line": "#9EA8B1",
        "on_context_line": "#141B22",
        "scale2": "#265477",
        "scale3": "#7AACD0",
        "scale4": "#97C3E2",
    },
}
TOKENS = frozenset(PALETTES["light"])
SCALE = tuple(f"scale{step}" for step in range(6))
FONT = '"Source Sans", "Source Sans 3", "Noto Sans", sans-serif'
LABEL_SIZE = 14
SMALL_SIZE = 13


def token(name: str) -> str:
    """Return what stands for a colour until a theme is known; raise KeyError if unknown."""
    if name not in TOKENS:
        raise KeyError(name)
    return f"@{name}"


def resolve(figure: Any, theme: str) -> Any:
    """Return the figure with every colour token replaced by the theme's colour."""
    if isinstance(figure, str):
        return PALETTES[theme].get(figure[1:], figure) if figure.startswith("@") else figure
    if isinstance(figure, dict):
        return {key: resolve(value, theme) for key, value in figure.items()}
    if isinstance(figure, (list, tuple)):
        return [resolve(value, theme) for value in figure]
    return figure


def css() -> str:
    """Return the colours as CSS custom properties for both themes."""
    return "\n".join(
        f':root[data-theme="{theme}"]{{color-scheme:{theme};{rules(palette)}}}'
        for theme, palette in PALETTES.items()
    )


def stage_css() -> str:
    """Return the colours of the stage, which go before those of the page."""
    return "\n".join(
        f':root.stage[data-theme="{theme}"]{{{rules(palette)}}}' for theme, palette in STAGE.items()
    )


def rules(palette: dict[str, str]) -> str:
    """Return the colours of a palette as CSS custom properties, for one rule."""
    return "".join(f"{variable(name)}:{color};" for name, color in palette.items())


def variable(token: str) -> str:
    """Return the CSS custom property of a colour, named as in a palette or a figure."""
    return f"--c-{token.removeprefix('@').replace('_', '-')}"


def axis(**more: Any) -> dict[str, Any]:
    """Return a quiet axis: readable labels, one thin rule, nothing that can be dragged."""
    return {
        "automargin": True,
        "fixedrange": True,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "gridcolor": "@rule",
        "linecolor": "@muted",
        "tickfont": {"size": SMALL_SIZE, "color": "@muted"},
        "title": {"text": ""},
        **more,
    }


def layout(height: int, language: str, **more: Any) -> dict[str, Any]:
    """Return the layout every chart shares; numbers on axes follow the language."""
    separators = ".," if language == "en" else ",\u00a0"
    return {
        "height": height,
        "autosize": True,
        "separators": separators,
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8, "pad": 4},
        "font": {"family": FONT, "size": LABEL_SIZE, "color": "@text"},
        "hoverlabel": {
            "bgcolor": "@paper",
            "bordercolor": "@muted",
            "font": {"family": FONT, "size": LABEL_SIZE, "color": "@text"},
            "align": "left",
        },
        **more,
    }
