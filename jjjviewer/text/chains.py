"""The heaviest chain of pairs that rises on both sides."""

Pair = tuple[int, int, float]
"""Index on one side, index on the other, weight."""


def best_chain(pairs: list[Pair], size: int) -> list[Pair]:
    """Return the heaviest chain that rises on both sides; each index is taken once.

    Args:
        pairs: what may belong together.
        size: how many indexes there are on the second side.
    """
    # A tree of prefix maxima over the second side (Fenwick).
    tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    before: list[int] = [-1] * len(pairs)
    weight: list[float] = [0.0] * len(pairs)
    order = sorted(range(len(pairs)), key=lambda k: pairs[k][0])
    at = 0
    while at < len(order):
        end = at
        while end < len(order) and pairs[order[end]][0] == pairs[order[at]][0]:
            k = order[end]
            best = (0.0, -1)
            position = pairs[k][1]
            while position > 0:
                best = max(best, tree[position])
                position -= position & -position
            weight[k], before[k] = best[0] + pairs[k][2], best[1]
            end += 1
        for k in order[at:end]:
            position = pairs[k][1] + 1
            while position <= size:
                tree[position] = max(tree[position], (weight[k], k))
                position += position & -position
        at = end
    chain: list[Pair] = []
    k = max(range(len(pairs)), key=lambda each: weight[each], default=-1)
    while k >= 0:
        chain.append(pairs[k])
        k = before[k]
    return chain[::-1]
