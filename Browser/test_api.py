"""The description of the interface for programs, and whether the server is true to it."""

import subprocess
import sys
from pathlib import Path

import pytest

CONFIG = str(Path(__file__).parent / "schemathesis.toml")
CLI = [sys.executable, "-m", "schemathesis.cli", "--config-file", CONFIG, "run"]
BOUNDS = [
    "--max-examples", "12", "--seed", "1", "--generation-deterministic", "--no-shrink", "--phases",
    "examples,coverage,fuzzing", "--checks", "all",
    "--request-timeout", "20", "--warnings", "off", "--no-color", "--suppress-health-check", "all",
]
# One would use up a code, the other would end the session that asks.
NOT_CALLED = ["--exclude-path", "/api/v1/activate", "--exclude-path", "/api/v1/session"]


@pytest.mark.parametrize("role", ["teacher", "parent"])
def test_the_server_answers_as_it_describes(school, tmp_path, role):
    bearer = ["--header", f"Authorization: Bearer {school.token(role)}"]
    address = f"{school.url}/api/v1/openapi.json"
    run = subprocess.run(
        [*CLI, address, *BOUNDS, *NOT_CALLED, *bearer], cwd=tmp_path, capture_output=True, text=True, timeout=110)
    assert run.returncode == 0, run.stdout[:30000] + run.stderr[-2000:]
