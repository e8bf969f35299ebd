#!/usr/bin/env python3
"""Cuts the power of a file system while `handbok publish` writes to it, and fills it up.

    sudo tests/fault/power_cuts.py build/release/handbok [--file-system ext4] [--every 1]

Each trial mounts an image, kills a publication at one call that changes files, and copies the image as
it is: only what has reached the device. The copy is mounted, which replays its journal, as after a
power cut. Then readers must have the old or the new site whole, and the next run must succeed. Needs
root and loop devices; exit status 77 without them. What a device itself reorders is not seen.
"""
import argparse
import errno
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from faults import SKIPPED, Faults, can_trace, site_of

IMAGE_MEGABYTES = {"ext4": 160, "xfs": 320}  # mkfs.xfs makes none of less than 300
CHANGING = {"openat", "write", "fsync", "syncfs", "linkat", "symlinkat", "renameat", "mkdirat",
            "unlinkat", "fchmod", "fchmodat", "utimensat"}


def run(*command):
    subprocess.run([str(word) for word in command], check=True, capture_output=True)


def allocate(path, size):
    """Makes a file of that size, or as large as the file system lets one be."""
    with open(path, "wb") as file:
        while size > 0:
            try:
                os.posix_fallocate(file.fileno(), 0, size)
                return
            except OSError as error:
                if error.errno != errno.ENOSPC:
                    raise
                size -= 128 * 1024


class Mounted:
    def __init__(self, image, place):
        self.image, self.place = image, place

    def __enter__(self):
        self.place.mkdir(exist_ok=True)
        run("mount", "-o", "loop", self.image, self.place)
        return self.place / "site"

    def __exit__(self, *_):
        run("umount", self.place)


class PowerCuts(Faults):
    def make_image(self, file_system):
        self.image = self.folder / "image"
        with open(self.image, "wb") as image:
            image.truncate(IMAGE_MEGABYTES.get(file_system, 320) * 1024 * 1024)
        run("mkfs." + file_system, self.image)
        with Mounted(self.image, self.folder / "mnt") as site:
            self.expect_published(self.publish(self.old, site))

    def copy(self, image, name):
        copied = self.folder / name
        run("cp", "--sparse=always", image, copied)
        return copied

    def cut(self, what, injection):
        image = self.copy(self.image, "trial")
        with Mounted(image, self.folder / "mnt") as site:
            result = self.publish(self.new, site, "strace", "-o", "/dev/null", "-e",
                                  "inject=" + injection)
            after = self.copy(image, "after")
        with Mounted(after, self.folder / "mnt") as site:
            self.check(what, site, result)
        after.unlink()
        image.unlink()

    def cut_everywhere(self, every):
        before, after = self.calls()
        trials = [(f"{call} {number}", f"{call}:signal=KILL:when={number}")
                  for call in sorted(CHANGING)
                  for number in range(before[call] + 1, before[call] + after[call] + 1)]
        for trial in trials[::every]:
            self.cut(*trial)

    def fill(self, megabytes_left):
        image = self.copy(self.image, "trial")
        with Mounted(image, self.folder / "mnt") as site:
            free = shutil.disk_usage(site).free
            filler = site.parent / "filler"
            allocate(filler, free - int(megabytes_left * 1024 * 1024))
            result = self.publish(self.new, site)
            site_before = site_of(site)
            filler.unlink()
            wait_for_room(site, free // 2)
            if site_before not in (self.old_site, self.new_site):
                self.violate(f"{megabytes_left} MiB left", "readers do not get a whole site", result)
            self.check(f"{megabytes_left} MiB left", site, result)
        image.unlink()


def wait_for_room(folder, wanted):
    """XFS gives the room of a removed file back in the background."""
    os.sync()
    latest = time.monotonic() + 30
    while shutil.disk_usage(folder).free < wanted and time.monotonic() < latest:
        time.sleep(0.05)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("--file-system", default="ext4")
    parser.add_argument("--every", type=int, default=1, help="only every so many calls")
    options = parser.parse_args()
    if os.geteuid() != 0 or not can_trace() or not shutil.which("mkfs." + options.file_system):
        print("power_cuts: skipped, because it needs root, strace and mkfs." + options.file_system)
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="handbok-cuts-") as folder:
        cuts = PowerCuts(options.program.resolve(), Path(folder))
        cuts.prepare()
        cuts.make_image(options.file_system)
        cuts.cut_everywhere(options.every)
        print(f"{cuts.points} power cuts on {options.file_system}", flush=True)
        for megabytes_left in [0, 0.1, 1, 8, 32, 60, 63.5, 64, 64.5, 65, 66, 70]:
            cuts.fill(megabytes_left)
    print(f"{cuts.points} trials, {len(cuts.violations)} violations")
    return 1 if cuts.violations else 0


if __name__ == "__main__":
    sys.exit(main())
