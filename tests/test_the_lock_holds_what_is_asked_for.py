"""Both environments are installed from lock files: every package with one version and its hashes.
What `requirements.txt` asks for and what is installed must be the same.
"""

import re

import pytest

from tests.conftest import ROOT

FILES = ["requirements", "tests/requirements"]
PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[a-z,]+\])?==(\S+)")


def name(text):
    """Return a package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", text).lower()


def lines(file):
    return (ROOT / file).read_text(encoding="utf-8").splitlines()


def pins(file):
    """Return the versions by package that a file names itself."""
    found = (PIN.match(line) for line in lines(file))
    return {name(pin[1]): pin[2] for pin in found if pin}


def hashes(file):
    """Return how many hashes each package of a lock has."""
    counts, package = {}, ""
    for line in lines(file):
        if pin := PIN.match(line):
            package = name(pin[1])
            counts[package] = 0
        elif re.match(r"    --hash=sha256:[0-9a-f]{64}( \\)?$", line):
            counts[package] += 1
    return counts


@pytest.mark.parametrize("file", FILES)
def test_everything_asked_for_has_one_exact_version(file):
    asked = [
        line for line in lines(f"{file}.txt") if line.strip() and not line.startswith(("#", "-r "))
    ]
    assert asked
    assert not [line for line in asked if not re.fullmatch(PIN.pattern, line)]


@pytest.mark.parametrize("file", FILES)
def test_every_pin_stands_in_the_lock_with_the_same_version(file):
    locked = pins(f"{file}.lock")
    assert {package: locked.get(package) for package in pins(f"{file}.txt")} == pins(
        f"{file}.txt"
    ), "make lock writes the lock files anew"


def test_the_tests_run_on_what_the_dashboard_runs_on():
    """Raising a package below the tests alone would test another dashboard than is shown."""
    tests = pins("tests/requirements.lock")
    assert pins("requirements.lock").items() <= tests.items()


@pytest.mark.parametrize("file", FILES)
def test_every_locked_package_can_be_told_by_a_hash(file):
    counts = hashes(f"{file}.lock")
    assert len(counts) > len(pins(f"{file}.txt")), "what packages need themselves is locked as well"
    assert not [package for package, count in counts.items() if not count]


@pytest.mark.parametrize("file", FILES)
def test_a_lock_names_no_place_to_fetch_from(file):
    text = "\n".join(lines(f"{file}.lock"))
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host| @ ", text)
