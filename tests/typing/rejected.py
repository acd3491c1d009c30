"""Lines that both type checkers must reject: each is marked."""

from caremsg import contents, decode, replace
from caremsg.messages.common import Ident
from caremsg.messages.datatypes import CS, CV
from caremsg.messages.editions import PLO_1_6
from caremsg.messages.msghead import ConversationRef, MsgHead
from caremsg.messages.plo.innleggelsesrapport import Innleggelsesrapport
from caremsg.messages.plo.parts import InfoKontrolltime, InformasjonOmForsendelsen, InformertOm

ConversationRef(ref_to_parent="a")  # reject: a field is missing
ConversationRef(ref_to_parent="a", ref_to_conversation="b", parent="c")  # reject: no such field
ConversationRef("a", "b")  # reject: fields are given by name
Ident(id=5, type_id=CV())  # reject: a number is no text
Ident(id="5", type_id=CS())  # reject: the wrong kind of code
InfoKontrolltime(innhold=CS())  # reject: not a branch of the choice
InformasjonOmForsendelsen(forsendelsesstatus=CS(), foresporsel=())  # reject: not a tuple
STATUS = InformasjonOmForsendelsen(forsendelsesstatus=CS())
Innleggelsesrapport(informasjon_om_forsendelsen=STATUS)  # reject: no edition


def frozen(head: MsgHead, informed: InformertOm) -> None:
    head.signature = None  # reject: read-only
    informed.pasient_informert = True  # reject: read-only
    contents(head)  # reject: which kind?
    decode(5)  # reject: not something to read from
    replace(5, id="x")  # reject: not an object of ours
    Innleggelsesrapport(
        edition=PLO_1_6,
        informasjon_om_forsendelsen=STATUS,
        parorende_foresatt=[],  # reject: a list is no tuple
    )
