"""Pages as sites of several kinds make them around an article, with all that surrounds it."""

# ruff: noqa: E501
# Markup is not made shorter by breaking it, and its Chinese is Chinese.

from collections.abc import Callable
from html import escape

Maker = Callable[[str, list[str]], str]
_LINKS = ["Home", "News", "Business", "Sport", "Weather", "Newsletters", "Jobs", "Contact us"]
_OTHERS = [
    "Ferry company orders two ships that run on batteries",
    "Why the salt marshes are worth more than the fields behind them",
    "Council tax: what each town on the coast will ask for next year",
    "In pictures: the great storm tide, and what it left on the beaches",
    "“We were never asked”: fishers on the new quay and what it took from them",
]
_COOKIES = (
    "We and our partners store cookies on your device to measure how the site is used and to show "
    "advertising that suits you. You can change your choice at any time."
)


def _menu(tag: str = "nav") -> str:
    links = "".join(f'<li><a href="/{at}">{each}</a></li>' for at, each in enumerate(_LINKS))
    return f'<{tag} class="primary-menu"><ul>{links}</ul></{tag}>'


def _teasers(box: str) -> str:
    cards = "".join(
        f'<div class="card"><a href="/s/{at}"><h3>{each}</h3></a>'
        f"<p>What it means for the towns on the estuary, and what comes next. {at} hours ago</p></div>"
        for at, each in enumerate(_OTHERS)
    )
    return f'<div class="{box}"><h2>More on this</h2>{cards}</div>'


def _p(paragraphs: list[str], attributes: str = "") -> str:
    return "".join(f"<p{attributes}>{escape(each)}</p>\n" for each in paragraphs)


def blog(title: str, body: list[str]) -> str:
    """A blog with a sidebar, comments and buttons to share."""
    comments = "".join(
        f'<li class="comment"><div class="comment-body"><cite>Reader {at}</cite>'
        f"<p>I have lived here for {at + 20} years and never saw the like of it, and nobody asked us.</p></div></li>"
        for at in range(6)
    )
    return (
        f'<!DOCTYPE html><html><head><title>{title} – The Coast</title></head><body class="single">'
        f'<div id="page"><header id="masthead"><p class="site-description">News of the coast</p>{_menu()}'
        f'</header><main><article class="post hentry"><header class="entry-header"><h1>{title}</h1>'
        '<div class="entry-meta">Posted on <time>3 May 2024</time> by <a href="/a">A. Writer</a></div>'
        f'</header><div class="entry-content">{_p(body)}<div class="sharedaddy"><h3>Share this:</h3>'
        '<ul><li><a href="#">Twitter</a></li><li><a href="#">Facebook</a></li></ul></div></div></article>'
        f'<div id="comments" class="comments-area"><h2>6 thoughts</h2><ol>{comments}</ol></div></main>'
        f'<aside id="secondary">{_teasers("widget")}</aside><footer>© 2024 The Coast. All rights '
        "reserved.</footer></div></body></html>"
    )


def newspaper(title: str, body: list[str]) -> str:
    """A newspaper whose paragraphs are parted by advertising, captions and sign-up boxes."""
    parts: list[str] = []
    for at, each in enumerate(body):
        parts.append(f'<p class="dcr-1">{escape(each)}</p>')
        if at % 5 == 2:
            parts.append(
                '<div class="ad-slot" data-name="inline"><p>Advertisement</p></div><figure>'
                '<picture><img src="a.jpg" alt="A quay"></picture><figcaption>The quay in the '
                "evening, when the ferries are in. Photograph: A. N. Other</figcaption></figure>"
            )
        if at % 7 == 5:
            parts.append(
                '<aside class="newsletter-signup"><h2>Sign up to Morning Tide</h2><p>Our editors '
                "choose the stories of the day for you, delivered each morning.</p></aside>"
            )
    return (
        f'<html lang="en"><body><div class="cookie-banner" role="dialog"><p>{_COOKIES}</p>'
        f"<button>Accept</button></div><header>{_menu()}</header><main><article><h1>{title}</h1>"
        '<div class="standfirst"></div><address>A. Writer</address><div class="article-body">'
        f'{"".join(parts)}</div></article><section class="related">{_teasers("cards")}</section>'
        f"</main><footer>{_menu('div')}<p>© 2024 The Paper</p></footer></body></html>"
    )


