"""What is allowed in formatted text, case by case."""

import pytest

from caremsg.messages.rules.xhtml import blank_text, enclosed, faults, portable, tags_as_text
from caremsg.values import Fragment


def xhtml(inner: str) -> Fragment:
    return Fragment(f'<div xmlns="http://www.w3.org/1999/xhtml">{inner}</div>')


ROWS = "<tr><th>Dag</th></tr><tr><td>1</td></tr>"


@pytest.mark.parametrize(
    "inner, wrong",
    [
        ("<p>a<br></br>b</p><hr></hr>", ""),
        ("<ul><li>a<ol><li>b</li></ol></li></ul>", ""),
        ("<dl><dt>a</dt><dd><p>b</p></dd></dl>", ""),
        (f"<table summary='s'><caption>c</caption>{ROWS}</table>", ""),
        ("<table><tr><td colspan='2'><p>a</p><ul><li>b</li></ul></td></tr></table>", ""),
        ("<p class='a' id='b' title='c' xml:lang='nb'>a</p><pre xml:space='preserve'>b</pre>", ""),
        ("<blockquote cite='urn:a'><p>a <q cite='urn:b'>b</q></p></blockquote>", ""),
        ("<li>a</li>", "nesting"),
        ("<dd>a</dd>", "nesting"),
        ("<tr><td>a</td></tr>", "nesting"),
        ("<td>a</td>", "nesting"),
        ("<caption>a</caption>", "nesting"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "nesting"),
        ("<table><p>a</p></table>", "nesting"),
        ("<table><tr><b>a</b></tr></table>", "nesting"),
        ("<p><div>a</div></p>", "nesting"),
        ("<p><b><ul><li>a</li></ul></b></p>", "nesting"),
        ("<h2><p>a</p></h2>", "nesting"),
        ("<h6><table><tr><td>a</td></tr></table></h6>", "nesting"),
        ("<br>a</br>", "nesting"),
        ("<hr><b>a</b></hr>", "nesting"),
        (f"<table><tbody>{ROWS}</tbody></table>", "element"),
        ("<ul><u>a</u></ul>", "element"),
        ("<font>a</font>", "element"),
        ("<P>a</P>", "element"),
        ("<a>a</a>", "active"),
        ("<SCRIPT>a</SCRIPT>", "active"),
        ("<p><select></select></p>", "active"),
        ("<p style='a'>a</p>", "active"),
        ("<p onClick='a'>a</p>", "active"),
        ("<p href='a'>a</p>", "active"),
        ("<p src='a'>a</p>", "active"),
        ("<p lang='nb'>a</p>", "attribute"),
        ("<p colspan='2'>a</p>", "attribute"),
        ("<p xml:space='preserve'>a</p>", "attribute"),
        ("<p xmlns:x='urn:x' x:class='a'>a</p>", "attribute"),
        ("<x:p xmlns:x='urn:x'>a</x:p>", "namespace"),
        ("<p xmlns=''>a</p>", "namespace"),
    ],
)
def test_each_fault_of_a_formatted_text_is_seen(inner: str, wrong: str) -> None:
    """And no other than that."""
    assert faults(xhtml(inner)) == ({wrong} if wrong else set())


def test_a_field_with_an_event_is_active_too() -> None:
    """What stands on the element around the text counts, unless it is harmless."""
    assert faults(Fragment("a", (("onload", "b"),))) == {"active"}
    assert (
        faults(Fragment("a", (("{http://www.w3.org/2001/XMLSchema-instance}type", "b"),))) == set()
    )


@pytest.mark.parametrize(
    "written, one",
    [
        (xhtml("<p>a</p>"), True),
        (Fragment(f"\n  {xhtml('a').xml}\n"), True),
        (Fragment(f"a{xhtml('b').xml}"), False),
        (Fragment(f"{xhtml('b').xml}a"), False),
        (Fragment(xhtml("a").xml * 2), False),
        (Fragment('<p xmlns="http://www.w3.org/1999/xhtml">a</p>'), False),
        (Fragment('<h:div xmlns:h="http://www.w3.org/1999/xhtml">a</h:div>'), False),
        (Fragment("<div>a</div>"), False),
    ],
)
def test_a_text_is_enclosed_or_not(written: Fragment, one: bool) -> None:
    """One div with the default namespace holds all of it."""
    assert enclosed(written) is one


def test_which_texts_older_receivers_show() -> None:
    """Lists and headers of tables are newer; a faulty text is told of as such only."""
    assert portable(xhtml("<h3>a</h3><table><tr><td>b</td></tr></table><p><em>c</em></p>"))
    assert not portable(xhtml("<ul><li>a</li></ul>"))
    assert not portable(xhtml(f"<table>{ROWS}</table>"))
    assert not portable(xhtml("<h4>a</h4>"))
    assert portable(xhtml("<ul><li><script>a</script></li></ul>"))


@pytest.mark.parametrize(
    "written, blank",
    [
        (None, True),
        ("", True),
        (" \t", True),
        ("a", False),
        (Fragment(" "), True),
        (xhtml("<p> </p><br></br>"), True),
        (xhtml("<p>a</p>"), False),
        (Fragment("&lt;"), False),
    ],
)
def test_tags_alone_are_no_text(written: Fragment | str | None, blank: bool) -> None:
    """There is something to read, or there is not."""
    assert blank_text(written) is blank


@pytest.mark.parametrize(
    "written, tags",
    [
        (None, False),
        ("BT <120 og >60", False),
        ("a <b", False),
        ("<5 ml>", False),
        ("en<br>to", True),
        ("en<br />to", True),
        ("</P>", True),
        ("<td class='a'>", True),
        (Fragment("&lt;p&gt;a"), True),
        (Fragment("a &lt; b"), False),
        (xhtml("<p>a</p>"), False),
        (xhtml("<p>&lt;b&gt;a</p>"), True),
    ],
)
def test_tags_that_a_reader_would_see(written: Fragment | str | None, tags: bool) -> None:
    """Comparisons are no tags."""
    assert tags_as_text(written) is tags
