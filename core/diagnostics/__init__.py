"""What is kept on this computer about faults: a log, and reports of crashes. Nobody sends them.

What goes in has been through `core.logs`: kinds of errors and places in the code, no names.
Importing this costs a start nothing but the standard library.
"""
