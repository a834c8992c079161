"""What several charts of statements share: counts and titles."""
