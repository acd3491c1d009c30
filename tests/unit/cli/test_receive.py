"""`caremsg receive`."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from caremsg import samples
from caremsg.cli.app import commands
from caremsg.declare.edits import Attributes, Edit, Text
from caremsg.findings import KINDS
from caremsg.samples.edits import edited
from tests.conftest import Record, each_official

from .conftest import BAD, GOOD, RECEIPT, Run

KEYS = [
    *("file", "type", "edition", "decision", "acknowledge", "apprec_version", "apprec_status"),
    *("apprec_errors", "reason", "findings", "acknowledgements"),
]
MADE_KEYS = ["receiver", "role", "status", "errors", "id"]
FINDING_KEYS = [
    *("code", "severity", "path", "xpath", "line", "text", "source"),
    *("refusal", "must_refuse", "changed"),
]
REPORT = "utskrivningsrapport-1.6"
"""It has two receivers: HER 9900100 > 9900101, and for a copy HER 9900300 > 9900301."""
NAMES = ("Prøvestad", "Alvhild", "14854110463", "1941-05-14", "Blåklokkeveien")
"""Of the patient in the samples."""
AT = ("--at", "2026-10-20T08:00:00+02:00")


def ours(folder: Path, *ids: str, services: tuple[str, ...] = (), patients: str = "") -> Path:
    """A directory with one organisation for each identifier."""
    parts = [f"[[organisation]]\nids = ['{i}']\nservices = {list(services)}\n" for i in ids]
    path = folder / "ours.toml"
    path.write_text("".join(parts) + patients, encoding="utf-8")
    return path


def records(run: Run, *args: str | Path, stdin: bytes | None = None) -> list[dict[str, Any]]:
    """What the command says for programs."""
    result = run("receive", "--format", "json", *AT, *args, stdin=stdin)
    return [json.loads(line) for line in result.stdout.splitlines()]


def one(run: Run, data: bytes, *args: str | Path) -> dict[str, Any]:
    """What it says of a single message."""
    (record,) = records(run, "-", *args, stdin=data)
    return record


@pytest.mark.parametrize(
    "sample, kind, edition, decision, version, status, errors, reason",
    [
        (GOOD, "INNLEGGELSESRAPPORT", "PLO 1.6", "accept", "1.1", "1", [], "taken-in"),
        ("dialog-notat-1.0", "DIALOG_NOTAT", "Dialogmelding 1.0", "accept", "1.0", "1", [], None),
        (RECEIPT, "APPREC", "AppRec 1.1", "accept", None, None, [], None),
        ("damaged-apprec-1.1", "APPREC", "AppRec 1.1", "reject", None, None, [], None),
        (
            "damaged-truncated",
            "INNLEGGELSESRAPPORT",
            "PLO 1.6",
            "reject",
            "1.1",
            "2",
            ["T01"],
            "refused",
        ),
        ("damaged-doctype", "LOG_INNLAGT", "PLO 1.6", "reject", "1.1", "2", ["T99"], "refused"),
        ("damaged-logistikk-1.6", None, None, "reject", "1.1", "2", ["T02"], "refused"),
        (BAD, None, None, "reject", None, None, [], "too-little-of-the-head"),
        ("damaged-unknown-root", None, None, "reject", None, None, [], "no-message-head"),
    ],
)
def test_json_tells_the_decision(
    sample: str,
    kind: str | None,
    edition: str | None,
    decision: str,
    version: str | None,
    status: str | None,
    errors: list[str],
    reason: str | None,
    run: Run,
) -> None:
    """Every message is one object with the same keys, and null where there is no answer."""
    record = one(run, samples.data(sample))
    assert list(record) == KEYS
    assert record["file"] == "-"
    assert record["decision"] == decision
    assert record["apprec_version"] == version
    assert (record["apprec_status"], record["apprec_errors"]) == (status, errors)
    assert record["acknowledge"] == bool(record["acknowledgements"]) == (version is not None)
    assert record["reason"] == reason or reason is None
    assert all(list(finding) == FINDING_KEYS for finding in record["findings"])
    assert all(list(made) == MADE_KEYS for made in record["acknowledgements"])
    if kind or sample == "damaged-unknown-root":
        assert (record["type"], record["edition"]) == (kind, edition)


@pytest.mark.parametrize(
    "names, code",
    [
        (["good.xml"], 0),
        (["receipt.xml"], 0),
        (["good.xml", "good.xml"], 0),
        (["below/bad.XML"], 1),
        (["notes.txt"], 1),
        (["."], 1),
        (["missing.xml"], 3),
        (["below/bad.XML", "missing.xml", "below/bad.XML"], 3),
        (["good.xml", "--types", "LOG_INNLAGT"], 1),
        ([], 2),
        (["good.xml", "--types", " , "], 2),
        (["good.xml", "--directory", "missing.toml"], 2),
        (["good.xml", "--write", "good.xml"], 2),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_exit_code_tells_the_worst(
    names: list[str], code: int, form: str, inbox: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rejected message gives 1, a usage error 2, and what cannot be read 3."""
    monkeypatch.chdir(inbox)
    assert run("receive", "--format", form, *names).exit_code == code


