"""The classic attacks on XML: each is refused, in time and memory that do not grow with it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from caremsg import CaremsgError, Limits, decode, inspect

MSGHEAD = 'xmlns="http://www.kith.no/xmlstds/msghead/2006-05-24"'
XSI = 'xmlns:x="http://www.w3.org/2001/XMLSchema-instance"'
HEAD = f"<MsgHead {MSGHEAD}>".encode()
ENTITIES = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(10))
UTF_7 = b"+ADw-a+AD4-"


def in_encoding(name: str, gap: str = " ") -> bytes:
    """A document that declares an encoding."""
    return f'<?xml version="1.0"{gap}encoding="{name}"?>'.encode() + HEAD + b"</MsgHead>"


ATTACKS: dict[str, tuple[Callable[[], bytes], str]] = {
    "billion laughs": (
        lambda: f'<!DOCTYPE a [<!ENTITY e0 "ha">{ENTITIES}]><a>&e10;</a>'.encode(),
        "XML002",
    ),
    "quadratic blow-up": (
        lambda: (
            b'<!DOCTYPE a [<!ENTITY e "' + b"A" * 50_000 + b'">]><a>' + b"&e;" * 50_000 + b"</a>"
        ),
        "XML002",
    ),
    "external entity": (
        lambda: b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>',
        "XML002",
    ),
    "parameter entity": (
        lambda: b'<!DOCTYPE a [<!ENTITY % e SYSTEM "http://127.0.0.1:9/e.dtd"> %e;]><a/>',
        "XML002",
    ),
    "external DTD": (lambda: b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>', "XML002"),
    "DTD after a comment and an instruction": (
        lambda: b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- > --><?a > ?>\n<!DOCTYPE a><a/>",
        "XML002",
    ),
    "DTD after much white space": (
        lambda: b"<?xml version='1.0'?>" + b" " * 10**6 + b"<!DOCTYPE a><a/>",
        "XML002",
    ),
    "DTD in lower case": (lambda: b"<!doctype a><a/>", "XML001"),
    "entity without a DTD": (lambda: HEAD + b"&e;</MsgHead>", "XML001"),
    "XInclude": (
        lambda: b'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>',
        "SCH001",
    ),
    "10,000 levels": (lambda: b"<a>" * 10_000 + b"</a>" * 10_000, "XML004"),
    "10,000 levels in a message": (
        lambda: HEAD + b"<MsgInfo>" * 10_000 + b"</MsgInfo>" * 10_000 + b"</MsgHead>",
        "XML004",
    ),
    "a million levels that are never closed": (lambda: b"<a>" * 1_000_000, "XML004"),
    "too many attributes": (
        lambda: b"<a " + b" ".join(b'a%d=""' % n for n in range(1_000_001)) + b"/>",
        "XML006",
    ),
    "too many elements": (lambda: b"<a>" + b"<b/>" * 500_000 + b"</a>", "XML005"),
    "a name of a million letters": (lambda: b"<" + b"a" * 1_000_000 + b"/>", "XML004"),
    "a prefix of a million letters": (
        lambda: b"<a xmlns:%s='u'/>" % (b"p" * 1_000_000),
        "XML004",
    ),
    "a text of 20 million letters": (lambda: b"<a>" + b"x" * 20_000_000 + b"</a>", "SCH001"),
    "an attribute of 20 million letters": (
        lambda: b'<a b="' + b"x" * 20_000_000 + b'"/>',
        "SCH001",
    ),
    "a comment of 20 million letters": (
        lambda: b"<!--" + b"- " * 10_000_000 + b"--><a/>",
        "SCH001",
    ),
    "a comment that does not end": (lambda: b"<!--" + b"-" * 1_000_000, "XML001"),
    "many comments that do not end": (lambda: b"<!--" * 250_000, "XML001"),
    "many instructions that do not end": (lambda: b"<?a " * 250_000, "XML001"),
    "many tags that do not end": (lambda: HEAD + b"<Patient " * 100_000, "XML001"),
    "many quotes": (lambda: HEAD + b"<Patient " + b"a='\"" * 200_000 + b"/></MsgHead>", "XML001"),
    "many namespaces": (
        lambda: (
            HEAD
            + b"".join(b'<a xmlns:p%d="urn:%d"/>' % (n, n) for n in range(20_000))
            + b"</MsgHead>"
        ),
        "SCH102",
    ),
    "too large": (lambda: b"<a>" + b" " * 100_000_000 + b"</a>", "XML003"),
    "UTF-7": (lambda: in_encoding("UTF-7"), "XML008"),
    "UTF-7, declared far away": (lambda: in_encoding("UTF-7", " " * 10_000), "XML008"),
    "UTF-7 in a tag": (lambda: in_encoding("utf-7")[:-10] + UTF_7, "XML008"),
    "UTF-16 with a mark": (lambda: "<a/>".encode("utf-16"), "XML008"),
    "UTF-16 without a mark": (lambda: "<a/>".encode("utf-16-le"), "XML008"),
    "UTF-16, big end first": (lambda: "<a/>".encode("utf-16-be"), "XML008"),
    "UTF-16 in name only": (lambda: in_encoding("UTF-16"), "XML008"),
    "UTF-32": (lambda: "<a/>".encode("utf-32"), "XML008"),
    "EBCDIC": (lambda: "<?xml version='1.0'?><a/>".encode("cp037"), "XML001"),
    "EBCDIC in name only": (lambda: in_encoding("ebcdic-cp-us"), "XML008"),
    "an encoding nobody knows": (lambda: in_encoding("no-such-thing"), "XML008"),
    "bytes that are not UTF-8": (lambda: HEAD + b"\xff</MsgHead>", "XML001"),
    "UTF-8 in too many bytes": (lambda: HEAD + b"\xc0\xbc</MsgHead>", "XML001"),
    "half a pair in UTF-8": (lambda: HEAD + b"\xed\xa0\x80</MsgHead>", "XML001"),
    "NUL": (lambda: HEAD + b"\0</MsgHead>", "XML001"),
    "NUL after the end": (lambda: HEAD + b"</MsgHead>\0", "XML001"),
    "NUL by reference": (lambda: HEAD + b"&#0;</MsgHead>", "XML001"),
    "two byte order marks": (lambda: b"\xef\xbb\xbf\xef\xbb\xbf<a/>", "XML001"),
    "nothing": (lambda: b"", "XML009"),
    "blanks": (lambda: b" \n" * 10, "XML009"),
    "a byte order mark alone": (lambda: b"\xef\xbb\xbf", "XML009"),
    "a stray `>` after the end": (lambda: HEAD + b"</MsgHead>>", "XML001"),
    "two roots": (lambda: b"<a/><a/>", "XML001"),
}
"""For each attack, its octets and the code of the first finding."""


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_refused_quickly(name: str) -> None:
    """An attack gives the finding that names it, within seconds."""
    make, code = ATTACKS[name]
    data = make()
    began = time.process_time()
    report = inspect(data).report
    with pytest.raises(CaremsgError):
        decode(data)
    assert time.process_time() - began < 10
    assert report.codes[0] == code


PROGRAM = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (1_200_000_000, 1_200_000_000))
from caremsg import inspect
from tests.security.test_attacks import ATTACKS
for make, code in ATTACKS.values():
    assert inspect(make()).report.codes[0] == code
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the limit on memory is that of Linux")
def test_attacks_do_not_fill_the_memory() -> None:
    """All attacks together fit in little more memory than the largest document takes."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]


