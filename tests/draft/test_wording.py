"""What is proposed in words: a thing that can be measured, and what is said of its figure."""

import pytest

from jjjviewer.draft.from_article import ArticleFile, records_of
from jjjviewer.draft.gazetteer import Gazetteer
from jjjviewer.draft.measures import measures
from jjjviewer.draft.wording import summary


@pytest.mark.parametrize(
    ("sentence", "printed", "kind", "measure"),
    [
        (
            "The programme has cost 36.5 million euros so far.",
            "36.5 million euros",
            "money",
            "Programme cost",
        ),
        ("Phosphorus fell by 57% between 2010 and 2023.", "57%", "change", "Phosphorus"),
        ("The share of beds rated good rose from 38% to 57.5%.", "38%", "share", "Share of beds"),
        ("The new shed covers 85,000 square meters.", "85,000 square meters", "area", "New shed"),
        (
            "At least 9 million euros have been set aside for the harbour.",
            "9 million euros",
            "money",
            "Money set aside for the harbour",
        ),
        (
            "1.1 billion crowns is the estimate; who pays is open.",
            "1.1 billion crowns",
            "money",
            "Estimate",
        ),
        ("It has a £24.3m gap to fill.", "£24.3m", "money", "Money"),
        ("Garage rents will be lowered by 1.00%.", "1.00%", "change", "Garage rents"),
        ("About 3,200 homes are still without one.", "3,200 homes", "count", "Homes"),
        ("By 2023 we had replanted 412 hectares of reed.", "412 hectares", "area", "Reed area"),
        (
            "We spent 9 million euros on pumps and sluices.",
            "9 million euros",
            "money",
            "Pumps and sluices",
        ),
        ("A ticket costs 3 euros; the price was 2 euros.", "2 euros", "money", "Ticket price"),
        ("The goal is 97% clear samples by 2030.", "97%", "share", "Clear samples"),
        ("We have built 150 homes since May.", "150 homes", "count", "Homes built"),
        ("Another 150 homes will be built.", "150 homes", "count", "Homes built"),
        ("Crews have grown from 38 people to 64.", "38 people", "count", "Crews"),
        ("Waiting times shrank from 25 minutes to 11.", "25 minutes", "duration", "Waiting times"),
        ("The ferries saw passengers rise by nearly 12%.", "12%", "change", "Passengers"),
        ("On the ferries passengers rose by nearly 12%.", "12%", "change", "Passengers"),
        (
            "It carried 740,000 passengers, nearly 12% more than before.",
            "12%",
            "change",
            "Passengers",
        ),
        ("The ferries carried 12% more passengers.", "12%", "change", "Passengers"),
        ("From 2016 to 2022 swans declined from 140 to 96.", "140", "count", "Swans"),
        ("Each boat saves 40 tonnes of diesel a year.", "40 tonnes", "mass", "Diesel"),
        (
            "A new plant, which opened in 2018, cleans 6,000 tonnes.",
            "6,000 tonnes",
            "mass",
            "New plant",
        ),
        ("We carry half a million passengers.", "half a million passengers", "count", "Passengers"),
        ("Two thirds back it, while 21% reject it.", "21%", "share", "Reject it"),
        ("Two thirds of the 5,200 people back it.", "Two thirds", "share", "People"),
        ("One in five nursing posts is vacant.", "One in five", "share", "Nursing posts"),
        (
            "Ms Linde said the average wait had fallen from 214 days to 131.",
            "214 days",
            "duration",
            "Average wait",
        ),
        ("Trust between Korsby and Tarn had dropped to 81%.", "81%", "share", "Trust"),
        ("The ministry expects 85 million crowns.", "85 million crowns", "money", "Money"),
        (
            "She asked for two to three more ferries.",
            "two to three more ferries",
            "count",
            "Ferries",
        ),
        ("水利投资增长8.6%。", "8.6%", "change", "水利投资"),
        ("所以我们新建了46公里的滨河步道。", "46公里", "length", "滨河步道"),
        ("报告说,2023年,全省经济总量增长5.5%。", "5.5%", "change", "全省经济总量"),
        ("It lost £1.3 million in 2020.", "£1.3 million", "money", "Loss"),
        ("It made a profit of £26,000.", "£26,000", "money", "Profit"),
        ("预计总投资超过2.3亿元。", "2.3亿元", "money", "总投资"),
        ("客流量由2019年的5万人次增加到去年的7万人次。", "5万人次", "count", "客流量"),
        ("力争今年旅游收入突破3亿元。", "3亿元", "money", "旅游收入"),
    ],
)
def test_a_measure_is_the_thing_that_the_sentence_measures(
    sentence: str, printed: str, kind: str, measure: str
) -> None:
    start = sentence.index(printed)
    assert measures(sentence, start, start + len(printed), kind)[0] == measure


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("Today it is 61 km, and the rest is missing.", "61 km"),
        ("Two ferries run, about 60% of them by night.", "60%"),
    ],
)
def test_what_was_said_with_the_number_before_is_not_guessed_anew(
    sentence: str, printed: str
) -> None:
    start = sentence.index(printed)
    assert measures(sentence, start, start + len(printed), "length") == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The lake level fell by 1.4 meters in 2022.", "Lake level: down by 1.4 meters (in 2022)"),
        ("We spent at least 9 million euros on pumps.", "Pumps: at least 9 million euros"),
        ("By 2030 we want 600 hectares of reed.", "Reed area: 600 hectares (target, by 2030)"),
        (
            "Visits rose from 310 to nearly 420 between 2010 and 2020.",
            "Visits: 310 (2010); rising to nearly 420 (2020)",
        ),
        (
            "Trust dropped to 81% last year from 88.5% in 2020. We aim for 93% by 2027.",
            "Trust: falling to 81% (last year); 88.5% (in 2020); 93% (target, by 2027)",
        ),
        ("2023年水利投资增长近8.6%。", "水利投资: 上升近8.6%（2023年）"),
        ("到2030年，森林覆盖率将达到至少35%。", "森林覆盖率: 至少35%（目标，到2030年）"),
    ],
)
def test_a_proposed_statement_says_all_that_is_said_of_its_figures(
    sentence: str, words: str
) -> None:
    records = records_of(ArticleFile("text.txt", ["2 May 2024", sentence]), Gazetteer())
    figures = [each for each in records["figures"].values() if each["state"] == "open"]
    assert summary(figures, {}) == words