def test_a_message_that_came_before_is_ignored(tmp_path: Path, run: Run) -> None:
    """The first is answered; the same again is not, nor another with its identifier."""
    changed = samples.data(GOOD).replace(b"46c438a6-a396", b"46C438A6-A396").replace(b"  ", b" ")
    for name, data in (("a", samples.data(GOOD)), ("b", samples.data(GOOD)), ("c", changed)):
        (tmp_path / f"{name}.xml").write_bytes(data)
    first, same, other = records(run, tmp_path)
    assert [r["decision"] for r in (first, same, other)] == ["accept", "ignore", "ignore"]
    assert same["reason"] == other["reason"] == "received-before"
    assert (same["acknowledge"], same["apprec_version"]) == (False, None)
    assert same["findings"] == []
    assert [finding["code"] for finding in other["findings"]] == ["FLO009"]


def test_without_identifier_nothing_came_before(run: Run, tmp_path: Path) -> None:
    """Messages without an identifier are not taken for each other; the same octets are."""
    data = edited(GOOD, [Text("//MsgInfo/MsgId", "")])
    (tmp_path / "a.xml").write_bytes(data)
    (tmp_path / "b.xml").write_bytes(data + b"\n")
    found = records(run, *(tmp_path / name for name in ("a.xml", "b.xml", "a.xml")))
    assert [one["decision"] for one in found] == ["reject", "reject", "ignore"]


def test_files_are_taken_in_the_order_given(inbox: Path, run: Run) -> None:
    """The order of the command line counts, not that of the names."""
    names = ["receipt.xml", "good.xml", "below/bad.XML"]
    found = records(run, *(inbox / name for name in names))
    assert [Path(record["file"]).name for record in found] == [Path(n).name for n in names]


@pytest.mark.parametrize(
    "ids, services, options, decision, errors",
    [
        (["HER:9900200"], ("HER:9900201",), [], "accept", []),
        (["HER:9900200"], (), [], "reject", ["E21"]),
        (["HER:9900200"], (), ["--accept-unknown-service"], "warn", []),
        (["HER:1"], (), [], "reject", []),
    ],
)
def test_the_directory_tells_who_is_ours(
    ids: list[str],
    services: tuple[str, ...],
    options: list[str],
    decision: str,
    errors: list[str],
    tmp_path: Path,
    run: Run,
) -> None:
    """An unknown service is refused, or let in with a warning; others are not answered."""
    path = ours(tmp_path, *ids, services=services)
    record = one(run, samples.data(GOOD), "--directory", path, *options)
    assert (record["decision"], record["apprec_errors"]) == (decision, errors)
    assert record["acknowledge"] == (ids != ["HER:1"])


