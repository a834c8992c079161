"""A pack that is being made or changed: records, decisions with undo, and their journal."""
