"""Fuzz the readers and the parser, guided by coverage: `make fuzz`, or `python tests/fuzz.py --seconds 600 pdf`.

It takes Atheris, which `make fuzz` installs.  What is found lies in tests/finds, one folder for each target, and is a
test from then on; what covers more code than the good papers do is kept in .fuzz for the next time.
"""

import importlib.util
import os
import random
import subprocess
import sys
from pathlib import Path

import click

ROOT = Path(__file__).parent.parent
# One input may take so many seconds and MB.
_BOUNDS = ["-timeout=20", "-rss_limit_mb=3000", "-max_len=60000"]


def run(name: str, seconds: int) -> int:
    """Fuzz one target in this process, which ends with it."""
    import atheris

    with atheris.instrument_imports(include=["ingest"]):
        from fuzzing import FINDS, IN_XML, TARGETS, bent, seeds
    finds, known = FINDS / name, ROOT / ".fuzz" / name
    for folder in (finds, known):
        folder.mkdir(parents=True, exist_ok=True)
    for at, seed in enumerate(seeds(name)):
        (known / f"seed{at}").write_bytes(seed)
    # In CI the same inputs each time: a change is what makes it fail.  At length, others.
    same = ["-seed=1"] if os.environ.get("CI") else []
    bounds = [*_BOUNDS, *same, f"-max_total_time={seconds}", f"-artifact_prefix={finds}/", "-print_final_stats=1"]

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        # Bytes put anywhere into XML mostly make it no XML.
        choose = random.Random(seed)
        if choose.random() < 0.2:
            return bytes(atheris.Mutate(data, most))
        for _ in range(choose.choice([1, 1, 2, 5])):
            data = bent(data, choose)
        return data[:most]

    own = {"custom_mutator": mutate} if name in IN_XML else {}
    atheris.Setup([sys.argv[0], *bounds, str(known)], TARGETS[name], **own)
    atheris.Fuzz()
    return 0


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("names", metavar="[TARGET]...", nargs=-1)
@click.option("--seconds", default=60, show_default=True, help="How long for each target.")
@click.option("--alone", is_flag=True, hidden=True)
def main(names: tuple[str, ...], seconds: int, alone: bool) -> None:
    """Fuzz these targets, or all: text, pdf, html, xml, docx, odt, parser, format."""
    if importlib.util.find_spec("atheris") is None:
        message = "Atheris is not installed: use `make fuzz`."
        raise click.UsageError(message)
    if alone:
        sys.exit(run(names[0], seconds))
    bad = []
    for name in names or ("text", "pdf", "html", "xml", "docx", "odt", "parser", "format"):
        click.echo(f"== {name}")
        command = [sys.executable, __file__, "--alone", "--seconds", str(seconds), name]
        bad += [name] if subprocess.run(command, check=False).returncode else []
    click.echo(f"found something in: {', '.join(bad)}; see tests/finds" if bad else "nothing found")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
