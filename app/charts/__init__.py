"""Chart kinds: one pure function each, rows in, Plotly figure (a plain dict) out; reads no state
and writes no words of its own.
"""

from __future__ import annotations

from app.charts.base import Drawing, Key, Names
from app.charts.composition import composition
from app.charts.flow import flow
from app.charts.gap import gap
from app.charts.map import region_map
from app.charts.matrix import matrix
from app.charts.network import network
from app.charts.pairs import pairs
from app.charts.ranking import ranking
from app.charts.slope import change
from app.charts.target import target
from app.charts.timeline import timeline
from app.charts.trend import trend

DRAW = {
    "trend": trend,
    "change": change,
    "ranking": ranking,
    "pairs": pairs,
    "composition": composition,
    "flow": flow,
    "gap": gap,
    "map": region_map,
    "target": target,
    "matrix": matrix,
    "timeline": timeline,
    "network": network,
}
__all__ = ["DRAW", "Drawing", "Key", "Names"]
