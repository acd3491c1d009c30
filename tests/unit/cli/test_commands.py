"""`caremsg show`, `peek`, `messages` and `schema`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from caremsg import decode, samples
from caremsg.codec.xsd import schemas
from caremsg.declare import editions
from caremsg.render import to_data, to_text

from .conftest import BAD, GOOD, Run


@pytest.mark.parametrize("language", ["nb", "en"])
def test_show_is_the_rendered_text(language: str, inbox: Path, run: Run) -> None:
    """`show` prints what `to_text` gives, in both languages."""
    result = run("show", "--lang", language, inbox / "good.xml")
    wanted = to_text(decode(samples.data(GOOD)), language=language)
    assert result.stdout.splitlines() == wanted.splitlines()
    assert result.exit_code == 0


def test_show_as_json_is_the_data(run: Run) -> None:
    """`show --format json` prints what `to_data` gives; `-` is the standard input."""
    result = run("show", "--format", "json", "-", stdin=samples.data(GOOD))
    assert json.loads(result.stdout) == to_data(decode(samples.data(GOOD)))


@pytest.mark.parametrize(
    "sample, code, shown, told",
    [
        (BAD, 1, "Innleggelsesrapport", "SCH101"),
        ("damaged-truncated", 1, "", "XML001"),
        ("damaged-doctype", 1, "", "linje 2: XML002"),
    ],
)
def test_show_tells_errors_aside(sample: str, code: int, shown: str, told: str, run: Run) -> None:
    """A damaged message is shown as far as possible, its errors stand on standard error."""
    result = run("show", "-", stdin=samples.data(sample))
    assert result.exit_code == code
    assert result.stdout.startswith(shown)
    assert told in result.stderr
    assert told not in result.stdout


@pytest.mark.parametrize("name", ["missing.xml", "."])
def test_show_needs_a_file(name: str, tmp_path: Path, run: Run) -> None:
    """A missing file and a folder cannot be read."""
    result = run("show", tmp_path / name)
    assert result.exit_code == 3
    assert "kan ikke leses" in result.stderr


PEEK_KEYS = [
    "file",
    "type",
    "edition",
    "content",
    "root",
    "id",
    "generated",
    "sender",
    "receiver",
    "receipt",
]


def test_peek_tells_who_writes_to_whom(inbox: Path, run: Run) -> None:
    """The text has kind, edition, organisations and services with their identifiers."""
    text = run("peek", inbox / "good.xml").stdout
    for part in ("INNLEGGELSESRAPPORT", "PLO 1.6", "Tirilvik kommune (HER 9900100) > "):
        assert part in text


def test_peek_as_json_is_stable(inbox: Path, run: Run) -> None:
    """Each file is one object with the same keys, a receipt too."""
    lines = run("peek", "--format", "json", inbox).stdout.splitlines()
    records = {Path(json.loads(line)["file"]).name: json.loads(line) for line in lines}
    assert [list(record) for record in records.values()] == [PEEK_KEYS] * 3
    assert records["good.xml"]["sender"]["unit"]["ids"] == [{"type": "HER", "id": "9900101"}]
    assert records["receipt.xml"]["receipt"]["status"] == "1"
    assert records["receipt.xml"]["sender"]["name"] == "Fjellglimt sykehus"


def test_peek_shows_the_patient_on_request(inbox: Path, run: Run) -> None:
    """`--patient` adds name, date of birth and identifiers."""
    assert (
        "Alvhild Prøvestad (FNR 14854110463), born 1941-05-14"
        in run("peek", "--patient", inbox / "good.xml").stdout
    )
    receipt = run("peek", "--patient", "--format", "json", inbox / "receipt.xml").stdout
    assert json.loads(receipt)["patient"] is None


@pytest.mark.parametrize(
    "sample, code",
    [("damaged-truncated", 0), ("damaged-doctype", 1), ("damaged-unknown-root", 1), (BAD, 0)],
)
def test_peek_needs_only_the_head(sample: str, code: int, run: Run) -> None:
    """What follows the head is not judged; without a head the reason is told."""
    text = run("peek", "-", stdin=samples.data(sample))
    record = run("peek", "--format", "json", "-", stdin=samples.data(sample))
    assert text.exit_code == record.exit_code == code
    assert ("no header" in text.stderr) == bool(code)
    assert bool(json.loads(record.stdout).get("findings")) == bool(code)


def test_peek_goes_on_after_a_missing_file(inbox: Path, run: Run) -> None:
    """The others are shown, and the exit code says that one is missing."""
    result = run("peek", inbox / "missing.xml", inbox / "good.xml")
    assert result.exit_code == 3
    assert "INNLEGGELSESRAPPORT" in result.stdout
    assert "missing.xml: cannot be read" in result.stderr


def test_peek_leaves_out_a_person_alone(run: Run) -> None:
    """A health professional who sends a receipt alone is named without the identifier."""
    lone = (
        b"<HCProf><Type V='LE' DN='Lege'/><Name>Kari Test</Name><Id>1234567</Id>"
        b"<TypeId V='HPR' DN='HPR-nummer'/></HCProf>"
    )
    data = samples.data("apprec-ok-1.1")
    start, end = data.index(b"<Inst>"), data.index(b"</Inst>") + len(b"</Inst>")
    result = run("peek", "-", stdin=data[:start] + lone + data[end:])
    assert "sender       Kari Test\n" in result.stdout


def test_peek_of_an_incomplete_head(run: Run) -> None:
    """A sender that is missing is left out, the rest is shown."""
    data = samples.data(GOOD)
    start, end = data.index(b"<Sender>"), data.index(b"</Sender>") + len(b"</Sender>")
    record = json.loads(
        run("peek", "--format", "json", "-", stdin=data[:start] + data[end:]).stdout
    )
    assert record["sender"] is None
    assert record["receiver"]["name"] == "Fjellglimt sykehus"


def test_messages_lists_every_edition(run: Run) -> None:
    """Every edition that has a message is there, and drafts are marked."""
    text = run("messages").stdout
    headed = {line.partition(" (")[0]: line for line in text.splitlines() if line[0] != " "}
    assert headed.keys() == set(editions())
    drafts = {name for name, edition in editions().items() if edition.experimental}
    assert {name for name, line in headed.items() if "experimental" in line} == drafts


def test_messages_as_json(run: Run) -> None:
    """Each message of an edition is one object."""
    lines = run("messages", "--edition", "plo 1.5", "--format", "json").stdout.splitlines()
    records = [json.loads(line) for line in lines]
    assert {record["edition"] for record in records} == {"PLO 1.5"}
    assert "INNLEGGELSESRAPPORT" in [kind for record in records for kind in record["types"]]


@pytest.mark.parametrize(
    "args, row",
    [
        (["MedisinskDiagnose"], "hoveddiagnose         Hoveddiagnose        0..1    boolean"),
        (["--edition", "PLO 1.5", "medisinskdiagnose"], "Hoveddiagnose        1..1    boolean"),
        (["--edition", "AppRec 1.1", "MedisinskDiagnose"], "AppRec 1.1 has no"),
        (["MedisinskDiagnose"], "also in    PLO 1.5, PLO 2.0\n"),
        (["Pasientlogistikk"], "LOG_DOD LOG_UTSKREVET"),
        (["Sammenfatning"], "Sammenfatning, PLO 2.0 (experimental"),
        (["INNLEGGELSESRAPPORT"], "Innleggelsesrapport, PLO 1.6"),
        (["MsgInfo"], "always `v1.2 2006-05-24`"),
        (["MsgHead"], "1..* of 2  Document"),
        (["Content"], "any element"),
        (["Ident"], "http://www.kith.no/xmlstds/felleskomponent1"),
        (["CV"], "@V"),
        (["Fravar"], "perhaps MeldingFravar"),
        (["zzz"], "no message or part is called 'zzz'\n"),
    ],
)
def test_messages_shows_the_fields(args: list[str], row: str, run: Run) -> None:
    """A message or part, by its name or the code of its type, has its fields as a table."""
    result = run("messages", *args)
    assert row in result.stdout + result.stderr


def test_messages_fields_as_json(run: Run) -> None:
    """A field has the columns of the table as keys."""
    record = json.loads(run("messages", "MedisinskDiagnose", "--format", "json").stdout)
    assert record["edition"] == "PLO 1.6"
    assert record["fields"][2] == {
        "field": "diagnose_beskrivelse",
        "xml": "DiagnoseBeskrivelse",
        "number": "0..1",
        "holds": "string",
        "codes": "",
        "meaning": "The diagnosis in words.",
    }


def test_schema_writes_the_files(tmp_path: Path, run: Run) -> None:
    """The files in the folder are those of `schemas`, and their names are listed."""
    wanted = schemas(editions()["AppRec 1.1"])
    result = run("schema", "--edition", "apprec 1.1", "-o", tmp_path / "new" / "folder")
    written = {p.name: p.read_text("utf-8") for p in (tmp_path / "new" / "folder").iterdir()}
    assert written == wanted
    assert [Path(line).name for line in result.stdout.splitlines()] == list(wanted)


def test_schema_lists_without_a_folder(run: Run) -> None:
    """Nothing is written without `-o`."""
    record = json.loads(run("schema", "--edition", "PLO 1.6", "--format", "json").stdout)
    assert (record["edition"], record["folder"], record["start"]) == ("PLO 1.6", None, "all.xsd")
    assert record["files"] == run("schema", "--edition", "PLO 1.6").stdout.split()


@pytest.mark.parametrize(
    "args, told",
    [
        (["--edition", "PLO 1.7"], "PLO 1.5, PLO 1.6, PLO 2.0"),
        ([], "--edition"),
        (["--edition", "PLO 1.6", "-o", "good.xml/below"], "cannot write"),
    ],
)
def test_schema_usage(
    args: list[str], told: str, inbox: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unknown edition lists all there are; a folder that cannot be made is refused."""
    monkeypatch.chdir(inbox)
    result = run("schema", *args)
    assert result.exit_code == 2
    assert told in result.stderr
