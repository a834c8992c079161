"""Which places a map may leave out, and which it may not."""

from jjjviewer.charts.maps.network import network_of
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection


def test_only_places_of_few_links_may_be_left_out_for_lying_far_away(pack: Dataset) -> None:
    network = network_of(pack.view(Selection(())))
    total = sum(len(each.links) for each in network.link_groups)
    few = {id_ for id_, links in network.links_at.items() if 8 * len(links) <= total}
    many = network.links_at.keys() - few
    assert many
    assert few
    assert network.firm(()) == many


def test_what_is_selected_is_never_left_out_of_a_map(pack: Dataset) -> None:
    network = network_of(pack.view(Selection(())))
    assert "huailai" not in network.firm(())
    assert "huailai" in network.firm({"huailai"})
