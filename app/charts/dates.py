"""Where a period stands among others, in years; says none in words."""

from __future__ import annotations

import re

QUARTER = 0.25
OPEN = 1.01  # years between two points from which a line does not run over what is missing


def when(period: str) -> float:
    """Return where a period stands, in years: years, quarters and months at their beginning, spans
    in their middle.
    """
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", period):
        return int(match[1]) + (int(match[2]) - 1) * QUARTER
    if match := re.fullmatch(r"(\d{4})/(\d{4})", period):
        return (int(match[1]) + int(match[2])) / 2
    return float(period[:4]) + ((int(period[5:7]) - 1) / 12 if len(period) > 4 else 0)
