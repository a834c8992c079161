"""Run by the frozen application before anything else."""

import os

# The folder of the bundled libraries must not reach other programs, such as the browser that a
# link opens: they would load libraries that are not theirs.
if "LD_LIBRARY_PATH_ORIG" in os.environ:
    os.environ["LD_LIBRARY_PATH"] = os.environ.pop("LD_LIBRARY_PATH_ORIG")
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
