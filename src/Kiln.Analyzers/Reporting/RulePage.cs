namespace Kiln.Analyzers.Reporting;

/// <summary>The page of the documentation that a rule has.</summary>
static class RulePage
{
    const string Pages = "https://github.com/kiln-net/kiln/blob/main/docs/rules/";

    public static string Link(string id) => $"{Pages}{id}.md";
}
