"""Articles: reading files, the figures in them, who says them and where; finding figures again."""
