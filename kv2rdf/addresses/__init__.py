"""Every address that we mint or point at; nothing else in the package builds one."""
