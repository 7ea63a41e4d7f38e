"""Figures: tables of numbers that answer the questions people ask, each with a chart."""
