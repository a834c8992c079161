"""Measure everything and write the table.

python -m jjjviewer.dev bench [--quick] [--only start,use,…] [--out FOLDER]
"""

import argparse
import sys
import tempfile
from pathlib import Path

from jjjviewer.bench import measures
from jjjviewer.bench.report import BenchReport, ResultRow


def main() -> int:
    """Run the named measurements and return the exit code."""
    parser = argparse.ArgumentParser(prog="jjjviewer.dev bench", description=__doc__)
    names = ",".join(measures.MEASURES)
    parser.add_argument("--quick", action="store_true", help="fewer runs and no pack of a million")
    parser.add_argument("--only", default=names, help=f"some of {names}")
    parser.add_argument("--out", type=Path, default=Path("bench"), help="where the table goes")
    options = parser.parse_args()
    names = options.only.split(",")
    if unknown := set(names) - measures.MEASURES.keys():
        parser.error(f"there is no {', '.join(sorted(unknown))}; choose some of {names}")
    report = BenchReport(options.quick)
    speeds = [measures.speed()]
    with tempfile.TemporaryDirectory(prefix="jjjviewer-bench-") as folder:
        for name in names:
            print(f"\n{name}", flush=True)
            for row in measures.MEASURES[name](Path(folder), options.quick):
                report.add(row)
            speeds.append(measures.speed())
            # Written after each measurement, so that results survive an interruption.
            report.write(options.out)
    report.add(ResultRow("the machine: a million additions in Python", speeds, None))
    files = report.write(options.out)
    print("\nWritten:", *files)
    return 0


if __name__ == "__main__":
    sys.exit(main())
