namespace Kiln.Contracts;

/// <summary>Where a diagnostic is explained. The targets, which know no C#, say the address too; a test holds both against each other.</summary>
public static class RulePages
{
    public const string Address = "https://github.com/kiln-net/kiln/blob/main/docs/rules/";

    public static string Link(string id) => $"{Address}{id}.md";
}
