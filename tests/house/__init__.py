"""The drawing of the rooms and their imports in docs/architecture.svg, from the contracts."""
