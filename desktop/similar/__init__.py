"""The part "Similar images" of the panel: labelled images that are most like the selected one."""
