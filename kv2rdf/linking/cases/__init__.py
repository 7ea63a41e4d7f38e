"""The assignment of papers to cases."""
