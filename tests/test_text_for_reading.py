"""The stored text reads like the paper: nothing of what is left out of it stays behind, and no gap where it stood."""

import pytest
from pulled import read

_NOTES = "\n\n<sup>1</sup> De Gelderlander, 3 mei 2025.\n\n<sup>2</sup> Kamerstuk 30 821, nr. 244.\n"


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("_Kent u het bericht «Dijk zakt»?_", "Kent u het bericht «Dijk zakt»?"),
        ("Stond het in *de Gelderlander* of in _Trouw_?", "Stond het in de Gelderlander of in Trouw?"),
        ("Is ***alles* gedaan** wat _**kan**_?", "Is alles gedaan wat kan?"),
        ("*Wat kost het,\nen wie betaalt?*", "Wat kost het, en wie betaalt?"),
        # No italics: a star of a note, a bullet, a name of a file, an address, a line to fill in.
        ("Kost 3 * 4 * 5 meer?", "Kost 3 * 4 * 5 meer?"),
        ("Is het:\n\n* dit;\n* of dat?", "Is het:\n\n* dit;\n* of dat?"),
        ("Staat het in plan_van_aanpak_2.pdf?", "Staat het in plan_van_aanpak_2.pdf?"),
        ("Staat het op https://a.nl/_b_/c?", "Staat het op https://a.nl/_b_/c?"),
        ("Is het _____ of __dat__ niet?", "Is het _____ of dat niet?"),
        ("Is het _dit\n\nof dat_ geweest?", "Is het _dit\n\nof dat_ geweest?"),
        # Marks and the space beside them.
        ("Kent u «Dijk zakt»<sup>1</sup> ? En dit<sup>2</sup> bericht?", "Kent u «Dijk zakt»? En dit bericht?"),
        ("Kent u <sup>1</sup> dit en <sup>2</sup> dat?", "Kent u dit en dat?"),
        ("_De dijk zakt._<sup>_1_</sup> _Wie betaalt dat_ <sup>2</sup>_?_", "De dijk zakt. Wie betaalt dat?"),
    ],
)
def test_markdown_leaves_no_signs_and_no_gaps(written: str, stored: str) -> None:
    document = read(f"**Vraag 1**\n\n{written}\n\n**Antwoord 1**\n\nJa.{_NOTES}", markdown=True)
    assert document.questions[0].passage.text == stored


def test_a_sign_of_italics_is_markup_in_markdown_alone() -> None:
    document = read("Vraag 1\nKlopt _dit_?\nAntwoord 1\nJa.\n", markdown=False)
    assert document.questions[0].passage.text == "Klopt _dit_?"


def test_a_mark_alone_on_a_line_leaves_no_gap_before_the_stop() -> None:
    lines = "Vraag 1\nKent u het bericht «Dijk zakt»\n1\n?\nAntwoord 1\nJa.\n\n1 De Gelderlander, 3 mei 2025.\n"
    assert read(lines, markdown=False).questions[0].passage.text == "Kent u het bericht «Dijk zakt»?"


def test_an_address_goes_on_with_its_hyphen() -> None:
    lines = "Vraag 1\nStaat dit op https://www.voorbeeld.nl/dijk-bij-laagland-eerder\n-versterkt?\nAntwoord 1\nJa.\n"
    address = "https://www.voorbeeld.nl/dijk-bij-laagland-eerder-versterkt"
    document = read(lines, markdown=False)
    assert document.questions[0].passage.text == f"Staat dit op {address}?"
    assert [reference.text for reference in document.references] == [address]


def test_the_pages_of_an_old_annex_have_four_figures() -> None:
    foot = "Tweede Kamer, vergaderjaar 2003–2004, Aanhangsel\n\n2469\n\n"
    answer = f"De dijk is zeven\n\n{foot}meter hoog.\n\n{foot}Dat is hoog.\n"
    document = read(f"**1**\n\nHoe hoog is de dijk?\n\n**Antwoord**\n\n{answer}", markdown=True)
    texts = [each.passage.text for each in document.answers]
    assert texts == ["De dijk is zeven meter hoog.\n\nDat is hoog."]


def test_items_of_a_list_without_bullets_stand_on_lines_of_their_own() -> None:
    prose = (
        "De dijk is zeven meter hoog en wordt elk jaar\ndoor het waterschap nagemeten, op 3 mei jl.\nvoor het laatst.\n"
    )
    answer = f"{prose}Er volgen:\neen meting in juni;\neen raming."
    document = read(f"Vraag 1\nHoe hoog is de dijk?\nAntwoord 1\n{prose * 3}{answer}\n", markdown=False)
    told = document.answers[0].passage.text
    assert told.endswith("op 3 mei jl. voor het laatst.\nEr volgen:\neen meting in juni;\neen raming.")
