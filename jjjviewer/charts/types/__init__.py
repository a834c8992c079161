"""The forms of chart, one file each."""
