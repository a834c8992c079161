"""Layouts that several chart types draw with: rows, bars, heat map, arcs."""
