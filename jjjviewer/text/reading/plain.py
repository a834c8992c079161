"""Plain text and Markdown as paragraphs."""

import re
import statistics

from jjjviewer.text.tables import pattern

_END = re.compile(pattern("pages", "plain", "end"))
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")


def plain_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text: its lines, or its blocks where lines are cut at a width."""
    lines = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\x0c", "\n")
        .replace("\u2029", "\n")
        .split("\n")
    )
    paragraphs: list[str] = []
    for block in _blocks(lines):
        paragraphs += [joined(block)] if _is_wrapped(block) else block
    return [each for each in (" ".join(each.split()) for each in paragraphs) if each]


def _blocks(lines: list[str]) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in lines:
        if not line.strip():
            blocks.append([])
        else:
            blocks[-1].append(line)
    return [each for each in blocks if each]


def _is_wrapped(block: list[str]) -> bool:
    """Return whether the lines of a block are one paragraph, cut at about the same width."""
    if len(block) < 2:
        return False
    full = [len(line.rstrip()) for line in block[:-1]]
    width = max(full)
    unfinished = sum(not _END.search(line.rstrip()) for line in block[:-1])
    return (
        20 <= width <= 100
        and statistics.median(full) >= 0.8 * width
        and len(block[-1].rstrip()) <= width + 4
        and unfinished * 2 > len(full)
        and (width >= 45 or bool(re.search("[\u3400-\u9fff]", block[0])))
    )


_CHINESE = "\u3000-\u9fff\uff00-\uffef"
_JOINT = re.compile(f"[{_CHINESE}][{_CHINESE}0-9]$|[0-9%][{_CHINESE}]$|[A-Za-z]-[A-Z]$")
"""What goes on in the next line without a space: Chinese, and Beijing-Tianjin."""


def joined(lines: list[str], known: frozenset[str] = frozenset()) -> str:
    """Join the lines of a paragraph: no space between Chinese, no hyphens of the line's end.

    Args:
        lines: the lines.
        known: words of the text; two of them keep the hyphen between them: higher-level.
    """
    text = lines[0].strip()
    for line in lines[1:]:
        following = line.strip()
        if re.search(r"[a-z]-$", text) and re.match("[a-z]", following):
            parts = (text[:-1].rpartition(" ")[2], re.split("[^a-z]", following)[0])
            kept = all(re.split("[^a-z]", part.lower())[-1] in known for part in parts)
            text = (text if kept else text[:-1]) + following
        elif _JOINT.search(text[-2:] + following[:1]):
            text += following
        else:
            text = f"{text} {following}".strip()
    return text


def markdown_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a Markdown text, its marks taken out."""
    text = text.replace("\r\n", "\n").lstrip("\ufeff")
    text = re.sub(r"\A---\n.*?\n---\n", "", text, count=1, flags=re.DOTALL)
    text = re.sub(r"^(```|~~~).*?^\1[^\n]*$", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    paragraphs: list[list[str]] = [[]]
    for line in text.split("\n"):
        if not line.strip() or _RULE.match(line) or re.match(r"^\s*\|?[\s:|-]+\|[\s:|-]*$", line):
            paragraphs.append([])
        elif re.match(r"^\s*(?:#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|\||>\s*$)", line):
            # A heading or row of a table stands by itself, an item may go on.
            paragraphs += [[line], []] if re.match(r"^\s*(?:#|\|)", line) else [[line]]
        else:
            paragraphs[-1].append(line)
    plain = [_without_marks(joined(each)) for each in paragraphs if each]
    return [each for each in plain if each]


def _without_marks(text: str) -> str:
    text = re.sub(r"^\s*(?:#{1,6}\s+|>\s*|[-*+]\s+|\d{1,3}[.)]\s+)+", "", text)
    text = re.sub(r"!\[[^\]\n]*\]\([^)\n]*\)", "", text)
    text = re.sub(r"\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])", r"\1", text)
    text = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"(?<![\w*])([*_])(?=\S)([^*_]+)(?<=\S)\1(?![\w*])", r"\2", text)
    text = re.sub(r"`([^`]*)`", r"\1", text)
    text = re.sub(r"\[\^[^\]]*\]|</?[a-zA-Z][^>]*>|\\(?=[\W_])|\s#+$", "", text)
    cells = (
        [each.strip() for each in text.strip().strip("|").split("|")]
        if text.strip().startswith("|")
        else [text]
    )
    return " ".join(" ".join(cells).split())
