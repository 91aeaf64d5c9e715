using Kiln.Contracts;

namespace Kiln.Analyzers;

/// <summary>What descriptors share.</summary>
static class Rules
{
    public const string Build = "Kiln.Build";
    public const string Data = "Kiln.Data";
    public const string Columns = "Kiln.Columns";
    public const string Versions = "Kiln.Versions";
    public const string Gates = "Kiln.Gates";
    public const string Leakage = "Kiln.Leakage";
    public const string Reproducibility = "Kiln.Reproducibility";
    public const string Serving = "Kiln.Serving";

    /// <summary>The rule's page.</summary>
    public static string Help(string id) => RulePages.Of(id);
}
