"""Comparison of two texts, character by character."""
