"""All addresses: of our own things, and of things of others. No other package builds one."""
