"""Changes to the samples of dialogs, for the tests of their rules."""

from caremsg.declare.edits import Edit, v

NATIONAL = "2.16.578.1.12.4.1.1."
ASK, ANSWER, FAULT = "dialog-foresporsel-1.0", "dialog-svar-1.0", "dialog-avvik-1.0"
NOTE, TALK, STATUS = "dialog-notat-1.0", "dialog-helsefaglig-1.1", "dialog-status-henvisning-1.1"
FILE, LETTER, TIME = "dialog-til-arkivering-1.1", "dialog-vedlegg-1.1", "dialog-time-1.1"
ROLE = "//RollerRelatertNotat[1]"
PERSON = f"{ROLE}/HealthcareProfessional"
FK1 = "http://www.kith.no/xmlstds/felleskomponent1"

CITIZEN = v("MsgInfo/Type", V="DIALOG_INNBYGGER_EKONTAKT")
TEST = v("MsgInfo/Type", V="DIALOG_INNBYGGER_TEST")
REGISTER = v("MsgInfo/Type", V="DIALOG_INNBYGGER_HREG_MELDE_FEIL")


def theme(system: int, code: str) -> Edit:
    return v("//TemaKodet", S=f"{NATIONAL}{system}", V=code)


def question(system: int, code: str) -> Edit:
    return v("//TypeForesp", S=f"{NATIONAL}{system}", V=code)


def mail(path: str) -> Edit:
    return v(f"{path}//TeleAddress", V="mailto:post@example.no")
