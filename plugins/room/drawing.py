"""Vega-Lite → SVG, by vl-convert: in a process of its own, whose memory is given back when it has drawn."""

import json
import subprocess
import sys
from collections.abc import Sequence

# A drawing takes a tenth of a second, starting the process half of one.
_LONGEST_SECONDS = 60
_PROGRAM = """
import json, sys, vl_convert
json.dump([vl_convert.vegalite_to_svg(spec, allowed_base_urls=[]) for spec in json.load(sys.stdin)], sys.stdout)
"""


def draw(specs: Sequence[object]) -> tuple[str, ...]:
    """Each chart as an SVG element; none where they cannot be drawn."""
    if not specs:
        return ()
    # -P: nothing of the folder that the server happens to stand in is imported.
    command, written = [sys.executable, "-P", "-c", _PROGRAM], json.dumps(specs)
    try:
        done = subprocess.run(
            command, input=written, capture_output=True, timeout=_LONGEST_SECONDS, check=True, text=True
        )
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(json.loads(done.stdout))
