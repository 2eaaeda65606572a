"""The command `python -m app.intake`: hands over to the module of each kind of intake.

Each module of COMMANDS adds its own parser and sets `run`, which takes the options and returns the
exit code.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from app.intake.report.command import add_to as report
from app.words.say import LANGUAGES

# One line for each kind of intake.
COMMANDS: tuple[Callable[[Any], None], ...] = (report,)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m app.intake", description=__doc__)
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the messages")
    kinds = parser.add_subparsers(required=True, metavar="KIND")
    for add_to in COMMANDS:
        add_to(kinds)
    options = parser.parse_args(arguments)
    code: int = options.run(options)
    return code


if __name__ == "__main__":
    raise SystemExit(main())
