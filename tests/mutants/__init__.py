"""Mutation testing: small faults are put into the code, and some test must notice each.

python -m tests.mutants SEED [--count 40]
"""
