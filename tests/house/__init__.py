"""The drawing of the rooms and their imports in docs/architecture.svg, made from the contracts."""
