"""What every store of records has in common: transactions, migrations, and failures in words.

The cases and what users learn lie in databases of their own, which are opened, brought up to date
and asked in the same way.
"""
