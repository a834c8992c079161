"""What several charts of figures share: titles, labels, relations, derived values."""