@pytest.mark.parametrize("types, decision", [("A, INNLEGGELSESRAPPORT", "accept"), ("A", "reject")])
def test_only_some_types(types: str, decision: str, run: Run) -> None:
    """`--types` refuses all others."""
    record = one(run, samples.data(GOOD), "--types", types)
    assert record["decision"] == decision
    assert ("FLO013" in {f["code"] for f in record["findings"]}) == (decision == "reject")


def test_receivers_may_answer_differently(tmp_path: Path, run: Run) -> None:
    """Each has its own object; the status on top is that of the first, the errors are of all."""
    path = ours(tmp_path, "HER:9900100", "HER:9900300", services=("HER:9900101",))
    record = one(run, samples.data(REPORT), "--directory", path)
    main, copy = record["acknowledgements"]
    assert (main["receiver"], main["role"], main["status"]) == ("HER:9900101", "primary", "1")
    assert (copy["receiver"], copy["role"], copy["status"]) == ("HER:9900301, copy", "copy", "2")
    assert (main["errors"], copy["errors"]) == ([], ["E21"])
    assert (record["apprec_status"], record["apprec_errors"]) == ("1", ["E21"])
    assert main["id"] != copy["id"]


@pytest.mark.parametrize(
    "text, told",
    [
        ("ids = [", "not a TOML file"),
        ("", "no [[organisation]]"),
        ("[[organisation]]\nids = ['9900100']", "KIND:value"),
        ("[[organisation]]\nids = ['HER:1']\nidz = []", "unknown key 'idz'"),
    ],
)
def test_a_wrong_directory_is_a_usage_error(
    text: str, told: str, tmp_path: Path, inbox: Path, run: Run
) -> None:
    """The text says what is wrong with it, and which file it is."""
    path = tmp_path / "ours.toml"
    path.write_text(text, encoding="utf-8")
    result = run("receive", "--directory", path, inbox / "good.xml")
    assert result.exit_code == 2
    assert f"{path}: " in result.stderr
    assert told in result.stderr


@pytest.mark.parametrize(
    "lang, parts",
    [
        (
            "en",
            [
                "bad.XML: rejected (INNLEGGELSESRAPPORT, PLO 1.6)\n",
                "\n  reason           too little of the head can be read to answer\n",
                "\n  acknowledgement  none\n",
                "\n  FLO015 error: ",
                "good.xml: accepted (INNLEGGELSESRAPPORT, PLO 1.6)\n",
                "\n  acknowledgement  AppRec 1.1 by HER:9900201: status 1 (OK)\n",
                "cut.xml: rejected (LOG_INNLAGT, PLO 1.6)\n",
                "\n  acknowledgement  AppRec 1.1 by HER:9900101: status 2 (refused), T99\n",
                "\n  XML002 error, line 2: ",
                "notes.txt: rejected (unknown message)\n",
                "again.xml: ignored (INNLEGGELSESRAPPORT, PLO 1.6)\n",
                "\n6 messages: 2 accepted, 3 rejected, 1 ignored\n",
            ],
        ),
        (
            "nb",
            [
                "bad.XML: avvist (INNLEGGELSESRAPPORT, PLO 1.6)\n",
                "\n  grunn       for lite av hodet kan leses til å svare\n",
                "\n  kvittering  ingen\n",
                "\n  kvittering  AppRec 1.1 fra HER:9900201: status 1 (OK)\n",
                "\n  kvittering  AppRec 1.1 fra HER:9900101: status 2 (avvist), T99\n",
                "\n  XML002 feil, linje 2: ",
                "\n6 meldinger: 2 tatt inn, 3 avvist, 1 sett bort fra\n",
            ],
        ),
    ],
)
def test_text_is_a_block_for_each_message(
    lang: str, parts: list[str], inbox: Path, run: Run
) -> None:
    """What it is, the decision, why, the answer, what refuses it; and a summary."""
    (inbox / "cut.xml").write_bytes(samples.data("damaged-doctype"))
    (inbox / "good-again.xml").write_bytes(samples.data(GOOD))
    names = ["good.xml", "good-again.xml", "below/bad.XML", "receipt.xml", "cut.xml", "notes.txt"]
    text = run("receive", "--lang", lang, *(inbox / name for name in names)).stdout
    assert not [part for part in parts if part not in text]