@pytest.mark.parametrize(
    "form",
    [
        '<MsgHead {ns} {xsi} x:schemaLocation="{uri} {url}"/>',
        '<a {xsi} x:noNamespaceSchemaLocation="{url}"/>',
        '<?xml-stylesheet href="{url}"?><MsgHead {ns}/>',
        '<?xml-model href="{url}"?><MsgHead {ns}/>',
        '<!DOCTYPE a SYSTEM "{url}"><a/>',
        '<!DOCTYPE a [<!ENTITY e SYSTEM "{url}">]><a>&e;</a>',
        '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="{url}"/>',
    ],
)
def test_nothing_is_fetched(form: str) -> None:
    """No address in a document is ever followed."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/a"
        inspect(form.format(ns=MSGHEAD, uri=MSGHEAD[7:-1], xsi=XSI, url=url).encode())
        server.settimeout(0.05)
        with pytest.raises(TimeoutError):
            server.accept()


def nested(levels: int) -> bytes:
    """A document of so many levels."""
    return b"<a>" * levels + b"</a>" * levels


SMALL = Limits(size=200, depth=5, elements=10, attributes=4, attachment=20)


@pytest.mark.parametrize(
    "data, code",
    [
        (b"<a>" + b"x" * 193 + b"</a>", "SCH001"),
        (b"<a>" + b"x" * 194 + b"</a>", "XML003"),
        (nested(5), "SCH001"),
        (nested(6), "XML004"),
        (b"<a>" + b"<b/>" * 9 + b"</a>", "SCH001"),
        (b"<a>" + b"<b/>" * 10 + b"</a>", "XML005"),
        (b"<a b='' c=''><d b='' c=''/></a>", "SCH001"),
        (b"<a b='' c=''><d b='' c='' d=''/></a>", "XML006"),
        (
            b"<a><b:Base64Container xmlns:b='u'>" + b"AAAA" * 6 + b"AA==</b:Base64Container></a>",
            "SCH001",
        ),
        (
            b"<a><b:Base64Container xmlns:b='u'>" + b"AAAA\n" * 8 + b"</b:Base64Container></a>",
            "XML007",
        ),
        (b"<Base64Container>AAAA<!-- a -->" + b"AAAA" * 7 + b"</Base64Container>", "XML007"),
        (b"<Base64Container><![CDATA[" + b"AAAA" * 8 + b"]]></Base64Container>", "XML007"),
        (b"<a><Base64Container>AAAA</Base64Container>" + b"A" * 40 + b"</a>", "SCH001"),
    ],
)
def test_a_limit_is_kept(data: bytes, code: str) -> None:
    """What is just within a limit is read, what is just over it is refused."""
    assert inspect(data, limits=SMALL).report.codes[0] == code
