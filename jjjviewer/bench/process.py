"""A measured program run as a whole process."""

import json
import subprocess
import sys
import time
from typing import Any

from jjjviewer.bench.screen import Environment

_PROGRAMS = "jjjviewer.bench.programs"
_PATIENCE = 1_800


def run(environment: Environment, program: str, *arguments: object) -> dict[str, Any]:
    """Run a program and return what it says it measured.

    Moments (`painted`, `chart`, `loaded`) become milliseconds since the process was begun.
    """
    command = [sys.executable, "-m", f"{_PROGRAMS}.{program}", *map(str, arguments)]
    started = time.monotonic()
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=_PATIENCE
    )
    lines = done.stdout.splitlines()
    if done.returncode or not lines:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}")
    said: dict[str, Any] = json.loads(lines[-1])
    for moment in ("painted", "chart", "loaded"):
        if moment in said:
            said[moment] = (said[moment] - started) * 1000
    return said
