"""Which network addresses a website has, if they are public.

The website's server stands inside the clinic's network. What editors link to must
not make it call other machines there (OWASP, "Server-Side Request Forgery").
"""

import ipaddress
import socket


class NotPublicError(Exception):
    """The name leads to no public address.

    `is_spelt_out` if the link itself shows it, as http://192.168.0.1/ does. Otherwise
    it may be public to everybody else, and look different from inside the clinic.
    """

    def __init__(self, is_spelt_out: bool) -> None:
        super().__init__()
        self.is_spelt_out = is_spelt_out


def public_addresses(host: str, port: int, may_be_private: bool = False) -> list[str]:
    """The IP addresses at which `host` can be called, best first.

    With `may_be_private` any will do, as tests need. Raises NotPublicError if one of
    them is not public, OSError if there is none, UnicodeError if it is no name.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(sockaddr[0]) for *_, sockaddr in found]
    if not may_be_private and not all(is_public(each) for each in addresses):
        raise NotPublicError(is_spelt_out(host))
    return addresses


def is_public(address: str) -> bool:
    """Whether the IP address is one of the public internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        # An IPv4 address in other clothes: mapped, 6to4, or for translation (NAT64).
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def is_spelt_out(host: str) -> bool:
    """Whether the host is a number, or by its name this machine."""
    if host == "localhost" or host.endswith((".localhost", ".local")):
        return True
    return host.replace(".", "").isdecimal() or ":" in host or host.startswith("0x")
