"""Benchmarks: each figure is a ratio to a floor, or to another program in the same run."""
