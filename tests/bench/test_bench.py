"""The arithmetic of the benchmark, with contenders that only turn a clock."""

import pytest
from bench.__main__ import main
from bench.messages import vary
from bench.stats import Row, Target, faster, figure, interleave, ratio, rows, table


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now

    def taking(self, *seconds):
        """A contender whose calls take so long, in turn; the last for ever."""
        left = list(seconds)

        def call():
            self.now += left.pop(0) if len(left) > 1 else left[0]

        return call


def test_a_ratio_is_the_median_of_the_rounds():
    samples = {"base": [1.0, 1.0, 10.0], "other": [2.0, 3.0, 80.0]}
    assert ratio(samples, "other", "base") == 3.0


def test_contenders_take_turns_and_the_first_call_is_not_counted():
    clock, told = Clock(), []
    contenders = {"base": clock.taking(9.0, 1.0), "other": clock.taking(9.0, 2.0)}
    samples = interleave(contenders, 3, clock=clock, tell=told.append)
    assert samples == {"base": [1.0] * 3, "other": [2.0] * 3}
    assert told == ["round 1/3", "round 2/3", "round 3/3"]


def test_short_calls_fill_their_slot():
    clock, calls = Clock(), []

    def call():
        calls.append(clock.now)
        clock.now += 0.001

    samples = interleave({"one": call}, 2, clock=clock, slot=0.01)
    assert len(calls) == 2 + 2 * (1 + 10)
    assert samples["one"] == pytest.approx([0.001, 0.001])


def test_rows_are_ratios_to_the_base():
    samples = {"base": [1.0], "fast": [2.0], "slow": [30.0]}
    base, fast, slow = rows("reading", samples, "base", {"fast": Target(2.4)})
    assert (base.value, fast.value, slow.value) == (1.0, 2.0, 30.0)
    assert (base.met, fast.met, slow.met) == (None, True, None)


def test_the_best_setting_of_a_peer_counts():
    samples = {"ours": [1.0], "a": [12.0], "b": [10.0]}
    target = Target(11, at_least=True)
    row = faster("reading", samples, "ours", ("a", "b", "c"), target, "it")
    assert (row.value, row.met) == (10.0, False)
    assert faster("reading", samples, "ours", ("c",), target, "it").value is None


def test_the_table_shows_target_and_whether_it_is_met():
    found = [
        Row("read", "ours", 2.0, target=Target(2.4)),
        Row("read", "theirs", 1234.5, note="all"),
        Row("keep", "ours", 31.0, "kB", Target(30)),
        Row("keep", "theirs", None, "kB", Target(9, at_least=True)),
    ]
    assert table(found).splitlines()[2:] == [
        "| read | ours | 2.00 × | ≤ 2.4 × | yes |",
        "|  | theirs (all) | 1,234 × |  |  |",
        "| keep | ours | 31.0 kB | ≤ 30 kB | **no** |",
        "|  | theirs | not installed | ≥ 9 kB | ? |",
    ]


def test_figures_keep_three_digits():
    assert [figure(v, "ms") for v in (1.234, 12.34, 123.4)] == ["1.23 ms", "12.3 ms", "123 ms"]


def test_varied_messages_differ_in_what_is_personal_only():
    data = (
        b'<a xmlns="http://x/2012-04-01"><Id>0099</Id><Born>1969-11-13</Born><Code V="1"/>'
        b'<FamilyName>Danser</FamilyName>\n<Note>a text</Note><Tel V="tel:12"/></a>'
    )
    assert vary(data, 3) == (
        b'<a xmlns="http://x/2012-04-01"><Id>0102</Id><Born>1969-01-04</Born><Code V="1"/>'
        b'<FamilyName>Danser 3</FamilyName>\n<Note>a text 3</Note><Tel V="tel:15"/></a>'
    )


def test_help_has_an_example(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "example:" in capsys.readouterr().out


def test_an_unknown_topic_is_refused(capsys):
    with pytest.raises(SystemExit):
        main(["nothing"])
    assert "nothing" in capsys.readouterr().err
