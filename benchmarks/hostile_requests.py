"""Requests that no browser sends, to one form; none of them may store anything.

Each kind is a function that makes the bytes of one request. Whatever is sent holds
`WORD`, which must not come up in a log.
"""

from collections.abc import Callable
from random import Random
from typing import NamedTuple
from urllib.parse import quote_plus

from benchmarks.fire_markers import BEGINNING as WORD

FORM = "application/x-www-form-urlencoded"
# None of these is a rating, not even 0, which a form has for “no idea”.
ODD = [
    *("", " ", "\x00", "a\x00b", "\ufffd", "\u202e", "NaN", "1E+400", "-Infinity"),
    *("9" * 20, "0001-01-01", "9999-12-31T23:59", "2026-02-30", "on", "-1", "6"),
    *("a@b", "http://[::1", "javascript:alert(1)", "x" * 20_000, "\r\n" * 500),
    *("🙂" * 300, "<script>", "{{ 7*7 }}", "' OR 1=1 --", "١٢٣٤٥٦٧", "+" * 20),
]
METHODS = ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "BREW"]
TYPES = [
    *("application/json", "text/plain", "", "a/b", "multipart/form-data", "\xe9"),
    *("multipart/form-data; boundary=" + "y" * 300, "multipart/mixed; boundary=x"),
    *(f"{FORM}; charset=utf-7", f"{FORM}; charset=hex", f"{FORM}; charset=nonsense"),
    *("multipart/form-data; boundary=x; charset=hex", "multipart/form-data; boundary="),
    *(f"{FORM}; charset=utf-16", f"{FORM}; charset=idna", f"{FORM};charset=\x01"),
]
PIECES = [
    *(b"--x\r\n", b"--x--\r\n", b"\r\n\r\n", b"\xff\xfe", b"\x80", b"\x00", b"--x"),
    b'Content-Disposition: form-data; name="form-token"\r\n',
    b'Content-Disposition: form-data; name="f"; filename="a.exe"\r\n',
    b"Content-Disposition: form-data; name*=utf-8''%ff%00\r\n",
    b"Content-Type: text/plain; charset=hex\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b"Content-Transfer-Encoding: quoted-printable\r\n",
    WORD.encode(),
]
HEADERS = [
    *("Host: evil.example", "Host:", "Host: a b", "Host: [::1", "Origin: null"),
    *("Origin: http://[", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: \xff"),
    *("Cookie: receipt-0=x:y:z", "Cookie: receipt-=;;=;\x01", "Cookie: sessionid=\xff"),
    *(
        "Accept-Language: " + "a-" * 300,
        "Accept-Encoding: gzip;q=x",
        "Range: bytes=9-1",
    ),
    *("If-Modified-Since: never", 'If-None-Match: W/"', "Expect: 100-continue"),
    *("X-Forwarded-For: ,,::ffff:999.1", "X-Forwarded-For: " + "1," * 2_000),
    *("X-Forwarded-Proto: \xff", "X-Forwarded-Host: evil", "Transfer-Encoding: gzip"),
    *("Content-Length: 3", "Content-Length: -1", "Content-Length: 99999999"),
    *("Transfer-Encoding: chunked", "X: " + "h" * 60_000, "Referer: \x7f", "a\x00: b"),
    *(f"User-Agent: {WORD}", "Upgrade: websocket", "Connection: upgrade", " folded: x"),
]
QUERIES = [
    *("sent", "key", "about", "rating", "add", "withdraw", "afresh", "visit", "time"),
    *("page", "added", "lang", "\x00", "%"),
]


class Target(NamedTuple):
    """A form: its host and path, its fields, and tokens of all sorts. `good` is a token
    that nothing was sent with; `used` one whose answer is stored, with that answer."""

    host: str
    path: str
    names: dict[str, str]
    good: str
    expired: str
    used: str
    answer: dict[str, str]


Fields = list[tuple[str, str]]
Kind = Callable[[Target, Random], bytes]


def post(target: Target, body: bytes, *headers: str, method: str = "POST") -> bytes:
    """A request as it goes over the line; `headers` come before those that it needs."""
    lines = [
        f"{method} {target.path} HTTP/1.1",
        *headers,
        *([] if names(headers, "host") else [f"Host: {target.host}"]),
        *([] if names(headers, "content-type") else [f"Content-Type: {FORM}"]),
        *(
            []
            if names(headers, "content-length", "transfer-encoding")
            else [f"Content-Length: {len(body)}"]
        ),
    ]
    head = "\r\n".join(lines) + "\r\n\r\n"
    return head.encode("latin-1", errors="replace") + body


def names(headers: tuple[str, ...], *wanted: str) -> bool:
    """Whether one of these headers has such a name."""
    return any(header.lower().startswith(wanted) for header in headers)


def encoded(fields: Fields) -> bytes:
    """The fields as a browser sends them."""
    return "&".join(
        f"{quote_plus(name)}={quote_plus(value)}" for name, value in fields
    ).encode()


def filled(target: Target, token: str, **answers: str) -> Fields:
    """A form with this token, without the rating, which it requires."""
    texts = {"singleline": WORD, "multiline": f"The nurse was kind. {WORD}"}
    return [
        ("form-token", token),
        ("website", ""),
        *((target.names[kind], text) for kind, text in (texts | answers).items()),
    ]


def wrong_types(target: Target, random: Random) -> bytes:
    """Answers that are of no type that was asked for, many of them twice."""
    fields = filled(target, target.good, rating=random.choice([*ODD, "6", "4.0", "٤x"]))
    for name in random.choices(list(target.names.values()), k=3):
        if name != target.names["rating"]:
            fields.append((name, random.choice(ODD)))
    return post(target, encoded(fields))


def huge(target: Target, random: Random) -> bytes:
    """Too much text; one in twenty more than the site takes at all."""
    size = 2_600_000 if random.random() < 0.05 else random.randint(10_001, 60_000)
    fields = filled(target, target.good, multiline=WORD + "x" * size)
    return post(target, encoded(fields))


def unknown_fields(target: Target, random: Random) -> bytes:
    """Fields that nobody asked for; one in fifty more of them than the site reads."""
    count = 11_000 if random.random() < 0.02 else random.randint(1, 60)
    fields = filled(target, target.good)
    fields += [(f"q_{random.randrange(10**6)}_{WORD}", WORD) for _ in range(count)]
    return post(target, encoded(fields))


def zero_bytes(target: Target, random: Random) -> bytes:
    """Zero bytes in names, values and tokens."""
    body = bytearray(encoded(filled(target, random.choice(["", target.good]))))
    for _ in range(random.randint(1, 5)):
        position = random.randrange(len(body))
        body[position:position] = random.choice([b"%00", b"\x00"])
    return post(target, bytes(body))


def broken_multipart(target: Target, random: Random) -> bytes:
    """Parts that begin, end and lie as they like."""
    body = b"".join(random.choices(PIECES, k=random.randint(0, 14)))
    content_type = random.choice([*TYPES, *["multipart/form-data; boundary=x"] * 9])
    return post(target, body, f"Content-Type: {content_type}")


def bad_encodings(target: Target, random: Random) -> bytes:
    """Bytes that are no text in the encoding that they claim."""
    body = encoded(filled(target, target.good)) + b"&" + random.randbytes(40)
    body += random.choice([b"=%ff%fe", b"=%u0041", b"=%", b"=\xed\xa0\x80", b"=%c0%80"])
    return post(target, body, f"Content-Type: {random.choice(TYPES)}")


def replayed(target: Target, random: Random) -> bytes:
    """What was stored, once more: the same, with other words, or without a rating."""
    answer = dict(target.answer)
    change = random.choice(["same", "other", "broken"])
    if change != "same":
        answer[target.names["multiline"]] = f"{WORD} {random.randrange(10**9)}"
    if change == "broken":
        answer[target.names["rating"]] = random.choice(ODD)
    fields = [("form-token", target.used), ("website", ""), *answer.items()]
    return post(target, encoded(fields))


def expired(target: Target, random: Random) -> bytes:
    """A good answer with a token from last week."""
    fields = filled(target, target.expired, rating=random.choice("12345"))
    return post(target, encoded(fields))


def forged(target: Target, random: Random) -> bytes:
    """A good answer with a token that we did not sign, or an action without a right."""
    letters = list(random.choice([target.good, target.used]))
    letters[random.randrange(len(letters))] = random.choice("!\x00:é")
    token = random.choice(["".join(letters), *ODD, target.good[:-1] + "\u0661", WORD])
    fields = filled(target, token, rating=random.choice("12345"))
    name = random.choice(["form-token", "form-token", "receipt-token", "undo", "words"])
    fields[0] = (name, token)
    return post(target, encoded(fields))


def wrong_method(target: Target, random: Random) -> bytes:
    """A good answer, sent with another verb."""
    fields = filled(target, target.good, rating="4")
    return post(target, encoded(fields), method=random.choice(METHODS))


def wrong_type(target: Target, random: Random) -> bytes:
    """A form without its rating, which says that it is something else."""
    return post(
        target,
        encoded(filled(target, target.good)),
        f"Content-Type: {random.choice(TYPES)}",
    )


def odd_headers(target: Target, random: Random) -> bytes:
    """Headers that contradict the request, or themselves."""
    headers = random.sample(HEADERS, random.randint(1, 3))
    return post(target, encoded(filled(target, target.good)), *headers)


def odd_addresses(target: Target, random: Random) -> bytes:
    """Parameters in the address; nothing in the body, or a form without a rating."""
    asked = encoded(
        [(random.choice(QUERIES), random.choice(ODD)[:2_000]) for _ in range(3)]
    ).decode()
    ending = random.choice(["", "/", "%00", "..%2f", "\xff", "#", "%zz"])
    there = target._replace(path=f"{target.path}{ending}?{asked}")
    body = random.choice([b"", encoded(filled(target, target.good))])
    return post(there, body, method=random.choice(["POST", "POST", "GET", "HEAD"]))


KINDS: dict[str, Kind] = {
    kind.__name__: kind
    for kind in (
        *(wrong_types, huge, unknown_fields, zero_bytes, broken_multipart),
        *(bad_encodings, replayed, expired, forged, wrong_method, wrong_type),
        *(odd_headers, odd_addresses),
    )
}
