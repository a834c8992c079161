"""What maps share: base map, free space for names, lines of links."""
