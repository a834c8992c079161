"""The benchmark: the viewer and reference programs, measured as whole processes.

The application never imports this package. `python -m jjjviewer.dev bench` sets everything up and
runs it.
"""
