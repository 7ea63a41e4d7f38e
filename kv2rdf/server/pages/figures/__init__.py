"""Figures: tables and charts of numbers that answer common questions."""
