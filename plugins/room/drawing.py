"""Vega-Lite → SVG, by vl-convert: in a process of its own, whose memory is given back when it has drawn."""

import json
import subprocess
import sys
from collections.abc import Sequence
from functools import lru_cache

# A drawing takes a tenth of a second, starting the process half of one.
_LONGEST_SECONDS = 60
_PROGRAM = """
import json, sys, vl_convert
json.dump([vl_convert.vegalite_to_svg(spec, allowed_base_urls=[]) for spec in json.load(sys.stdin)], sys.stdout)
"""


def draw(specs: Sequence[object]) -> tuple[str, ...]:
    """Each chart as an SVG element; none where they cannot be drawn."""
    return _draw(json.dumps(specs)) if specs else ()


@lru_cache(maxsize=8)
def _draw(specs: str) -> tuple[str, ...]:
    command = [sys.executable, "-c", _PROGRAM]
    try:
        done = subprocess.run(
            command, input=specs, capture_output=True, text=True, timeout=_LONGEST_SECONDS, check=True, encoding="utf-8"
        )
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(json.loads(done.stdout))