def test_text_leaves_out_other_findings(run: Run) -> None:
    """Advice on the message itself is left to `check`."""
    data, early = samples.data("damaged-logistikk-1.6"), ("--at", "2026-10-01T08:00:00Z")
    found = {finding["code"] for finding in one(run, data, *early)["findings"]}
    text = run("receive", "-", *early, stdin=data).stdout
    assert {code for code in found if code in text} == found - {"ENV003"} != found


def test_only_unreadable_files(tmp_path: Path, run: Run) -> None:
    """They are told on standard error, and are no messages."""
    result = run("receive", "--lang", "nb", tmp_path / "a.xml")
    assert "a.xml: kan ikke leses: " in result.stderr
    assert result.stdout == "0 meldinger\n"
    assert run("receive", "--format", "json", tmp_path / "a.xml").stdout == ""


def test_norwegian_findings(run: Run) -> None:
    """The texts of the findings follow `--lang` in JSON too."""
    findings = [one(run, samples.data(GOOD), "--lang", x)["findings"] for x in ("en", "nb")]
    for english, norwegian in zip(*findings, strict=True):
        kind = KINDS[norwegian["code"]]
        assert (english["text"], norwegian["text"]) == (kind.en, kind.nb)


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_patient_is_not_shown(form: str, tmp_path: Path, run: Run) -> None:
    """Nothing of the patient leaves the command, be the message right or damaged."""
    for name in samples.names():
        (tmp_path / f"{name}.xml").write_bytes(samples.data(name))
    patients = "[[patient]]\nids = ['FNR:14854110463', 'LOK:1001']\n"
    path = ours(tmp_path, "HER:9900200", "HER:9900100", patients=patients)
    for options in ((), ("--directory", path, "--accept-unknown-service")):
        result = run("receive", "--format", form, *options, tmp_path)
        assert result.exit_code == 1
        assert not [name for name in NAMES if name in result.stdout + result.stderr]


@pytest.mark.parametrize("kind", ["FNR", "HER", "LOK", "x y"])
def test_a_receiver_with_the_number_of_a_person(kind: str, run: Run) -> None:
    """It is called by its role, whatever kind of number it is said to be."""
    path = "//OtherReceiver/Organisation/HealthcareProfessional/Ident"
    edits: list[Edit] = [
        Text(f"{path}/Id", "14854110463"),
        Attributes(f"{path}/TypeId", (("V", kind),)),
    ]
    data = edited(REPORT, edits)
    record = one(run, data)
    assert [made["receiver"] for made in record["acknowledgements"]] == ["HER:9900101", "copy"]
    text = run("receive", "-", stdin=data).stdout
    assert "AppRec 1.1 by a receiver of a copy: status" in text
    assert "14854110463" not in text + json.dumps(record)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("form, start", [("json", '{"file": '), ("text", "good.xml: accepted")])
def test_a_bar_does_not_swallow_the_results(
    form: str, start: str, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Results that go to a file get there while a person watches the bar on a terminal."""
    out, terminal = io.StringIO(), _Terminal()
    monkeypatch.chdir(inbox)
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    for name in ("TTY_INTERACTIVE", "TTY_COMPATIBLE", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    args = ["receive", "--format", form, "good.xml", "receipt.xml"]
    commands.main(args, standalone_mode=False)
    assert out.getvalue().startswith(start)
    assert "2/2" in terminal.getvalue()
    assert "good.xml" not in terminal.getvalue()


@each_official()
def test_official_files(record: Record, run: Run) -> None:
    """Each official file is one object, and what is rejected gives the exit code."""
    result = run("receive", "--format", "json", record["path"])
    found = json.loads(result.stdout)
    assert list(found) == KEYS
    assert result.exit_code == (found["decision"] == "reject")
