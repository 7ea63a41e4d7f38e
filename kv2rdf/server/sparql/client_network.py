"""The network of a client, by which the use of the server is counted."""

from ipaddress import IPv6Address, IPv6Network, ip_address

_NETWORK_BITS = 64


def client_network(host: str) -> str:
    """Return the network of a client: its IPv4 address, or the first 64 bits of its IPv6 address.

    The owner of an IPv6 connection usually has 2**64 addresses or more. ``host`` is returned as it
    is if it is not an IP address.
    """
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(IPv6Network((int(address), _NETWORK_BITS), strict=False))
