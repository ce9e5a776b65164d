"""How a finding is explained: heat maps, and how they are shown."""
