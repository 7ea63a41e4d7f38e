"""How we answer: queries over a release."""
