namespace Kiln.Contracts;

/// <summary>One fact of a lock that is not what it was.</summary>
/// <param name="Fact">Its name, with the names it stands under: <c>metrics.LogLoss</c>.</param>
/// <param name="Old">What it was; null when it was not there.</param>
/// <param name="New">What it is; null when it is gone.</param>
public sealed record Difference(string Fact, string? Old, string? New)
{
    const int HashLength = 64;
    const int ShownLength = 8;

    public override string ToString() => $"{Fact} {Short(Old)} → {Short(New)}";

    /// <summary>Enough of a hash to tell it from another; anything else as it is.</summary>
    public static string Short(string? value) =>
        value is null ? "none" : value.Length == HashLength ? value.Substring(0, ShownLength) : value;
}
