using Kiln.Testing;

namespace Kiln.Analyzers.Tests;

public sealed class DescriptorTests
{
    public static TheoryData<string> Rules => [.. Analysis.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_links_to_its_page(string id)
    {
        var rule = Analysis.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Single(rule => rule.Id == id);
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri);
        Assert.True(Uri.IsWellFormedUriString(rule.HelpLinkUri, UriKind.Absolute));
        Assert.Contains($"# {id}: {rule.Title}\n", Repository.Read("docs", "rules", $"{id}.md"));
    }
}
