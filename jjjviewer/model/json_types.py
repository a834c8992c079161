"""The types of JSON."""

from typing import Any

Json = dict[str, "Json"] | list["Json"] | str | float | bool | None
"""What was parsed, before it is looked at."""
JsonObject = dict[str, Any]
"""An object whose members are known, or are looked at one by one."""
