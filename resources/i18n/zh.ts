<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>in place</source>
        <translation>已落实</translation>
    </message>
    <message>
        <source>{place} (or places in it)</source>
        <translation>{place}（含所属地点）</translation>
    </message>
    <message>
        <source>on {theme}, {clause}</source>
        <translation>{theme}：{clause}</translation>
    </message>
    <message>
        <source>those that concern {subject}</source>
        <translation>涉及{subject}的表述</translation>
    </message>
    <message>
        <source>province apart from its cities</source>
        <translation>省（不含各市）</translation>
    </message>
    <message>
        <source>{place} apart from its cities</source>
        <translation>{place}（不含各市）</translation>
    </message>
    <message>
        <source>{places} (or places in them)</source>
        <translation>{places}（含所属地点）</translation>
    </message>
    <message>
        <source>{places} or places in them</source>
        <translation>{places}及其所属地点</translation>
    </message>
    <message>
        <source>{places} or places in it</source>
        <translation>{places}及其所属地点</translation>
    </message>
    <message>
        <source>{total} links{on}{named}</source>
        <translation>{named}{on}{total}条联系</translation>
    </message>
    <message>
        <source> in which {who} name {places}</source>
        <translation>{who}提到{places}的</translation>
    </message>
    <message>
        <source> in which {who} names {places}</source>
        <translation>{who}提到{places}的</translation>
    </message>
    <message>
        <source>from {sources} to {goals}</source>
        <translation>由{sources}至{goals}</translation>
    </message>
    <message>
        <source>speakers from {regions}</source>
        <translation>{regions}发言者</translation>
    </message>
    <message>
        <source> that name {places}</source>
        <translation>提到{places}的</translation>
    </message>
    <message>
        <source> named by {who}</source>
        <translation>{who}提到的</translation>
    </message>
    <message>
        <source> on {themes}</source>
        <translation>关于{themes}的</translation>
    </message>
    <message>
        <source>{first} first, then by size</source>
        <translation>{first}在先，其余按大小排列</translation>
    </message>
    <message>
        <source>Statements by {what}, {how}</source>
        <translation>表述按{what}（{how}）</translation>
    </message>
    <message>
        <source>Enlarged: sides {factor} times as long</source>
        <translation>放大：边长为{factor}倍</translation>
    </message>
    <message>
        <source>the value before</source>
        <translation>此前的值</translation>
    </message>
    <message>
        <source>nearly the number</source>
        <translation>接近所示数字</translation>
    </message>
    <message>
        <source>no more than the number</source>
        <translation>不多于所示数字</translation>
    </message>
    <message>
        <source>more than the number</source>
        <translation>多于所示数字</translation>
    </message>
    <message>
        <source>by our calculation from figures of {speakers}</source>
        <translation>据{speakers}的数字推算</translation>
    </message>
    <message>
        <source>by our calculation</source>
        <translation>本图推算</translation>
    </message>
    <message>
        <source>{label} is {amount} per {item}</source>
        <translation>{label}：每个{item}{amount}</translation>
    </message>
    <message>
        <source>Per {item}, {calculated}: {sums}</source>
        <translation>每个{item}（{calculated}）：{sums}</translation>
    </message>
    <message>
        <source>{shown} of {count} figures</source>
        <translation>{count}个数字中的{shown}个</translation>
    </message>
    <message>
        <source>{figures} from {subject}</source>
        <translation>{subject}：{figures}</translation>
    </message>
    <message>
        <source>In this part of the map, place by place: {title}</source>
        <translation>图中此部分（逐地统计）：{title}</translation>
    </message>
    <message>
        <source>In this part of the map: {title}</source>
        <translation>图中此部分：{title}</translation>
    </message>
    <message>
        <source>one of them an earlier value</source>
        <translation>其中1个是较早的值</translation>
    </message>
    <message>
        <source>{count} of them earlier values</source>
        <translation>其中{count}个是较早的值</translation>
    </message>
    <message>
        <source>Unclear and not charted: {figures}.</source>
        <translation>不明确、未制图：{figures}。</translation>
    </message>
    <message>
        <source>Changes named</source>
        <translation>提到的变化</translation>
    </message>
    <message>
        <source>{areas}: all squares of a panel to one scale</source>
        <translation>{areas}；同栏方块按同一比例</translation>
    </message>
    <message>
        <source>{what}, {unit}, by the area of circles</source>
        <translation>{what}，单位：{unit}；圆的面积表示大小</translation>
    </message>
    <message>
        <source>{count} {links}</source>
        <translation>{links}的{count}条</translation>
    </message>
    <message>
        <source>Source: {citation}, {paragraphs}.</source>
        <translation>来源：{citation}，{paragraphs}。</translation>
    </message>
    <message>
        <source>Shown only: {what}</source>
        <translation>仅显示：{what}</translation>
    </message>
    <message>
        <source>Shown only: statements with a figure that is {what}</source>
        <translation>仅显示含有以下数字的表述：{what}</translation>
    </message>
    <message>
        <source>{names} gave none of these.</source>
        <translation>{names}没有提到。</translation>
    </message>
    <message>
        <source>None of these: {names}.</source>
        <translation>没有相关内容：{names}。</translation>
    </message>
    <message>
        <source>Reached or given as present</source>
        <translation>已实现或现有</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Under way or planned</source>
        <translation>进行中或计划</translation>
    </message>
    <message>
        <source>Whether reached is not said</source>
        <translation>是否实现未说明</translation>
    </message>
    <message>
        <source>Targets for {end}</source>
        <translation>{end}目标</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>no present figure was given</source>
        <translation>未给出现值</translation>
    </message>
    <message>
        <source>A line in place of a bar: too small for the scale.</source>
        <translation>以线代条：按比例过小。</translation>
    </message>
    <message>
        <source>{drawn} of {count} are drawn; all are in the table.</source>
        <translation>{count}项中画出{drawn}项，全部见表。</translation>
    </message>
    <message>
        <source>Indented rows are parts of the row above and add up to it: {sum}.</source>
        <translation>缩进各行是上一行的组成部分，其和与之相等：{sum}。</translation>
    </message>
    <message>
        <source>Indented rows are parts of the row above.</source>
        <translation>缩进各行是上一行的组成部分。</translation>
    </message>
    <message>
        <source>before</source>
        <translation>此前</translation>
    </message>
    <message>
        <source>no date given</source>
        <translation>未给出时间</translation>
    </message>
    <message>
        <source>{level} = 100</source>
        <translation>{level} = 100</translation>
    </message>
    <message>
        <source>the level before</source>
        <translation>此前水平</translation>
    </message>
    <message>
        <source>{unit}, the level before = 0</source>
        <translation>{unit}，此前水平 = 0</translation>
    </message>
    <message>
        <source>per cent of {whole}</source>
        <translation>占{whole}的百分比</translation>
    </message>
    <message>
        <source>per cent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>end of {year}</source>
        <translation>{year}年底</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>As a number with unit</source>
        <translation>带单位的数值</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Qualifier</source>
        <translation>限定</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Period start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Period end</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>明确程度</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>发言者</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>注</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>{names}: {amount} each</source>
        <translation>{names}：均为{amount}</translation>
    </message>
    <message>
        <source>{sentence}, say {speakers}</source>
        <translation>{speakers}：{sentence}</translation>
    </message>
    <message>
        <source>{what}: {amount} in {place}, the largest of the {count} places shown</source>
        <translation>{what}：{place}{amount}，在所示的{count}地中最大</translation>
    </message>
    <message>
        <source>{amount} in {place}</source>
        <translation>{place}{amount}</translation>
    </message>
    <message>
        <source>{region}’s {speaker}</source>
        <translation>{region}的{speaker}</translation>
    </message>
    <message>
        <source>{speaker} says {clause}</source>
        <translation>{speaker}：{clause}</translation>
    </message>
    <message>
        <source>{sentence}, says {speaker}</source>
        <translation>{speaker}：{sentence}</translation>
    </message>
    <message>
        <source>{label} rose from {low} to {high}</source>
        <translation>{label}由{low}升至{high}</translation>
    </message>
    <message>
        <source>{label} fell from {high} to {low}</source>
        <translation>{label}由{high}降至{low}</translation>
    </message>
    <message>
        <source>{label} stayed at {amount}</source>
        <translation>{label}保持在{amount}</translation>
    </message>
    <message>
        <source>{what} in {place}</source>
        <translation>{place}{what}</translation>
    </message>
    <message>
        <source>a target of {amount}</source>
        <translation>目标{amount}</translation>
    </message>
    <message>
        <source>a planned {amount}</source>
        <translation>计划{amount}</translation>
    </message>
    <message>
        <source>{label}: {amount} per {item}</source>
        <translation>{label}：每个{item}{amount}</translation>
    </message>
    <message>
        <source>{unit} per {item}, derived: the sum divided by the number of {items} named with it, to three digits</source>
        <translation>每个{item}的金额，单位：{unit}；由所给总额除以{items}数推算，取三位有效数字</translation>
    </message>
    <message>
        <source>{what} ({details})</source>
        <translation>{what}（{details}）</translation>
    </message>
    <message>
        <source>The bases differ, so this is not a ranking: {bases}.</source>
        <translation>基数不同，不作排名：{bases}。</translation>
    </message>
    <message>
        <source>Per item, derived</source>
        <translation>每项（推算）</translation>
    </message>
    <message>
        <source>Derived from</source>
        <translation>推算自</translation>
    </message>
    <message>
        <source>about {amount}</source>
        <translation>约{amount}</translation>
    </message>
    <message>
        <source>perhaps part of it</source>
        <translation>或为其中一部分</translation>
    </message>
    <message>
        <source>{share} of the {total} aimed at</source>
        <translation>占目标{total}的{share}</translation>
    </message>
    <message>
        <source>{share} of the {total}</source>
        <translation>占{total}的{share}</translation>
    </message>
    <message>
        <source>{share} of the {whole}</source>
        <translation>占{whole}的{share}</translation>
    </message>
    <message>
        <source>under 1%</source>
        <translation>不到1%</translation>
    </message>
    <message>
        <source>about {share}</source>
        <translation>约{share}</translation>
    </message>
    <message>
        <source>{what} named by {who}</source>
        <translation>{who}提到的{what}</translation>
    </message>
    <message>
        <source>{what} named in the interview</source>
        <translation>访谈中提到的{what}</translation>
    </message>
    <message>
        <source>{what} named in the text</source>
        <translation>文中提到的{what}</translation>
    </message>
    <message>
        <source>the end of {year}</source>
        <translation>{year}年底</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day}起</translation>
    </message>
    <message>
        <source>up to {day}</source>
        <translation>截至{day}</translation>
    </message>
    <message>
        <source>from {value}</source>
        <translation>不低于{value}</translation>
    </message>
    <message>
        <source>up to {value}</source>
        <translation>不高于{value}</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>确数</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>超过</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>nearly</source>
        <translation>近</translation>
    </message>
    <message>
        <source>about</source>
        <translation>约</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>不到</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>明确</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>推断</translation>
    </message>
    <message>
        <source>ambiguous</source>
        <translation>有歧义</translation>
    </message>
    <message>
        <source>garbled</source>
        <translation>有误</translation>
    </message>
    <message>
        <source>achieved</source>
        <translation>已实现</translation>
    </message>
    <message>
        <source>under construction</source>
        <translation>建设中</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>no status given</source>
        <translation>未标注状态</translation>
    </message>
    <message>
        <source>No theme given</source>
        <translation>未标注主题</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>立场</translation>
    </message>
    <message>
        <source>{status}, unclear in the text</source>
        <translation>{status}，原文不明确</translation>
    </message>
    <message>
        <source>unclear in the text</source>
        <translation>原文不明确</translation>
    </message>
    <message>
        <source>{what}: {amount}</source>
        <translation>{what}：{amount}</translation>
    </message>
    <message>
        <source>of {whole}</source>
        <translation>占{whole}</translation>
    </message>
    <message>
        <source>printed “{printed}”</source>
        <translation>原文印作“{printed}”</translation>
    </message>
    <message>
        <source>Inferred, not said outright.</source>
        <translation>推断所得，并未明说。</translation>
    </message>
    <message>
        <source>Ambiguous in the text.</source>
        <translation>原文有歧义。</translation>
    </message>
    <message>
        <source>Garbled in the text.</source>
        <translation>原文有误。</translation>
    </message>
    <message>
        <source>To be checked: {doubt}</source>
        <translation>待核实：{doubt}</translation>
    </message>
    <message>
        <source>{count} links chosen</source>
        <translation>所选{count}条联系</translation>
    </message>
    <message>
        <source>{count} figures chosen</source>
        <translation>所选{count}个数字</translation>
    </message>
    <message>
        <source>{first} and {count} more</source>
        <translation>{first}等另{count}项</translation>
    </message>
    <message>
        <source>{part} is part of {whole}</source>
        <translation>{part}是{whole}的一部分</translation>
    </message>
    <message>
        <source>those that name {subject}</source>
        <translation>提到{subject}的表述</translation>
    </message>
    <message>
        <source>paragraphs that name {subject}</source>
        <translation>提到{subject}的段落</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names}和{last}</translation>
    </message>
    <message>
        <source>{head}, continued</source>
        <translation>{head}（续）</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Of {whole}</source>
        <translation>占{whole}</translation>
    </message>
    <message>
        <source>Of all</source>
        <translation>占全部</translation>
    </message>
    <message>
        <source>the rest: {share}</source>
        <translation>其余：{share}</translation>
    </message>
    <message>
        <source>less since then</source>
        <translation>此后减少</translation>
    </message>
    <message>
        <source>more since then</source>
        <translation>此后增加</translation>
    </message>
    <message>
        <source>{count} others</source>
        <translation>另{count}处</translation>
    </message>
    <message>
        <source>{count} others: {names}.</source>
        <translation>另{count}处：{names}。</translation>
    </message>
    <message>
        <source>Links among them: {count}.</source>
        <translation>它们之间的联系：{count}条。</translation>
    </message>
    <message>
        <source>Links that name it at all, of {total}</source>
        <translation>共{total}条联系中提到它的</translation>
    </message>
    <message>
        <source>To one scale</source>
        <translation>按同一比例</translation>
    </message>
    <message>
        <source>Q{number}</source>
        <translation>{number}季度</translation>
    </message>
    <message>
        <source>interview, {day}</source>
        <translation>采访，{day}</translation>
    </message>
    <message>
        <source>published {day}</source>
        <translation>{day}发表</translation>
    </message>
    <message>
        <source>A link that names more than two places counts for each pair, so pairs do not add up to {total}.</source>
        <translation>一条联系若提到两个以上地点，则每一对都计入，故各对之和不等于{total}。</translation>
    </message>
    <message>
        <source>Links within {place}: {count}.</source>
        <translation>{place}内部的联系：{count}条。</translation>
    </message>
    <message>
        <source>Links that name fewer than two places: {count}.</source>
        <translation>提到不足两个地点的联系：{count}条。</translation>
    </message>
    <message>
        <source>Links between places</source>
        <translation>地点之间的联系</translation>
    </message>
    <message>
        <source>Links between regions and cities (with their districts and sites)</source>
        <translation>地区与城市（含所属区县和地点）之间的联系</translation>
    </message>
    <message>
        <source>{what}, {status}</source>
        <translation>{what}，{status}</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Other place</source>
        <translation>另一地点</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>不明确</translation>
    </message>
    <message>
        <source>{names} or {last}</source>
        <translation>{names}或{last}</translation>
    </message>
    <message>
        <source>No link joins places in this part of the map</source>
        <translation>地图的这一部分没有联系</translation>
    </message>
    <message>
        <source>both</source>
        <translation>全部两</translation>
    </message>
    <message>
        <source>all {total}</source>
        <translation>全部{total}</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{total}条中{count}条</translation>
    </message>
    <message>
        <source>none</source>
        <translation>零</translation>
    </message>
    <message>
        <source>links {whose}</source>
        <translation>{whose}的联系</translation>
    </message>
    <message>
        <source>links named {whose}</source>
        <translation>{whose}提到的联系</translation>
    </message>
    <message>
        <source>on {theme}</source>
        <translation>关于{theme}</translation>
    </message>
    <message>
        <source>that name {place}</source>
        <translation>提到{place}</translation>
    </message>
    <message>
        <source>by {speaker}</source>
        <translation>{speaker}</translation>
    </message>
    <message>
        <source>{total} links shown</source>
        <translation>所示的{total}条联系</translation>
    </message>
    <message>
        <source>{total} links named</source>
        <translation>提到的{total}条联系</translation>
    </message>
    <message>
        <source>{place} as a whole</source>
        <translation>{place}（整体）</translation>
    </message>
    <message>
        <source>{count} of {total} links</source>
        <translation>{total}条联系中{count}条</translation>
    </message>
    <message>
        <source>{count} of 1 link</source>
        <translation>1条联系中{count}条</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>等另{count}条</translation>
    </message>
    <message>
        <source>{name} (links: {count})</source>
        <translation>{name}（联系{count}条）</translation>
    </message>
    <message>
        <source>{count} km</source>
        <translation>{count}公里</translation>
    </message>
    <message>
        <source>Map: schematic.</source>
        <translation>地图为示意图。</translation>
    </message>
    <message>
        <source>Map: schematic, boundaries are not authoritative; Natural Earth (public domain).</source>
        <translation>地图为示意图，边界不具权威性；底图来自Natural Earth（公有领域）。</translation>
    </message>
    <message>
        <source>Places: GeoNames (CC BY 4.0) and others.</source>
        <translation>地点来自GeoNames（CC BY 4.0）等。</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>其他地区</translation>
    </message>
    <message>
        <source>too small for the scale</source>
        <translation>按比例过小</translation>
    </message>
    <message>
        <source>{place}, links: {count}</source>
        <translation>{place}，联系：{count}条</translation>
    </message>
    <message>
        <source>Numbers on the lines: {names}</source>
        <translation>线上数字：{names}</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>region or city, with its places</source>
        <translation>地区或城市，含所属地点</translation>
    </message>
    <message>
        <source>named as a whole province</source>
        <translation>按全省提及</translation>
    </message>
    <message>
        <source>railway or corridor</source>
        <translation>铁路或走廊</translation>
    </message>
    <message>
        <source>Pairs not drawn: {pairs}, with one link each.</source>
        <translation>未画出{pairs}对，各有1条联系。</translation>
    </message>
    <message>
        <source>Pairs not drawn: {pairs}, with {count} links each.</source>
        <translation>未画出{pairs}对，各有{count}条联系。</translation>
    </message>
    <message>
        <source>The table has them.</source>
        <translation>见表。</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另{count}项</translation>
    </message>
    <message>
        <source>Among them: {names}.</source>
        <translation>其中：{names}。</translation>
    </message>
    <message>
        <source>unclear, see notes</source>
        <translation>不明确，见注</translation>
    </message>
    <message>
        <source>target, unclear</source>
        <translation>目标，不明确</translation>
    </message>
    <message>
        <source>trillion</source>
        <translation>万亿</translation>
    </message>
    <message>
        <source>billion</source>
        <translation>十亿</translation>
    </message>
    <message>
        <source>million</source>
        <translation>百万</translation>
    </message>
    <message>
        <source>points</source>
        <translation>个百分点</translation>
    </message>
    <message>
        <source>about {number}</source>
        <translation>约{number}</translation>
    </message>
    <message>
        <source>one</source>
        <translation>一</translation>
    </message>
    <message>
        <source>two</source>
        <translation>两</translation>
    </message>
    <message>
        <source>three</source>
        <translation>三</translation>
    </message>
    <message>
        <source>four</source>
        <translation>四</translation>
    </message>
    <message>
        <source>five</source>
        <translation>五</translation>
    </message>
    <message>
        <source>six</source>
        <translation>六</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>七</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>八</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>九</translation>
    </message>
    <message>
        <source>ten</source>
        <translation>十</translation>
    </message>
    <message>
        <source>eleven</source>
        <translation>十一</translation>
    </message>
    <message>
        <source>twelve</source>
        <translation>十二</translation>
    </message>
    <message>
        <source>up by</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>down by</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>({number} of {count})</source>
        <translation>（第{number}页，共{count}页）</translation>
    </message>
    <message>
        <source>{count} more pages are in the table.</source>
        <translation>另有{count}页见表。</translation>
    </message>
    <message>
        <source>{sign} Notes on {count} more are in the table.</source>
        <translation>{sign} 另有{count}条注见表。</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day}以来</translation>
    </message>
    <message>
        <source>by the end of {day}</source>
        <translation>到{day}</translation>
    </message>
    <message>
        <source>January</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>February</source>
        <translation>2月</translation>
    </message>
    <message>
        <source>March</source>
        <translation>3月</translation>
    </message>
    <message>
        <source>April</source>
        <translation>4月</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5月</translation>
    </message>
    <message>
        <source>June</source>
        <translation>6月</translation>
    </message>
    <message>
        <source>July</source>
        <translation>7月</translation>
    </message>
    <message>
        <source>August</source>
        <translation>8月</translation>
    </message>
    <message>
        <source>September</source>
        <translation>9月</translation>
    </message>
    <message>
        <source>October</source>
        <translation>10月</translation>
    </message>
    <message>
        <source>November</source>
        <translation>11月</translation>
    </message>
    <message>
        <source>December</source>
        <translation>12月</translation>
    </message>
    <message>
        <source>No kind given, not counted here: {count}.</source>
        <translation>未标注类别、未计入：{count}条。</translation>
    </message>
    <message>
        <source>No theme given, not counted here: {count}.</source>
        <translation>未标注主题、未计入：{count}条。</translation>
    </message>
    <message>
        <source>Not counted: 1 statement that no speaker makes ({where}).</source>
        <translation>未计入：无发言者的1条表述（{where}）。</translation>
    </message>
    <message>
        <source>Not counted: {count} statements that no speaker makes ({where}).</source>
        <translation>未计入：无发言者的{count}条表述（{where}）。</translation>
    </message>
    <message>
        <source>How often a theme comes up says nothing of how much it matters.</source>
        <translation>主题出现的次数不代表其重要性。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>How large is the land?</source>
        <translation>土地有多大？</translation>
    </message>
    <message>
        <source>The areas may overlap and are never added.</source>
        <translation>各面积可能重叠，不相加。</translation>
    </message>
    <message>
        <source>1 {unit} is {number} {base}.</source>
        <translation>1{unit}为{number}{base}。</translation>
    </message>
    <message>
        <source>In another unit, derived</source>
        <translation>换算为其他单位（推算）</translation>
    </message>
    <message>
        <source>Share by theme</source>
        <translation>主题占比</translation>
    </message>
    <message>
        <source>What share is on which theme?</source>
        <translation>各主题占多少？</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>发言者</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>per cent, rounded</source>
        <translation>占比，取整</translation>
    </message>
    <message>
        <source>share (bars) and number</source>
        <translation>条形为占比，数字为条数</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>{count} more in the table</source>
        <translation>另{count}项见表</translation>
    </message>
    <message>
        <source>{names}: {share}, {count} of {total} statements</source>
        <translation>{names}：{share}，{total}条中{count}条</translation>
    </message>
    <message>
        <source>{names}: {share}, {count} of 1 statement</source>
        <translation>{names}：{share}，1条中{count}条</translation>
    </message>
    <message>
        <source>1 statement</source>
        <translation>1条表述</translation>
    </message>
    <message>
        <source>{count} statements</source>
        <translation>{count}条表述</translation>
    </message>
    <message>
        <source>All statements</source>
        <translation>全部表述</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>条形图</translation>
    </message>
    <message>
        <source>Which is larger?</source>
        <translation>哪个更大？</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>They measure different things</source>
        <translation>口径不同</translation>
    </message>
    <message>
        <source>Sums of money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>重量</translation>
    </message>
    <message>
        <source>Capacities</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Quantities</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>In numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Which figures?</source>
        <translation>哪些数字？</translation>
    </message>
    <message>
        <source>One figure</source>
        <translation>一个数字</translation>
    </message>
    <message>
        <source>against {whole}</source>
        <translation>与{whole}相比</translation>
    </message>
    <message>
        <source>Dates are inferred or from an earlier sentence where the text has none.</source>
        <translation>原文没有时间的，时间为推断，或取自前文。</translation>
    </message>
    <message>
        <source>Where no time is given, the text gives none.</source>
        <translation>未注明时间的，原文没有给出。</translation>
    </message>
    <message>
        <source>one figure</source>
        <translation>1个数字</translation>
    </message>
    <message>
        <source>{count} figures</source>
        <translation>{count}个数字</translation>
    </message>
    <message>
        <source>Not shown: {figures}; the table has them.</source>
        <translation>未显示：{figures}，见表。</translation>
    </message>
    <message>
        <source>one target</source>
        <translation>1个目标</translation>
    </message>
    <message>
        <source>{count} targets</source>
        <translation>{count}个目标</translation>
    </message>
    <message>
        <source>Not shown: {figures}, among them {targets}; the table has them.</source>
        <translation>未显示：{figures}，其中{targets}，见表。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>From what to what?</source>
        <translation>从多少到多少？</translation>
    </message>
    <message>
        <source>each in its own unit, from 0</source>
        <translation>各用自己的单位，从0起</translation>
    </message>
    <message>
        <source>time runs to one scale</source>
        <translation>时间按同一比例</translation>
    </message>
    <message>
        <source>Where only a change in % is given, the level before is 100.</source>
        <translation>只给出百分比变化的，以此前水平为100。</translation>
    </message>
    <message>
        <source>Where only a change in another unit is given, it starts from 0.</source>
        <translation>只给出其他单位变化的，从0起画。</translation>
    </message>
    <message>
        <source>Changes in points are derived and rounded.</source>
        <translation>百分点变化为推算并取整。</translation>
    </message>
    <message>
        <source>Some dates are inferred or from an earlier sentence.</source>
        <translation>部分时间为推断，或取自前文。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>此前</translation>
    </message>
    <message>
        <source>Change, derived</source>
        <translation>变化（推算）</translation>
    </message>
    <message>
        <source>Kinds of statement</source>
        <translation>表述类别</translation>
    </message>
    <message>
        <source>Is it done, under way, planned, or a position?</source>
        <translation>已完成、进行中、计划，还是立场？</translation>
    </message>
    <message>
        <source>Statements by kind, per cent (bars) and number</source>
        <translation>表述按类别，条形为占比，数字为条数</translation>
    </message>
    <message>
        <source>A statement has one kind, given by the coders of this data set.</source>
        <translation>每条表述归入一类，由本数据集编码者判定。</translation>
    </message>
    <message>
        <source>most results first</source>
        <translation>已完成占比高的在先</translation>
    </message>
    <message>
        <source>most work under way first</source>
        <translation>进行中占比高的在先</translation>
    </message>
    <message>
        <source>most plans first</source>
        <translation>计划占比高的在先</translation>
    </message>
    <message>
        <source>most positions first</source>
        <translation>立场占比高的在先</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Who works with whom, and where?</source>
        <translation>谁和谁合作，在哪里？</translation>
    </message>
    <message>
        <source>No map: no place has a position.</source>
        <translation>没有地图：没有地点有坐标。</translation>
    </message>
    <message>
        <source>No map: the links here do not join two located places or more.</source>
        <translation>没有地图：这里的联系没有连接两个以上有坐标的地点。</translation>
    </message>
    <message>
        <source>Map of figures</source>
        <translation>数字地图</translation>
    </message>
    <message>
        <source>How much, and where?</source>
        <translation>多少，在哪里？</translation>
    </message>
    <message>
        <source>No figure belongs in this part of the map</source>
        <translation>地图的这一部分没有数字</translation>
    </message>
    <message>
        <source>{what}; they measure different things</source>
        <translation>{what}；口径不同</translation>
    </message>
    <message>
        <source>Not drawn here but in the table: {count}.</source>
        <translation>未画出、见表：{count}项。</translation>
    </message>
    <message>
        <source>Drawn at</source>
        <translation>画在</translation>
    </message>
    <message>
        <source>{amount} for {place}</source>
        <translation>{place}{amount}</translation>
    </message>
    <message>
        <source>{speaker} names {amount} for {place}</source>
        <translation>{speaker}称{place}{amount}</translation>
    </message>
    <message>
        <source>{speaker} {amount} for {place}</source>
        <translation>{speaker}称{place}{amount}</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>reached or given as present</source>
        <translation>已实现或现有</translation>
    </message>
    <message>
        <source>Place × place</source>
        <translation>地点 × 地点</translation>
    </message>
    <message>
        <source>Who works with whom?</source>
        <translation>谁和谁合作？</translation>
    </message>
    <message>
        <source>Numbers: {names}.</source>
        <translation>数字：{names}。</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>构成</translation>
    </message>
    <message>
        <source>Of what does a total consist?</source>
        <translation>总数由什么构成？</translation>
    </message>
    <message>
        <source>Parts of a total</source>
        <translation>总数的构成</translation>
    </message>
    <message>
        <source>Totals and their parts</source>
        <translation>各总数及其构成</translation>
    </message>
    <message>
        <source>Per cent of the total are derived by us and rounded.</source>
        <translation>占总数的百分比由本图推算并取整。</translation>
    </message>
    <message>
        <source>The parts of each add up to the total.</source>
        <translation>各部分之和等于总数。</translation>
    </message>
    <message>
        <source>The parts add up to the total.</source>
        <translation>各部分之和等于总数。</translation>
    </message>
    <message>
        <source>The parts add up to the total: {parts} = {total}.</source>
        <translation>各部分之和等于总数：{parts} = {total}。</translation>
    </message>
    <message>
        <source>Of the total, derived</source>
        <translation>占总数（推算）</translation>
    </message>
    <message>
        <source>{name}, {share}</source>
        <translation>{name}，{share}</translation>
    </message>
    <message>
        <source>{label}: the total</source>
        <translation>{label}：总数</translation>
    </message>
    <message>
        <source>less than 1%</source>
        <translation>不到1%</translation>
    </message>
    <message>
        <source>{whole}: {parts} {amount} each</source>
        <translation>{whole}：{parts}各{amount}</translation>
    </message>
    <message>
        <source>of them</source>
        <translation>其中</translation>
    </message>
    <message>
        <source>of it</source>
        <translation>其中</translation>
    </message>
    <message>
        <source>{whole}, {amount} {of} {part}</source>
        <translation>{whole}，{of}{part}{amount}</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>What share of what?</source>
        <translation>什么占什么的多少？</translation>
    </message>
    <message>
        <source>{shares}, per cent</source>
        <translation>{shares}，百分比</translation>
    </message>
    <message>
        <source>Of other things</source>
        <translation>占其他</translation>
    </message>
    <message>
        <source>{count} more are not drawn.</source>
        <translation>另有{count}项未画出。</translation>
    </message>
    <message>
        <source>Share of</source>
        <translation>占什么</translation>
    </message>
    <message>
        <source>Per cent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>base not stated</source>
        <translation>未说明占什么</translation>
    </message>
    <message>
        <source>Not drawn: {amount} ({who}).</source>
        <translation>未画出：{amount}（{who}）。</translation>
    </message>
    <message>
        <source>It lies outside 0 to 100%.</source>
        <translation>超出0至100%。</translation>
    </message>
    <message>
        <source>Speaker × theme</source>
        <translation>发言者 × 主题</translation>
    </message>
    <message>
        <source>Who speaks of what?</source>
        <translation>谁谈什么？</translation>
    </message>
    <message>
        <source>Number of statements by speaker and theme</source>
        <translation>各发言者各主题的表述数</translation>
    </message>
    <message>
        <source>Number of statements by theme and kind</source>
        <translation>各主题各类别的表述数</translation>
    </message>
    <message>
        <source>Number of statements by speaker and kind</source>
        <translation>各发言者各类别的表述数</translation>
    </message>
    <message>
        <source>{about}: {count} statements</source>
        <translation>{about}：{count}条表述</translation>
    </message>
    <message>
        <source>{about}: 1 statement</source>
        <translation>{about}：1条表述</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Total, all pages</source>
        <translation>各页合计</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>何时？</translation>
    </message>
    <message>
        <source>Dated figures, {subject}, by the time they are stated for</source>
        <translation>{subject}有时间的数字，按所说的时间排列</translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation>等另{count}项</translation>
    </message>
    <message>
        <source>Dates inferred: {names}{rest}.</source>
        <translation>时间为推断：{names}{rest}。</translation>
    </message>
    <message>
        <source>Without a date: {count}.</source>
        <translation>没有时间的：{count}项。</translation>
    </message>
    <message>
        <source>Outside the time shown: {count}.</source>
        <translation>在所示时间之外：{count}项。</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>导语</translation>
    </message>
    <message>
        <source>{number}th Five-Year Plan, {first}–{last}</source>
        <translation>第{number}个五年规划，{first}–{last}年</translation>
    </message>
    <message>
        <source>No font here has {characters}: {sign} is drawn instead. Install a font that has them.</source>
        <translation>本机没有含{characters}的字体，以{sign}代替。请安装含有这些字符的字体。</translation>
    </message>
    <message>
        <source>In the SVG, text with {characters} is drawn as shapes, since the charts&apos; typeface lacks them.</source>
        <translation>图表字体没有{characters}，SVG中含有它们的文字以图形绘出。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Caveat</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>After</source>
        <translation>此后</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Skip to the text</source>
        <translation>跳至正文</translation>
    </message>
    <message>
        <source>Statements and figures, in summary</source>
        <translation>表述与数据摘要</translation>
    </message>
    <message>
        <source>What this report is, and is not</source>
        <translation>本报告的内容与限度</translation>
    </message>
    <message>
        <source>It lists what speakers are recorded as saying: their statements in summary, and the figures they gave, with each number as printed and the paragraph (¶) where it stands.</source>
        <translation>本报告列出发言者被记录的表述（摘要）与所给数据；每个数字照原文刊印，并注明所在段落（¶）。</translation>
    </message>
    <message>
        <source>It quotes nobody and checks nothing: summaries are not the speakers’ words, and no figure was compared with another source. How many statements or figures somebody gave is no measure of what was done.</source>
        <translation>本报告不引用任何人的原话，也未作核实：摘要并非发言者原话，数据未与其他来源比对。表述或数据的多少不代表工作成绩。</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>所选</translation>
    </message>
    <message>
        <source>Shown only</source>
        <translation>仅含</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Speakers: {speakers}. Statements: {statements}. Figures: {figures}. Links between places: {links}.</source>
        <translation>发言者{speakers}位，表述{statements}条，数据{figures}项，地区间联系{links}项。</translation>
    </message>
    <message>
        <source>Licence of the data</source>
        <translation>数据许可</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>制作程序</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>发言者</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>In short, in our words</source>
        <translation>概述（非原话）</translation>
    </message>
    <message>
        <source>Who speaks, and how many statements and figures are theirs</source>
        <translation>发言者及其表述数与数据项数</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>表述</translation>
    </message>
    <message>
        <source>Summaries in our words, by theme. No speaker is quoted.</source>
        <translation>按主题排列的摘要，非发言者原话。</translation>
    </message>
    <message>
        <source>summary, not the speaker’s words</source>
        <translation>摘要，非发言者原话</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Figures: </source>
        <translation>数据：</translation>
    </message>
    <message>
        <source>Figures as stated, each with the number as printed; not checked</source>
        <translation>发言者所给数据，数字照原文刊印；未经核实</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>(of {whole})</source>
        <translation>（占{whole}）</translation>
    </message>
    <message>
        <source>As printed</source>
        <translation>原文数字</translation>
    </message>
    <message>
        <source>Who, where</source>
        <translation>发言者与段落</translation>
    </message>
    <message>
        <source>Notes and doubts</source>
        <translation>备注与疑点</translation>
    </message>
    <message>
        <source>Partners and links</source>
        <translation>合作方与联系</translation>
    </message>
    <message>
        <source>Places named as working together, as stated; not checked</source>
        <translation>所述的地区间合作；未经核实</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>What they share</source>
        <translation>合作内容</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Drawn from the figures and statements above. Titles say what a chart shows, as stated by the speakers; nothing was checked.</source>
        <translation>图表据以上数据与表述绘制。标题仅陈述图中内容，均据发言者所述，未经核实。</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第{number}页，共{count}页</translation>
    </message>
    <message>
        <source>Citations</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>What a speaker said is cited by speaker, office, source and paragraph. The summary is ours: mark it as such, and quote only the source itself.</source>
        <translation>引用时注明发言者、职务、来源与段落。摘要为编者所写，请予注明；引文请以原文为准。</translation>
    </message>
    <message>
        <source>{source}, {paragraphs}.</source>
        <translation>{source}，{paragraphs}。</translation>
    </message>
    <message>
        <source>{who}.</source>
        <translation>{who}。</translation>
    </message>
    <message>
        <source>Note by who made this report: </source>
        <translation>报告制作者注：</translation>
    </message>
    <message>
        <source>The report was not made: it would hold {count} statements, figures and links. A PDF takes {pdf}, HTML {html}. Choose less, or export the data.</source>
        <translation>未生成报告：所选表述、数据与联系共{count}项；PDF最多{pdf}项，HTML最多{html}项。请缩小选择，或导出数据。</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未列入</translation>
    </message>
    <message>
        <source>Collected, but no longer in the pack: {names}</source>
        <translation>曾收藏、但数据包中已不存在：{names}</translation>
    </message>
    <message>
        <source>The report was not made, for the pack could not be read again: {error} Open the pack anew, or choose the other language.</source>
        <translation>未生成报告：无法重新读取数据包：{error}请重新打开数据包，或改选另一种语言。</translation>
    </message>
    <message>
        <source>{count} more rows are in the table.</source>
        <translation>另有{count}行见表。</translation>
    </message>
    <message>
        <source>{summary} (Summary.)</source>
        <translation>{summary}（摘要）</translation>
    </message>
    <message>
        <source>{what}: {printed}.</source>
        <translation>{what}：{printed}。</translation>
    </message>
    <message>
        <source>connects</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>{links} {connect} {places}</source>
        <translation>{links}{connect}{places}</translation>
    </message>
    <message>
        <source>{count} of the {links}</source>
        <translation>{links}中，{count}条</translation>
    </message>
    <message>
        <source>{share}, more than connect any other pair</source>
        <translation>{share}，多于其他任何一对</translation>
    </message>
    <message>
        <source>No two places are connected by more than one of the {links}</source>
        <translation>{links}中，连接任何两地的都不超过1条</translation>
    </message>
    <message>
        <source>No two places are connected by more than {count} of the {links}</source>
        <translation>{links}中，连接任何两地的都不超过{count}条</translation>
    </message>
    <message>
        <source>Of the {links}, {count} each connect {pairs}, more than connect any other pair</source>
        <translation>{links}中，连接{pairs}的最多，各{count}条</translation>
    </message>
    <message>
        <source>as does {links}</source>
        <translation>{links}也是</translation>
    </message>
    <message>
        <source>as do {links}</source>
        <translation>{links}也是</translation>
    </message>
    <message>
        <source>{place} with {other}</source>
        <translation>{place}和{other}</translation>
    </message>
    <message>
        <source>a planned link</source>
        <translation>计划中的联系</translation>
    </message>
    <message>
        <source>a link under way</source>
        <translation>进行中的联系</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>{topic}: {link} {places}</source>
        <translation>{topic}：{places}的{link}</translation>
    </message>
    <message>
        <source>between {places}</source>
        <translation>{places}之间</translation>
    </message>
    <message>
        <source> named in the interview</source>
        <translation>访谈提到的</translation>
    </message>
    <message>
        <source> named in the text</source>
        <translation>文中提到的</translation>
    </message>
    <message>
        <source>A link that leads from or to several places does not connect these with one another.</source>
        <translation>一条联系有多个起点或终点时，起点之间、终点之间不算连接。</translation>
    </message>
    <message>
        <source>none of the {total}</source>
        <translation>{total}条中0</translation>
    </message>
    <message>
        <source>{part} of the {total}</source>
        <translation>{total}条中{part}</translation>
    </message>
    <message>
        <source> and on </source>
        <translation>和</translation>
    </message>
    <message>
        <source>the wording is garbled</source>
        <translation>原文有误</translation>
    </message>
    <message>
        <source>the wording is ambiguous</source>
        <translation>原文有歧义</translation>
    </message>
    <message>
        <source>the wording is unclear</source>
        <translation>原文不明确</translation>
    </message>
    <message>
        <source>Links that connect both, of {total}</source>
        <translation>连接两地的联系（共{total}条）</translation>
    </message>
    <message>
        <source>neither of the {total}</source>
        <translation>{total}条中0</translation>
    </message>
</context>
</TS>
