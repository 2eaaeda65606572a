"""The command `python -m app.catalogue`.

new AREA/NAME --like AREA/EXHIBIT    lay the two files of a new exhibit after those of another
federation FOLDER                    lay an empty data folder for another federation
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.catalogue.folder import lay_folder
from app.catalogue.new import CannotLay, lay
from app.paths import QUERIES, ROOT
from app.words.say import LANGUAGES, IncompleteText, say


def main(arguments: list[str] | None = None, queries: Path = QUERIES) -> int:
    """Run one command; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m app.catalogue",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=("new", "federation"))
    parser.add_argument("what", metavar="AREA/NAME or FOLDER")
    parser.add_argument("--like", metavar="AREA/EXHIBIT")
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the messages")
    options = parser.parse_args(arguments)
    new = options.command == "new"
    if new and not options.like:
        parser.error("--like AREA/EXHIBIT is needed")
    try:
        laid = lay(options.what, options.like, queries) if new else lay_folder(Path(options.what))
    except CannotLay as refused:
        print(refused.say(options.lang), file=sys.stderr)
        return 1
    except (IncompleteText, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    for path in laid:
        print(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)
    print(say(options.lang, "lay_next" if new else "lay_folder_next"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
