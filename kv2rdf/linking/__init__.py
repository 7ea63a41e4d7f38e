"""What belongs together, who and what it is about: papers become dossiers."""
