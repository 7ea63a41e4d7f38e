"""The comparison of printed texts with texts in the graph, character by character."""
