"""What a build can keep of the release before it."""
