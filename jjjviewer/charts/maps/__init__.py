"""What a map is made of: its viewports, the ground, places, the curves of links, names, the key."""
