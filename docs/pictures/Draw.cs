// Draws the README's pictures from what a build of samples/Penguins really generates and prints, so that they cannot show what is not there.
// Start it from the repository's root: dotnet run docs/pictures/Draw.cs
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

// Beside the samples, whose Directory.Build files stand for the package.
var project = Directory.CreateDirectory(Path.GetFullPath($"samples/.pictures-{Guid.NewGuid():N}")).FullName;
try
{
    foreach (var file in Directory.EnumerateFiles("samples/Penguins").Concat(Directory.EnumerateFiles("samples/Penguins/data")))
    {
        var copy = Path.Combine(project, Path.GetRelativePath("samples/Penguins", file));
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(file, copy);
    }

    Build("-p:EmitCompilerGeneratedFiles=true");
    var generated = Directory.EnumerateFiles(Path.Combine(project, "obj"), "*.g.cs", SearchOption.AllDirectories).Select(File.ReadAllText);
    File.WriteAllText("docs/pictures/hover.svg", Hover(string.Join('\n', generated), "FlipperLengthMm"));

    var csproj = Path.Combine(project, "Penguins.csproj");
    File.WriteAllText(csproj, File.ReadAllText(csproj).Replace("<PackageReference Include=\"Kiln\" />",
        "<PackageReference Include=\"Kiln\" />\n    <PackageReference Include=\"Microsoft.ML\" />"));
    File.WriteAllText(Path.Combine(project, "Research.cs"), """
        using Microsoft.ML;
        using Microsoft.ML.Data;

        namespace Penguins;

        public sealed class Row
        {
            [LoadColumn(2)] public float BillLength { get; set; }
            [LoadColumn(5)] public float BodyMass { get; set; }
            [LoadColumn(0)] public string Species { get; set; } = "";
        }

        public static class Research
        {
            public static double Accuracy(string path)
            {
                var ml = new MLContext();
                var data = ml.Data.LoadFromTextFile<Row>(path, separatorChar: ',', hasHeader: true);
                var pipeline = ml.Transforms.Concatenate("Features", "BillLenght", "BodyMass")
                    .Append(ml.Transforms.Conversion.MapValueToKey("Label", "Species"))
                    .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy());
                var model = pipeline.Fit(data);
                return ml.MulticlassClassification.Evaluate(model.Transform(data)).MicroAccuracy;
            }
        }
        """);
    var model = Path.Combine(project, "PenguinModel.cs");
    File.WriteAllText(model, File.ReadAllText(model).Replace("AtLeast = 0.95", "AtLeast = 0.99"));
    File.WriteAllText("docs/pictures/errors.svg", Errors(Build("-p:TreatWarningsAsErrors=false")));
}
finally
{
    Directory.Delete(project, recursive: true);
}

string Build(params string[] options)
{
    var start = new ProcessStartInfo("dotnet", ["build", project, "--tl:off", "-nodeReuse:false", .. options]) { RedirectStandardOutput = true };
    start.Environment["CI"] = "";
    using var build = Process.Start(start)!;
    var output = build.StandardOutput.ReadToEnd();
    build.WaitForExit();
    return output;
}

// What an editor shows over a property: its declaration and its documentation.
static string Hover(string source, string property)
{
    var match = Regex.Match(source, $@"(?<doc>(?:[ \t]*///[^\n]*\n)+)(?:[ \t]*\[[^\n]*\n)*[ \t]*public (?<type>[\w.?:]+) {property} ");
    if (!match.Success)
        throw new InvalidOperationException($"The generated code has no documented property {property}.");
    var doc = XElement.Parse($"<doc>{Regex.Replace(match.Groups["doc"].Value, @"(?m)^[ \t]*///", "")}</doc>").Element("summary")!;
    var paragraphs = doc.Nodes().Select(node => node.ToString()).Aggregate("", string.Concat)
        .Split(["<br/>", "<br />", "<para>", "</para>"], StringSplitOptions.RemoveEmptyEntries)
        .Select(text => Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(text, "<[^>]+>", "")), @"\s+", " ").Trim()).Where(text => text.Length > 0);
    var picture = new Picture(820);
    picture.Code("var measured = new PenguinModel.Input");
    picture.Code("{");
    picture.Code($"    {property} = 211,");
    picture.Space(6);
    picture.Box([$"{match.Groups["type"].Value} PenguinModel.Input.{property} {{ get; init; }}", .. paragraphs.SelectMany(text => Wrap(text, 84))], indent: 40);
    return picture.ToString();
}

