"""A measured program run as a whole process."""

import json
import subprocess
import sys
import time

from jjjviewer.bench.screen import Environment
from jjjviewer.model.json_types import JsonObject

_PROGRAMS = "jjjviewer.bench.programs"
_PATIENCE = 1_800


def run(environment: Environment, program: str, *arguments: object) -> JsonObject:
    """Run a program and return the results it prints.

    Moments (`painted`, `chart`, `loaded`) become milliseconds since the start of the process.
    """
    command = [sys.executable, "-m", f"{_PROGRAMS}.{program}", *map(str, arguments)]
    started = time.monotonic()
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=_PATIENCE
    )
    lines = done.stdout.splitlines()
    if done.returncode or not lines:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}")
    results: JsonObject = json.loads(lines[-1])
    for moment in ("painted", "chart", "loaded"):
        if moment in results:
            results[moment] = (results[moment] - started) * 1000
    return results
