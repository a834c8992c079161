"""How fast the viewer is, measured as whole processes beside reference programs.

The application never imports this package. `python -m jjjviewer.dev bench` sets everything up and
runs it.
"""
