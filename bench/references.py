"""How fast citations are found: `python -m bench.references`.

Running text: made-up sentences in the manner of papers, a citation about every thousand characters.  Hostile text:
5 MB of what could make a pattern try and try again, then 10 MB of it; linear means about twice the time.
"""

import random
import time

from ingest.references import find

_SENTENCES = (
    "Het kabinet hecht eraan dat de uitvoering hiervan zorgvuldig verloopt en dat de Kamer tijdig wordt geïnformeerd. ",
    "In de afgelopen drie jaar is het aantal meldingen gestegen van 1.240 naar 2.310, een toename van 86 procent. ",
    "De minister van Financiën heeft de Tweede Kamer op 12 maart 2024 over de stand van zaken bericht. ",
    "Daarbij zijn gemeenten, provincies en uitvoeringsorganisaties betrokken, zoals eerder is toegezegd. ",
    "Deze vragen raken aan het bredere vraagstuk van de beschikbaarheid van betaalbare woningen in de regio. ",
    "Voor 2025 is € 12,5 miljoen beschikbaar, oplopend tot € 30 miljoen structureel vanaf 2027. ",
    "De Europese Commissie werkt aan een voorstel, waarover het kabinet zijn standpunt nog moet bepalen. ",
    "Het rapport «Zicht op de keten» laat zien dat er knelpunten zijn bij het toezicht en de handhaving. ",
    "Uit het onderzoek volgt dat één op de vijf ondernemers verwacht te moeten investeren in weerbaarheid. ",
    "Kan de regering toelichten hoe zij dit besluit heeft gewogen tegen de verordening en de richtlijnen terzake? ",
)
_CITATIONS = (
    "Zie Kamerstuk 29 826, nr. {0}. ",
    "Dit staat in Kamerstukken II 2021/22, 35 925 XVII, nr. {0}, p. 12. ",
    "Zie ook het antwoord op vraag 3 en de vragen 4 en 5. ",
    "Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. {0}, gaat daarop in. ",
    "Zie https://www.example.nl/onderzoek/{0}-rapport.html voor de cijfers. ",
    "Verordening (EU) 2019/{0} is van toepassing (Stb. 2020, {0}). ",
    "De vragen (2024Z1{0:04d}) zijn beantwoord; zie ECLI:NL:HR:2019:{0}. ",
)
_HOSTILE = {
    "digits": "1234567890",
    "commas": ",",
    "nr.": "nr. ",
    "Kamerstuk nr.": "Kamerstuk nr. ",
    "nested brackets": "([(",
    "closing brackets": "https://a.nl/)",
    "spaced dossiers": "29 826 ",
    "dossiers with commas": "29 826, ",
    "numbered list": "29 826, nr. 1, 2, 3 en 4, ",
    "list without end": "1, 2 en ",
    "kamerstuk broken": "K a m e r s t u ",
    "chapters": "35 925 XVII, ",
    "years": "2021/22, ",
    "sessions": "Kamerstukken II 2021/22, ",
    "spaces": "Kamerstuk          ",
    "http": "http://",
    "questions": "vraag 1, 2 en 3 en vraag ",
    "acts": "Verordening 2019/1, 2019/2 en ",
    "ECLI": "ECLI:NL:",
}
_MEGABYTE = 1_000_000


def running_text(size: int) -> str:
    """Text of about `size` characters, always the same."""
    choose = random.Random(1815)
    parts: list[str] = []
    length = since = 0
    while length < size:
        parts.append(choose.choice(_SENTENCES))
        since += len(parts[-1])
        if since > 1000:
            parts.append(choose.choice(_CITATIONS).format(choose.randint(1, 999)))
            since = 0
        length += len(parts[-1])
    return "".join(parts)


def _seconds(text: str) -> tuple[float, int]:
    start = time.process_time()
    found = len(find(text))
    return time.process_time() - start, found


def main() -> None:
    text = running_text(10 * _MEGABYTE)
    seconds, found = _seconds(text)
    print(f"running text           {len(text) / seconds / _MEGABYTE:6.1f} MB/s   {found} citations")
    for name, piece in _HOSTILE.items():
        once = piece * (5 * _MEGABYTE // len(piece))
        first, _ = _seconds(once)
        second, _ = _seconds(once + once)
        speed = len(once) / first / _MEGABYTE
        print(f"{name:22} {speed:6.1f} MB/s   twice the text: {second / first:4.1f} times the time")


if __name__ == "__main__":
    main()
