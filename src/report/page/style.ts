/**
 * The style of a report. Series have the colours of Okabe and Ito, which people with any colour vision tell apart
 * (https://jfly.uni-koeln.de/color/). No fonts but those that are there.
 */
export const style = `
:root{color-scheme:light dark;--ink:#1c2430;--soft:#566173;--line:#d9dee6;--page:#f5f6f8;--card:#fff;--mark:#0072b2;--good:#00734f;--bad:#b3261e;--warn:#8a5a00;--edge:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e8ebf0;--soft:#a7b0bf;--line:#3a4250;--page:#14181e;--card:#1d232b;--mark:#56b4e9;--good:#4fd1a5;--bad:#ff8a80;--warn:#f0b958;--edge:#1d232b}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif}
main,header,footer{max-width:1200px;margin:0 auto;padding:0 24px}
header{padding-top:32px}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 4px}
h2{font-size:1.3rem;margin:40px 0 12px}
h3{font-size:1rem;margin:0}
h1,h3,header p{overflow-wrap:anywhere}
p{margin:0}
.soft{color:var(--soft)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:24px 0 0;padding:0}
.figures div,figure,.panel{background:var(--card);border:1px solid var(--line);border-radius:8px}
.figures div{padding:14px 16px;display:flex;flex-direction:column-reverse;justify-content:flex-end}
.figures dd{margin:0;font-size:1.7rem;font-weight:600;line-height:1.2;font-variant-numeric:tabular-nums}
.figures dt{color:var(--soft);font-size:.85rem}
.charts{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:16px}
@media (max-width:820px){.charts{grid-template-columns:minmax(0,1fr)}}
.tight{display:none}
figure{margin:0;padding:16px;display:flex;flex-direction:column;gap:10px;break-inside:avoid}
figure.wide{grid-column:1/-1}
figcaption p{color:var(--soft);font-size:.85rem;margin-top:2px}
svg{width:100%;height:auto;display:block}
figure details{margin-top:auto}
svg text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;fill:var(--soft)}
svg .axis{fill:var(--ink);font-weight:600}
svg .value{fill:var(--ink)}
.grid{stroke:var(--line);stroke-width:1}
.mark{fill:var(--mark)}
.line{fill:none;stroke:var(--mark);stroke-width:2}
.box{fill:var(--mark);fill-opacity:.3;stroke:var(--mark)}
.whisker,.median{fill:none;stroke:var(--mark);stroke-width:1.5}
.median{stroke-width:3}
.mean{fill:var(--ink)}
.part{stroke:var(--edge);stroke-width:1}
.s0{fill:#0072b2}.s1{fill:#e69f00}.s2{fill:#009e73}.s3{fill:#cc79a7}.s4{fill:#56b4e9}.s5{fill:#d55e00}.s6{fill:#f0e442}.s7{fill:#7f7f7f}
details{font-size:.85rem}
summary{cursor:pointer;color:var(--soft)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.85rem}
th,td{text-align:left;padding:4px 10px;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
thead th{color:var(--soft);font-weight:600}
td.number,th.number{text-align:right}
td.number{white-space:nowrap}
thead th{overflow-wrap:normal}
th[scope=row]{font-weight:400;min-width:10em}
.panel{padding:16px;margin-bottom:16px}
.panel ul{margin:0 0 8px;padding-left:1.2em}
.panel h3{margin-top:16px}
.panel details,.panel .scroll{margin-top:8px}
.counts{display:grid;grid-template-columns:repeat(auto-fill,minmax(190px,1fr));gap:2px 24px;margin:8px 0 0;font-size:.85rem;font-variant-numeric:tabular-nums}
.counts div{display:flex;justify-content:space-between;border-bottom:1px solid var(--line);padding:3px 0}
.counts dd{margin:0}
.OK,.WRONG,.WARNING{white-space:nowrap}
.OK{color:var(--good)}.WRONG{color:var(--bad);font-weight:600}.WARNING{color:var(--warn);font-weight:600}
code{font:.85em ui-monospace,"Liberation Mono",monospace;overflow-wrap:anywhere}
footer{padding-top:24px;padding-bottom:40px;font-size:.85rem}
@media screen and (max-width:640px){.tight{display:block}.roomy{display:none}main,header{padding-left:12px;padding-right:12px}figure{padding:12px}th,td{padding:4px 5px}}
@media print{
:root{color-scheme:light;--ink:#000;--soft:#444;--line:#ccc;--page:#fff;--card:#fff;--mark:#0072b2;--good:#00734f;--bad:#b3261e;--warn:#8a5a00;--edge:#fff}
@page{margin:14mm}
body{font-size:10pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
main,header,footer{max-width:none;padding-left:0;padding-right:0}
header{padding-top:0}
h1{font-size:18pt}
h2{font-size:13pt;margin:14pt 0 6pt;break-after:avoid}
.figures{grid-template-columns:repeat(3,1fr);gap:8px;margin-top:12pt}
.figures div{padding:8px 10px}
.figures dd{font-size:15pt}
.charts{grid-template-columns:repeat(2,minmax(0,1fr));gap:8px}
figure{padding:10px;gap:6px}
.scroll{overflow:visible}
.counts{grid-template-columns:repeat(3,1fr)}
figcaption p{font-size:8.5pt}
details{display:none}
tr{break-inside:avoid}
.panel{break-inside:auto}
}
`;
