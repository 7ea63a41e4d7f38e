"""All addresses: of our own things and of those of others. No other package makes an address."""