def tables(title: str, body: list[str]) -> str:
    """An old page laid out in tables, its paragraphs parted by line breaks."""
    cells = "".join(
        f'<tr><td><a href="{at}.htm">{each}</a></td></tr>' for at, each in enumerate(_LINKS)
    )
    text = "<br>\n<br>\n".join(f"&nbsp;&nbsp;{escape(each)}" for each in body)
    return (
        f"<html><body bgcolor=white><table width=760><tr><td width=150 valign=top><table>{cells}"
        f'</table></td><td><font size=4><b>{title}</b></font><br><br><font face="Arial">{text}'
        "</font></td></tr><tr><td colspan=2><font size=1>Copyright 2003. Best seen at 800 by 600."
        "</font></td></tr></table></body></html>"
    )


def government(title: str, body: list[str]) -> str:
    """A government's site: skip link, breadcrumbs, metadata, feedback."""
    return (
        '<html class="govuk-template"><body><a href="#content" class="govuk-skip-link">Skip to main '
        f'content</a><div id="global-cookie-message"><h2>Cookies</h2><p>{_COOKIES}</p></div><header '
        f'role="banner">{_menu("div")}</header><div class="govuk-width-container"><div '
        'class="gem-c-breadcrumbs"><ol><li><a href="/">Home</a></li><li><a href="/c">Coast</a></li>'
        f'</ol></div><main id="content" role="main"><div class="grid-row"><h1 class="title">{title}'
        '</h1><dl class="metadata"><dt>From:</dt><dd><a href="/d">Department of the Coast</a></dd>'
        f'<dt>Published</dt><dd>3 May 2024</dd></dl><div class="govspeak">{_p(body)}</div></div>'
        '</main><div class="gem-c-feedback"><h3>Is this page useful?</h3><button>Yes</button></div>'
        "</div><footer><p>All content is available under the Open Licence, except where otherwise "
        "stated.</p></footer></body></html>"
    )


def builder(title: str, body: list[str]) -> str:
    """A page of a site builder: nothing but nested divisions and spans with chance names."""
    rows = "".join(
        f'<div id="comp-k{at}" class="_1Q9if"><div class="_2Hij5"><span style="font-size:16px">'
        f"<span>{escape(each)}</span></span></div></div>"
        for at, each in enumerate(body)
    )
    links = "".join(f'<div class="_3bLYT"><a href="/{each}">{each}</a></div>' for each in _LINKS)
    return (
        f'<html><body><div id="SITE_CONTAINER"><div id="SITE_HEADER">{links}</div><div '
        f'id="PAGES_CONTAINER"><div class="_a"><h1><span>{title}</span></h1>{rows}</div></div><div '
        'id="SITE_FOOTER"><div><span>©2024 by The Coast. Proudly made with a builder</span></div>'
        "</div></div></body></html>"
    )


def magazine(title: str, body: list[str]) -> str:
    """A magazine: links within the text, an author's note, a list of what to read next."""
    parts: list[str] = []
    for at, each in enumerate(body):
        middle = len(each) // 2
        before, link, behind = map(
            escape, (each[:middle], each[middle : middle + 4], each[middle + 4 :])
        )
        linked = f'{before}<a href="/x"><em>{link}</em></a>{behind}'
        parts.append(f"<p>{linked}</p>")
        if at % 6 == 4:
            parts.append(
                '<div class="related-inline"><a href="/r">Read more: ' + _OTHERS[2] + "</a></div>"
            )
    return (
        f'<html><body><div class="modal" style="display: none"><p>{_COOKIES}</p></div><div '
        f'class="topbar">{_menu("div")}</div><article itemscope><h1 itemprop="headline">{title}</h1>'
        f'<section itemprop="articleBody">{"".join(parts)}</section><footer class="author-bio"><p>'
        "A. Writer has written on the coast for this magazine since it was founded in the harbour."
        f"</p></footer></article>{_teasers('read-next')}</body></html>"
    )


