"""What was published: open it, recognise it by its content, read it into papers."""
