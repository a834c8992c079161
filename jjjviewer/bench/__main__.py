"""Measure everything and write the table.

python -m jjjviewer.dev bench [--quick] [--only start,use,…] [--out FOLDER]
"""

import argparse
import sys
import tempfile
from pathlib import Path

from jjjviewer.bench import measures
from jjjviewer.bench.report import Report, Row


def main() -> int:
    """Measure what the arguments name and return the exit code."""
    parser = argparse.ArgumentParser(prog="jjjviewer.dev bench", description=__doc__)
    names = ",".join(measures.MEASURES)
    parser.add_argument("--quick", action="store_true", help="fewer runs and no pack of a million")
    parser.add_argument("--only", default=names, help=f"some of {names}")
    parser.add_argument("--out", type=Path, default=Path("bench"), help="where the table goes")
    asked = parser.parse_args()
    wanted = asked.only.split(",")
    if unknown := set(wanted) - measures.MEASURES.keys():
        parser.error(f"there is no {', '.join(sorted(unknown))}; choose some of {names}")
    report = Report(asked.quick)
    speeds = [measures.speed()]
    with tempfile.TemporaryDirectory(prefix="jjjviewer-bench-") as folder:
        for name in wanted:
            print(f"\n{name}", flush=True)
            for row in measures.MEASURES[name](Path(folder), asked.quick):
                report.add(row)
            speeds.append(measures.speed())
            # After each, so that what was measured is there even if the rest is given up.
            report.write(asked.out)
    report.add(Row("the machine: a million additions in Python", speeds, None))
    files = report.write(asked.out)
    print("\nWritten:", *files)
    return 0


if __name__ == "__main__":
    sys.exit(main())
