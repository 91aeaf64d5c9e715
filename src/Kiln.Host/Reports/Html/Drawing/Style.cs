using System.Security.Cryptography;
using System.Text;

namespace Kiln.Host.Reports.Html.Drawing;

/// <summary>
/// How reports look, in light and dark, on a phone and on paper. Six series have colours that are told apart with every kind of colour vision
/// (they differ in lightness, and lines also in their dashes), each with a contrast of at least 4.5 to 1.
/// </summary>
static class Style
{
    public const string Sheet = """
        :root{--page:#fff;--card:#fff;--ink:#1b1f24;--soft:#57606a;--rule:#d0d7de;--faint:#f3f5f7;--link:#0a58a8;--good:#17692f;--bad:#b0191f;--open:#7a5200;--s1:#0b5cad;--s2:#b34700;--s3:#0a6b5d;--s4:#86308a;--s5:#6b5900;--s6:#9c1d3f}
        @media screen and (prefers-color-scheme:dark){:root{--page:#0f1216;--card:#161a20;--ink:#e8ebef;--soft:#a3adb8;--rule:#363d47;--faint:#1d232b;--link:#7cb7ff;--good:#6fd08c;--bad:#ff8d8a;--open:#f0bf62;--s1:#7cb7ff;--s2:#ffab5e;--s3:#5fd0bb;--s4:#e09be6;--s5:#d6cb62;--s6:#ff8fab}}
        *{box-sizing:border-box}
        body{margin:0 auto;padding:1.25rem 1rem 3rem;max-width:70rem;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
        h1{font-size:1.7rem;line-height:1.2;margin:.2rem 0 .4rem}
        h2{font-size:1.25rem;margin:2.4rem 0 .6rem;padding-bottom:.3rem;border-bottom:1px solid var(--rule)}
        h3{font-size:1rem;margin:1.4rem 0 .4rem}
        p{margin:.4rem 0;max-width:48rem}
        a{color:var(--link)}
        :focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .soft{color:var(--soft)}
        code{font:.92em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
        nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;list-style:none;margin:.8rem 0 0;padding:0}
        .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));gap:.6rem 1.5rem;margin:1rem 0;padding:.9rem 1rem;background:var(--faint);border-radius:8px}
        .facts dt{color:var(--soft);font-size:.82rem}
        .facts dd{margin:0;font-weight:600}
        .verdicts{list-style:none;margin:.8rem 0;padding:0;display:flex;flex-wrap:wrap;gap:.4rem .6rem}
        .verdicts li{border:1px solid currentColor;border-radius:1rem;padding:.1rem .75rem;font-weight:600;font-size:.92rem}
        .met{color:var(--good)}.missed{color:var(--bad)}.undecided{color:var(--open)}
        .scroll{overflow-x:auto}
        table{border-collapse:collapse;overflow-wrap:normal;font-variant-numeric:tabular-nums;font-size:.9rem}
        th,td{padding:.3rem .75rem .3rem 0;text-align:left;border-bottom:1px solid var(--rule);vertical-align:top}
        th{color:var(--soft);font-weight:600}
        th[scope=row]{color:var(--ink);white-space:nowrap}
        .n{text-align:right}
        td.n{white-space:nowrap}
        td:not(.n){min-width:6.5rem}
        .own>*{background:var(--faint);font-weight:700}
        .notes li{margin:.25rem 0;max-width:52rem}
        .charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,25rem),1fr));gap:1rem;align-items:start}
        figure{margin:0;padding:.8rem .9rem;border:1px solid var(--rule);border-radius:8px;background:var(--card);min-width:0}
        figure.wide{grid-column:1/-1}
        figcaption b{display:block}
        figcaption{font-size:.88rem;color:var(--soft);margin-bottom:.4rem}
        figcaption b{color:var(--ink);font-size:1rem}
        svg{display:block;width:100%;height:auto;max-width:34rem}
        .key{display:flex;flex-wrap:wrap;gap:.1rem 1rem;list-style:none;margin:.2rem 0;padding:0;font-size:.85rem}
        .key svg{display:inline-block;width:26px;height:10px;margin-right:.35rem}
        details{margin-top:.4rem;font-size:.88rem}
        summary{cursor:pointer;color:var(--link);width:max-content}
        details .scroll{max-height:22rem;overflow:auto}
        svg text{font-size:11.5px;fill:var(--soft);font-family:inherit}
        svg .name{fill:var(--ink)}
        svg .value{fill:var(--ink);font-size:10.5px}
        .grid{stroke:var(--rule);stroke-width:.7}
        .axis{stroke:var(--soft);stroke-width:1}
        .ref{stroke:var(--soft);stroke-width:1.3;stroke-dasharray:5 4;fill:none}
        .line{fill:none;stroke-width:2.2;stroke-linejoin:round}
        .bar{fill-opacity:.78}
        .count{fill:var(--soft);fill-opacity:.32}
        .cell{stroke:none}
        .empty{fill:var(--faint)}
        .s1{--c:var(--s1)}.s2{--c:var(--s2)}.s3{--c:var(--s3)}.s4{--c:var(--s4)}.s5{--c:var(--s5)}.s6{--c:var(--s6)}
        .line,.whisker{stroke:var(--c)}
        .bar,.dot,.cell{fill:var(--c)}
        .line.s2{stroke-dasharray:7 3}.line.s3{stroke-dasharray:2 2.5}.line.s4{stroke-dasharray:9 3 2 3}
        .whisker{stroke-width:1.6;fill:none}
        .box{stroke:var(--c);fill:var(--c);fill-opacity:.25;stroke-width:1.3}
        .mark{fill:var(--card);stroke:var(--ink);stroke-width:2}
        .own-line{stroke:var(--ink);stroke-width:1.5}
        @media(max-width:40rem){th[scope=row]{white-space:normal;min-width:8rem}}
        @media print{body{max-width:none;padding:0;font-size:11px}nav,details:not([open]){display:none}figure,table,.facts{break-inside:avoid}h2{break-after:avoid}.charts{grid-template-columns:1fr 1fr}a{color:inherit;text-decoration:none}.scroll{overflow:visible}table,figcaption,.key{font-size:9px}figcaption b{font-size:11px}th,td{padding:.2rem .5rem .2rem 0}}
        """;

    /// <summary>What allows this style and no other.</summary>
    public static string Hash { get; } = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)));
}
