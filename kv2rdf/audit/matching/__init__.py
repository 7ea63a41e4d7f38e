"""Comparison of printed texts with the texts of the graph, character by character."""
