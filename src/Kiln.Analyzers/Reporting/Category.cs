namespace Kiln.Analyzers.Reporting;

/// <summary>The families of rules, as descriptors and <c>[SuppressMessage]</c> name them.</summary>
static class Category
{
    public const string Build = "Kiln.Build";
    public const string Data = "Kiln.Data";
    public const string Columns = "Kiln.Columns";
    public const string Versions = "Kiln.Versions";
    public const string Gates = "Kiln.Gates";
    public const string Leakage = "Kiln.Leakage";
    public const string Reproducibility = "Kiln.Reproducibility";
    public const string Serving = "Kiln.Serving";
}