def chinese_portal(title: str, body: list[str]) -> str:
    """A Chinese portal: lists of headlines on both sides, sharing and an editor's name."""
    heads = "".join(
        f'<li><a href="/{at}.html">{title}之{at}：各地抓紧推进重点工程</a></li>' for at in range(12)
    )
    return (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>'
        '<div class="header"><a href="/">首页</a>|<a href="/g">国内</a>|<a href="/j">财经</a></div>'
        f'<div class="location">当前位置：<a href="/">首页</a> &gt; <a href="/n">新闻</a> &gt; 正文</div>'
        f'<div class="main-left"><h1>{title}</h1><div class="info">2024年5月3日 10:21 来源：<a>海岸日报</a> '
        f'<span>字号：大 中 小</span></div><div id="detail">{_p([f"　　{each}" for each in body])}</div>'
        '<div class="editor">责任编辑：张某</div><div class="share-box">分享到：<a>微博</a><a>微信</a></div></div>'
        f'<div class="main-right"><h3>热点排行</h3><ul>{heads}</ul></div><div class="footer">版权所有 '
        "海岸日报社 未经授权不得转载</div></body></html>"
    )


def chinese_office(title: str, body: list[str]) -> str:
    """A page of a Chinese office, made from a Word file: spans and styles in each paragraph."""
    text = "".join(
        '<p style="text-indent:2em;margin:0cm" class="MsoNormal"><span style="font-family:仿宋">'
        f'{escape(each)}<span lang="EN-US"><o:p></o:p></span></span></p>'
        for each in body
    )
    return (
        '<html><body><div class="wrap"><div class="logo">海岸市人民政府</div><div class="menu"><a>机构</a>'
        f'<a>政务公开</a><a>办事服务</a></div><div class="con"><div class="tit">{title}</div><div '
        'class="xx">发布时间：2024-05-03　浏览次数：<script>document.write(12)</script>　【字体：大 中 小】'
        f'</div><div class="TRS_UEDITOR trs_paper_default">{text}</div><div class="xgwd"><h4>相关文档</h4>'
        '<ul><li><a>关于做好防汛工作的通知</a></li></ul></div></div><div class="bottom">主办：海岸市人民政府办公室 '
        "网站标识码：1234567890</div></div></body></html>"
    )


def reader(title: str, body: list[str]) -> str:
    """A page that a browser saved whole: scripts, styles, conditional comments, entities."""
    return (
        "<!DOCTYPE html>\n<!-- saved from url=(0023)https://news.example/a -->\n<html><head><style>"
        ".a{color:red}</style><script>var a = '<p>no text</p>';</script></head><body><!--[if IE]><p>"
        f"Your browser is old.</p><![endif]--><noscript><p>Please switch on scripts.</p></noscript>"
        f'<div id="app"><div data-component="nav">{_menu("div")}</div><div data-component="story"><h1>'
        f"{title}</h1>{_p(body, ' data-x=1')}</div><div data-component='recirc' class='recommended'>"
        f"{_teasers('x')}</div></div><script>window.state = {{}}</script></body></html>"
    )


def interview(title: str, body: list[str]) -> str:
    """An interview with a heading for each section, names in bold and a list in the middle."""
    text = "".join(
        (f"<h2>Part {at // 6 + 1}</h2>" if at % 6 == 0 else "")
        + (f"<ul><li>{escape(each)}</li></ul>" if at % 9 == 8 else f"<p>{escape(each)}</p>")
        for at, each in enumerate(body)
    )
    return (
        f"<html><body>{_menu()}<div class='container'><div class='row'><div class='col-md-8'><h1>{title}"
        f"</h1>{text}<div class='tags'><a>harbour</a> <a>estuary</a></div></div><div class='col-md-4'>"
        f"{_teasers('sidebar')}</div></div></div></body></html>"
    )


MAKERS: list[Maker] = [
    blog, newspaper, tables, government, builder, magazine, chinese_portal, chinese_office, reader,
    interview,
]  # fmt: skip