// The build's own lines, as a list of errors.
static string Errors(string output)
{
    var picture = new Picture(1040);
    var seen = new HashSet<string>();
    foreach (Match line in Regex.Matches(output, @"(?m)^\s*(?<file>[^(\n]+)\((?<line>\d+),\d+\): (?<kind>error|warning) (?<id>KILN\d+): (?<text>.*?)(?: \(https?://[^)]*\))?(?: \[[^\]]*\])?\r?$"))
        if (seen.Add(line.Groups["id"].Value + line.Groups["text"].Value))
            picture.Finding(line.Groups["kind"].Value, line.Groups["id"].Value, $"{Path.GetFileName(line.Groups["file"].Value)}({line.Groups["line"].Value})", Wrap(line.Groups["text"].Value, 92));
    return seen.Count > 0 ? picture.ToString() : throw new InvalidOperationException("The build found nothing:\n" + output);
}

static string[] Wrap(string text, int width)
{
    var lines = new List<string> { "" };
    foreach (var word in text.Split(' '))
    {
        if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > width)
            lines.Add("");
        lines[^1] += (lines[^1].Length > 0 ? " " : "") + word;
    }
    return [.. lines];
}

/// <summary>Lines of text on a dark ground, one below the other.</summary>
sealed class Picture(int width)
{
    const int LineHeight = 20, Left = 20;

    readonly StringBuilder _content = new();
    int _y = 30;

    public void Space(int height) => _y += height;

    public void Code(string line) => Text(Left, line, "#d4d4d4", mono: true);

    public void Box(string[] lines, int indent)
    {
        _content.Append($"""<rect x="{Left + indent}" y="{_y - 14}" width="{width - 2 * Left - indent}" height="{lines.Length * LineHeight + 14}" rx="4" fill="#252526" stroke="#454545"/>""").Append('\n');
        _y += 6;
        for (var i = 0; i < lines.Length; i++)
            Text(Left + indent + 12, lines[i], i == 0 ? "#9cdcfe" : "#cccccc", mono: i == 0);
        _y += 6;
    }

    public void Finding(string kind, string id, string place, string[] lines)
    {
        var (color, sign) = kind == "error" ? ("#f48771", "✖") : ("#cca700", "▲");
        _content.Append($"""<text x="{Left}" y="{_y}" fill="{color}">{sign}</text><text x="{Left + 22}" y="{_y}" fill="{color}" class="m">{id}</text><text x="{width - Left}" y="{_y}" fill="#858585" text-anchor="end">{WebUtility.HtmlEncode(place)}</text>""").Append('\n');
        foreach (var line in lines)
            Text(Left + 118, line, "#cccccc", mono: false);
        _y += 8;
    }

    void Text(int x, string line, string color, bool mono)
    {
        _content.Append($"""<text x="{x}" y="{_y}" fill="{color}"{(mono ? " class=\"m\"" : "")} xml:space="preserve">{WebUtility.HtmlEncode(line)}</text>""").Append('\n');
        _y += LineHeight;
    }

    public override string ToString() => $$"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{{width}}" height="{{_y}}" viewBox="0 0 {{width}} {{_y}}" role="img">
        <style>text { font: 13px system-ui, "Segoe UI", sans-serif } .m { font: 13px Consolas, Menlo, "DejaVu Sans Mono", monospace }</style>
        <rect width="100%" height="100%" rx="6" fill="#1e1e1e"/>
        {{_content.ToString().TrimEnd()}}
        </svg>

        """;
}
