"""Programs that are measured as whole processes, each the subject of some rows of the table."""
