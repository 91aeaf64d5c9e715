using System.Text;
using System.Text.RegularExpressions;
using Kiln.Testing;

namespace Kiln.Contracts.Tests.Docs;

/// <summary>Each id has a page, each page an id, and the index is what the pages say.</summary>
public sealed class RulePageTests
{
    static readonly string Directory = Path.Combine(Repository.Root, "docs", "rules");

    static readonly string[] All = [.. typeof(Ids).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal)];

    static readonly (string Start, string Title)[] Areas =
    [
        ("KILN0", "Build, configuration, environment"),
        ("KILN1", "Data contract and data"),
        ("KILN2", "Columns and pipeline typing"),
        ("KILN3", "Versions"),
        ("KILN4", "Tests and gates"),
        ("KILN5", "Leakage"),
        ("KILN6", "Reproducibility"),
        ("KILN7", "Serving"),
    ];

    public static TheoryData<string> Every => [.. All];

    [Fact]
    public void No_id_is_used_twice_and_all_have_the_form() =>
        Assert.All(All.CountBy(id => id), count =>
        {
            Assert.Equal(1, count.Value);
            Assert.Matches("^KILN[0-7][0-9]{3}$", count.Key);
        });

    [Fact]
    public void Every_page_has_an_id() => Assert.Equal(
        All, System.IO.Directory.GetFiles(Directory, "KILN*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_id_has_a_page_of_one_make(string id)
    {
        var page = Repository.Read("docs", "rules", $"{id}.md");
        var lines = page.TrimEnd('\n').Split('\n');
        Assert.Matches($"^# {id}: [A-Z].*[^.]$", lines[0]);
        Assert.Equal(["## What", "## Why", "## What to do"], lines.Where(line => line.StartsWith("## ")));
        Assert.InRange(lines.Length, 15, 45);
        Assert.All(lines, line => Assert.True(line.Length <= 160, line));
        Assert.Equal(0, lines.Count(line => line.StartsWith("```")) % 2);
        Assert.True(page.Contains("\nBad:\n") && page.Contains("\nGood:\n"), "a bad and a good example");
    }

    [Fact]
    public void The_index_is_what_the_pages_say()
    {
        var index = Index();
        if (Environment.GetEnvironmentVariable("KILN_WRITE_RULE_INDEX") == "1")
            File.WriteAllText(Path.Combine(Directory, "README.md"), index);
        Assert.True(index == Repository.Read("docs", "rules", "README.md"),
            "docs/rules/README.md is not what the pages say; run this test once with KILN_WRITE_RULE_INDEX=1 to write it.");
    }

    static string Index()
    {
        var index = new StringBuilder("# Every diagnostic\n\nIds are never reused and never renumbered. This list is generated from the pages.\n"
            + "How to set a rule's severity, one by one or all at once: [analyzers.md](../analyzers.md).\n");
        foreach (var (start, title) in Areas)
        {
            var ids = All.Where(id => id.StartsWith(start, StringComparison.Ordinal)).ToList();
            if (ids.Count == 0)
                continue;
            index.Append($"\n## {title}\n\n| id | |\n|---|---|\n");
            foreach (var id in ids)
                index.Append($"| [{id}]({id}.md) | {Title(id)} |\n");
        }
        return index.ToString();
    }

    static string Title(string id) => Regex.Match(Repository.Read("docs", "rules", $"{id}.md"), $"^# {id}: (.*)$", RegexOptions.Multiline).Groups[1].Value;
}
