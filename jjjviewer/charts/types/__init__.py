"""The chart types, one module each."""
