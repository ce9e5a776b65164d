"""Which folders lie on another machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.cases.mounts import network_file_system, type_of

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
proc /proc proc rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/local xfs rw 0 0
//server/share /mnt/my\\040share cifs rw 0 0
me@host:/ /home/local/there fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/", "ext4"),
        ("/var/lib", "ext4"),
        ("/homes", "ext4"),
        ("/home/me/cases", "nfs4"),
        ("/home/local/cases", "xfs"),
        ("/home/local/there/cases", "fuse.sshfs"),
        ("/mnt/my share/cases", "cifs"),
    ],
)
def test_the_deepest_mount_decides(place: str, kind: str) -> None:
    assert type_of(Path(place), MOUNTS) == kind


def test_a_later_mount_hides_an_earlier_one() -> None:
    assert type_of(Path("/home/me"), MOUNTS + "/dev/sdc1 /home ext4 rw 0 0\n") == "ext4"


def test_a_folder_that_is_not_there_yet_is_judged_by_what_it_will_lie_in(tmp_path: Path) -> None:
    assert network_file_system(tmp_path / "a" / "b") is None
