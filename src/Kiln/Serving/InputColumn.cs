using System.Text.Json;

namespace Kiln.Serving;

/// <summary>A column that a model reads, and what its contract allows there of a single value.</summary>
/// <param name="Name">The column's name, as in the contract.</param>
/// <param name="Property">The property of <c>Input</c>.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="IsRequired">Whether a value must be there.</param>
public sealed record InputColumn(string Name, string Property, ColumnKind Kind, bool IsRequired)
{
    /// <summary>The property's name in JSON: <c>billLengthMm</c> of <c>BillLengthMm</c>.</summary>
    public string JsonName { get; } = JsonNamingPolicy.CamelCase.ConvertName(Property);

    /// <summary>The smallest number allowed; null for any.</summary>
    public double? Min { get; init; }

    /// <summary>The largest number allowed; null for any.</summary>
    public double? Max { get; init; }

    /// <summary>The earliest date allowed; null for any.</summary>
    public DateTime? Earliest { get; init; }

    /// <summary>The latest date allowed; null for any.</summary>
    public DateTime? Latest { get; init; }

    /// <summary>The fewest characters; null for any.</summary>
    public int? MinLength { get; init; }

    /// <summary>The most characters; null for any.</summary>
    public int? MaxLength { get; init; }

    /// <summary>A regular expression that a whole text matches; null for any.</summary>
    public string? Pattern { get; init; }

    /// <summary>The values of a category; null where there are none, or the contract calls them personal or sensitive.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Whether other values than <see cref="Values"/> are allowed, too.</summary>
    public bool IsOpen { get; init; }

    /// <summary>What a number is counted in; null where the contract does not say.</summary>
    public string? Unit { get; init; }

    /// <summary>What the column is, as the contract says; null where it does not.</summary>
    public string? Description { get; init; }
}
