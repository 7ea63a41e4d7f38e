"""Figures: tables of numbers that answer common questions, each with a chart."""
