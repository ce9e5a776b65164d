"""What goes wrong around the program: full disks, odd names, kills, bare systems."""
