#!/usr/bin/env python3
"""Runs a program in a terminal, types a file into it, and prints what the terminal shows.

    type_answers.py FILE PROGRAM [ARGUMENT …]

Ends with the program's status. Lines end with LF, whatever the terminal makes of them.
"""
import os
import pty
import sys


def main():
    answers = open(sys.argv[1], "rb").read()
    command = sys.argv[2:]
    process, terminal = pty.fork()
    if process == 0:
        os.execvp(command[0], command)
    os.write(terminal, answers)
    shown = b""
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
