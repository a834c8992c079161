"""What charts of links share: pairs of places, titles, colours."""
