"""The network that a request comes from, as a digest that means nothing tomorrow."""

import hashlib
import hmac
import ipaddress
import secrets

from django.conf import settings
from django.core.cache import BaseCache
from django.http import HttpRequest

from editorial.clinic_time import clinic_today

# An IPv4 /24 or an IPv6 /56: what one household, ward or office has.
PREFIX_LENGTHS = {4: 24, 6: 56}
DAY = 24 * 60 * 60


def network_of(request: HttpRequest) -> str:
    """The sender's network, such as “192.0.2.0/24”; empty if it is not known.

    Behind a proxy it is the last address of X-Forwarded-For, which the proxy wrote;
    those before it are the sender's own word.
    """
    if settings.BEHIND_PROXY:
        address = request.headers.get("X-Forwarded-For", "").rpartition(",")[2]
    else:
        address = request.META.get("REMOTE_ADDR", "")
    try:
        parsed = ipaddress.ip_address(address.strip())
    except ValueError:
        return ""
    if isinstance(parsed, ipaddress.IPv6Address):
        parsed = parsed.ipv4_mapped or parsed
    length = PREFIX_LENGTHS[parsed.version]
    return str(ipaddress.ip_network(f"{parsed}/{length}", strict=False))


def daily_key(cache: BaseCache) -> bytes:
    """The site's key with today's salt, which no backup brings back to life: the salt
    is random, lies in the cache alone, and goes after a day."""
    salt = cache.get_or_set(
        f"salt:{clinic_today():%Y-%m-%d}", secrets.token_hex, timeout=DAY
    )
    return hashlib.sha256(f"{settings.SECRET_KEY}{salt}".encode()).digest()


def daily_digest(cache: BaseCache, text: str) -> str:
    """A digest under `daily_key`."""
    return hmac.new(daily_key(cache), text.encode(), hashlib.sha256).hexdigest()[:24]
