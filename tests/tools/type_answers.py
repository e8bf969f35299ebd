#!/usr/bin/env python3
"""Runs a program in a terminal, types a file into it, and prints what the terminal shows.

    type_answers.py FILE PROGRAM [ARGUMENT …]

If FILE begins with '!', the rest of its first line is a command of the shell, which is run as soon as the
program has shown something: what somebody else does while it asks.

Ends with the program's status. Lines end with LF, whatever the terminal makes of them.
"""
import os
import pty
import subprocess
import sys


def main():
    answers = open(sys.argv[1], "rb").read()
    command = sys.argv[2:]
    process, terminal = pty.fork()
    if process == 0:
        os.execvp(command[0], command)
    shown = b""
    if answers.startswith(b"!"):
        meanwhile, answers = answers[1:].split(b"\n", 1)
        shown = os.read(terminal, 4096)
        subprocess.run(meanwhile, shell=True, check=True)
    os.write(terminal, answers)
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # the program has ended
            break
        if not part:
            break
        shown += part
    _, status = os.waitpid(process, 0)
    sys.stdout.write(shown.decode().replace("\r", ""))
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main())
