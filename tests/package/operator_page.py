#!/usr/bin/env python3
"""Follows the manual's page for operators to the letter.

    tests/package/operator_page.py build/release/handbok

Every command of INS-010 is run by a shell, in the order of the page, on a handbook from `handbok
init` whose texts are approved. Folders of the machine lie below a temporary one; what only root on a
machine of one's own can do is played: apt-get does nothing, `systemctl start` runs what the unit runs,
with the values of the file that the page has made, and runuser runs the command. rsync is cp -a
where it is missing. What the page promises is then looked for.
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs/manual/documents/lathundar/INS-010"
DAY = 1_796_036_400  # 2026-11-30
STUBS = {
    "apt-get": "exit 0", "chown": "exit 0", "runuser": 'shift 3\nexec "$@"', "mail": "exit 0",
    "sendmail": "exit 0",
    "install": 'while [ $# -gt 0 ]; do case $1 in -d) shift ;; -o | -g | -m) shift 2 ;; '
               '*) mkdir -p "$1"; shift ;; esac; done',
    "handbok": 'case "$1" in publish) exec "$PROGRAM" "$@" --any-file-system ;; esac\n'
               'exec "$PROGRAM" "$@"',
    "systemctl": """
echo "$*" >> "$MACHINE/systemctl"
[ "$1" = start ] || exit 0
kind=$(echo "$2" | sed 's/@.*//') name=$(echo "$2" | sed 's/.*@//; s/[.]service//')
set -a; . "$MACHINE/etc/handbok/$name.sh"; set +a
unit="$PACKAGING/systemd/$kind@.service"
eval "$(sed -n 's|^ExecStart=/usr/bin/||p' "$unit")"
status=$?
grep -q "^SuccessExitStatus=$status$" "$unit" || exit $status
""",
}
RSYNC = 'shift\nmkdir -p "$2" && exec cp -a "$1." "$2"'  # rsync -aH A/ B/
JQ = ("exec python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[\"head\"])' \"$3\"")
MACHINE_PATHS = [("/usr/share/doc/handbok/examples", str(ROOT / "packaging")),
                 ("https://git.example/handbok.git", "@/remote")] + [
                     (path, "@" + path)
                     for path in ("/srv", "/etc/handbok", "/var/lib/handbok", "/tmp/bevis")]
CONF_PATHS = [("/srv/", "@/srv/"), ("/etc/handbok/", "@/etc/handbok/"), ("/var/lib/", "@/var/lib/"),
              ("/usr/sbin/", "@/bin/")]


class Machine:
    def __init__(self, program, folder):
        self.folder = folder
        self.bin = folder / "bin"
        self.bin.mkdir()
        for name, script in STUBS.items():
            self.program(name, script)
        if subprocess.run(["which", "rsync"], capture_output=True, check=False).returncode != 0:
            self.program("rsync", RSYNC)
        if subprocess.run(["which", "jq"], capture_output=True, check=False).returncode != 0:
            self.program("jq", JQ)
        (folder / "etc/handbok").mkdir(parents=True)
        (folder / "srv/kopia").mkdir(parents=True)
        self.environment = {
            "PATH": f"{self.bin}:{os.environ['PATH']}", "HOME": str(folder), "LC_ALL": "C.UTF-8",
            "PROGRAM": str(program), "MACHINE": str(folder), "PACKAGING": str(ROOT / "packaging"),
            "SOURCE_DATE_EPOCH": str(DAY)}

    def program(self, name, script):
        path = self.bin / name
        path.write_text("#!/bin/sh\n" + script + "\n", encoding="utf-8")
        path.chmod(0o755)

    def run(self, command):
        for path, here in MACHINE_PATHS:
            command = command.replace(path, here.replace("@", str(self.folder)))
        done = subprocess.run(["sh", "-c", command], cwd=self.folder, env=self.environment,
                              capture_output=True, text=True, check=False)
        # systemd reads the file without a shell: blanks in a value need no quotation marks there.
        for conf in (self.folder / "etc/handbok").glob("*.conf"):
            text = conf.read_text(encoding="utf-8")
            for path, here in CONF_PATHS:
                text = text.replace(path, here.replace("@", str(self.folder)))
            text = re.sub(r"^(\w+)=(.*)$", r"\1='\2'", text, flags=re.M)
            conf.with_suffix(".sh").write_text(text.replace(str(self.folder) * 2, str(self.folder)),
                                               encoding="utf-8")
        return done


def begin_handbook(machine):
    """What the coordinators have in git: a handbook from init, with its texts approved."""
    for command in (
            'handbok init remote --title "Handboken" --lang sv --quiet',
            "sed -i 's/^# checked_on = .*/checked_on = 2026-11-20/' remote/registers/sources.toml",
            *(f"handbok {act} {document} remote {words} --on 2026-11-21 --no-input --quiet"
              for document in ("RUT-001", "RUT-002", "PRO-001")
              for act, words in (("submit", "--role KSA"), ("approve", "--reviewed EC --approved VC"))),
            "git -C remote init -q -b main && git -C remote add . && git -C remote "
            "-c user.name=S -c user.email=s@handbok.example commit -q -m Start"):
        done = machine.run(command)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"


def commands_of_page():
    """The lines of each block of commands, of the revision with the highest number."""
    newest = max(PAGE.glob("[0-9]*.md"), key=lambda path: int(path.stem))
    text = newest.read_text(encoding="utf-8")
    for block in re.findall(r"^ *```sh\n(.*?)^ *```$", text, re.M | re.S):
        yield from (line.strip() for line in block.splitlines())


def is_doctor_content(output):
    """Nothing is wrong but the file system of a test machine."""
    wrong = [line for line in output.splitlines() if line.startswith("fel ")]
    return all("filsystem" in line for line in wrong) and "bra     handboken kontrollerades" in output


def main():
    program = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        machine = Machine(program, Path(folder))
        begin_handbook(machine)
        commands = list(commands_of_page())
        for command in commands:
            done = machine.run(command)
            is_look = " doctor --to" in command
            good = is_doctor_content(done.stdout) if is_look else done.returncode == 0
            if not good:
                print(f"{command}\nends with {done.returncode}\n{done.stdout}{done.stderr}")
                return 1
        site = machine.folder / "srv/handbok/exempel"
        promises = {
            "a site": site / "current/dokument/RUT-001/index.html",
            "metrics": machine.folder / "srv/handbok/metrics/exempel.prom",
            "a backup": machine.folder / "srv/kopia/exempel/ledger/000001.toml",
            "a witness": machine.folder / "srv/vittne",
            "what remembers letters": machine.folder / "var/lib/handbok/exempel-letters/since",
            "a site beside, on trial": machine.folder / "srv/handbok/prov/current/index.html",
        }
        missing = [name for name, path in promises.items() if not path.exists()]
        started = (machine.folder / "systemctl").read_text(encoding="utf-8")
        if missing or "enable --now handbok-publish@exempel.timer" not in started:
            print(f"the page promises {missing}\n{started}")
            return 1
        print(f"{len(commands)} commands of the page do what it says")
    return 0


if __name__ == "__main__":
    sys.exit(main())
