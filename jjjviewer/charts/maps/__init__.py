"""What a map is made of: its sheets, the ground, places, the curves of links, names, the key."""
