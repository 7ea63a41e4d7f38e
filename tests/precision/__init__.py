"""Identified persons, drawn at random from a release and compared with the printed papers."""
